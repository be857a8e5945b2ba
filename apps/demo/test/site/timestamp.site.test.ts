import { selectors } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleNames } from '../../src/playground/timestamp/examples.js'
import { openBrowser, type SiteBrowser } from './kit.js'

selectors.setTestIdAttribute('data-test')
let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('reads a timestamp, and names each mistake at one click', async () => {
  const { page, faults } = await browser.open({ path: '/playground/timestamp' })
  const test = (name: string) => page.getByTestId(name)
  await test('reading').getByText('Read as it stands, and fresh').waitFor()
  await test('no-findings').waitFor()
  expect(await test('fits-NICEPAY X-TIMESTAMP').textContent()).toContain('this form')
  expect(await test('fits-Permata permata-timestamp').textContent()).toContain('another form')

  // From a log of years ago, with the Date header of the answer.
  await page.getByLabel('Timestamp', { exact: true }).fill('2020-12-17T03:55:07+0700')
  await page.getByLabel('Compare with').fill('Thu, 17 Dec 2020 03:55:09 GMT')
  await test('finding-utc-with-offset').waitFor()
  await test('finding-offset-without-colon').waitFor()
  await test('reading').getByText('the offset needs a colon').waitFor()
  expect(await test('moments').textContent()).toMatch(
    /2020-12-16T20:55:07Z.*2020-12-17T03:55:07\+07:00.*7 h 2 s behind/s,
  )

  await page.getByLabel('Timestamp', { exact: true }).fill('lunch')
  await test('finding-layout').waitFor()
  for (const name of exampleNames) {
    await test(`example-${name}`).click()
    await page.locator('[data-test="no-findings"], [data-test^="finding-"]').first().waitFor()
  }
  expect(faults).toEqual([])
  await page.context().close()
})

it('reads it in Indonesian, on a phone', async () => {
  const { page, faults } = await browser.open({ path: '/playground/timestamp', language: 'id', width: 360 })
  await page.getByTestId('example-seven-added').click()
  await page.getByText('7 jam terlalu cepat: +7 ditambahkan ke jam yang sudah WIB').waitFor()
  expect(await page.getByTestId('moments').textContent()).toMatch(
    /7 jam terlalu cepat|6 jam 59 mnt terlalu cepat/,
  )
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(faults).toEqual([])
  await page.context().close()
})
