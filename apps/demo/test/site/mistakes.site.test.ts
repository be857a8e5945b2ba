import { selectors } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mistakeNames } from '../../src/playground/mistakes/mistake-names.js'
import { openBrowser, type SiteBrowser } from './kit.js'

selectors.setTestIdAttribute('data-test')
let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('makes each of the five mistakes, and mends it', async () => {
  const { page, faults } = await browser.open({ path: '/mistakes' })
  for (const name of mistakeNames) {
    const mistake = page.getByTestId(`mistake-${name}`)
    await mistake.getByTestId('make-mistake').click()
    const refusal = mistake.getByTestId('refusal')
    await refusal.getByText(/401 · 401(?:27|73)00 Unauthorized/).waitFor()
    await refusal.getByText('The first byte that differs').waitFor()
    await mistake.getByTestId('do-it-right').click()
    await mistake
      .getByTestId('passed')
      .getByText(/200 · 200(?:27|73)00 Successful/)
      .waitFor()
  }
  expect(faults).toEqual([])
  await page.context().close()
})

it('says it in Indonesian, by keyboard', async () => {
  const { page, faults } = await browser.open({ path: '/mistakes', language: 'id', width: 360 })
  const mistake = page.getByTestId('mistake-hex-for-base64')
  await mistake.getByTestId('make-mistake').press('Enter')
  await mistake.getByText('Yang sampai 128 digit hex').waitFor()
  await mistake.getByTestId('do-it-right').press('Space')
  await mistake.getByText('Keduanya sama, byte demi byte.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(faults).toEqual([])
  await page.context().close()
})
