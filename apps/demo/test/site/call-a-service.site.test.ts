import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenPage, openBrowser, type SiteBrowser } from './kit.js'

let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const path = '/playground/call-a-service'
const press = ({ page }: OpenPage, name: string): Promise<void> =>
  page.locator(`[data-test="${name}"]`).click()
const rows = ({ page }: OpenPage): Promise<string[]> =>
  page
    .locator('[data-test="timeline"] tbody tr')
    .evaluateAll((found) =>
      found.map((row) =>
        ['outcome', 'transaction', 'book']
          .map((cell) => row.querySelector(`[data-test="${cell}"] code`)?.textContent ?? '–')
          .join(' '),
      ),
    )
const until = ({ page }: OpenPage, name: string): Promise<void> =>
  page.locator(`[data-test="${name}"]`).first().waitFor({ timeout: 5_000 })

describe('calling a service', () => {
  it('makes a QR at first sight, which is paid, asked about and refunded by hand', async () => {
    const opened = await browser.open({ path })
    await until(opened, 'qr-path')
    for (const [index, action] of ['pay', 'inquire', 'refund', 'inquire'].entries()) {
      await press(opened, `do-${action}`)
      await until(opened, `step-${index + 1}`)
    }
    await until(opened, 'finished')
    expect(await rows(opened)).toEqual([
      'success pending pending',
      '– – paid',
      'success paid paid',
      'success refunded refunded',
      'success refunded refunded',
    ])
    expect(opened.faults).toEqual([])
    await opened.page.context().close()
  })

  it('loses the answer to a refund, never sends it again, and asks what became of it', async () => {
    const opened = await browser.open({ path, language: 'id', width: 360 })
    await opened.page.locator('[data-test="choice-refund"] input').check()
    await press(opened, 'play')
    await until(opened, 'finished')
    expect((await rows(opened)).slice(3)).toEqual([
      'unknown unknown refunded',
      'success unknown refunded',
      'success refunded refunded',
    ])
    await opened.page.locator('[data-test="step-3"] button').click()
    await until(opened, 'lost')
    expect(await opened.page.locator('[data-test="advice"]').textContent()).toContain(
      'Jangan kirim refund lagi',
    )
    const overflow = await opened.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    expect(opened.faults).toEqual([])
    await opened.page.context().close()
  })
})
