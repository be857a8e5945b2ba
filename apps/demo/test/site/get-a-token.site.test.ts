import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenPage, openBrowser, type SiteBrowser } from './kit.js'

let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const path = '/playground/get-a-token'
const choose = ({ page }: OpenPage, value: string): Promise<void> =>
  page.locator(`[data-test="choice-${value}"] input`).check()
const text = async ({ page }: OpenPage, name: string): Promise<string> =>
  (await page.locator(`[data-test="${name}"]`).first().textContent()) ?? ''
const until = ({ page }: OpenPage, name: string, wanted: string): Promise<void> =>
  page.locator(`[data-test="${name}"]`, { hasText: wanted }).first().waitFor({ timeout: 5_000 })
const overflow = ({ page }: OpenPage): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('getting a token', () => {
  it('has one at first sight, and takes each wrong turn at NICEPAY for real', async () => {
    const opened = await browser.open({ path })
    await until(opened, 'answer', 'A token')
    expect(await text(opened, 'signed')).toMatch(/DEMO-SHOP\|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00/)
    expect(await text(opened, 'life-text')).toMatch(/^\d+ s left of 900 s$/)
    expect(await text(opened, 'raw-request')).toContain('POST /nicepay/v1.0/access-token/b2b HTTP/1.1')

    await choose(opened, 'other-key')
    await until(opened, 'refusal', '4017300')
    expect(await text(opened, 'reason')).toContain('does not verify')
    expect(await text(opened, 'meaning')).toContain('Check signature, client, clock and IP address.')

    await choose(opened, 'no-header')
    await until(opened, 'refusal', '4007302')
    expect(await text(opened, 'headers')).toContain('not sent')
    expect(await text(opened, 'raw-request')).not.toContain('x-signature')

    await opened.page.locator('[data-test="start-over"]').click()
    await until(opened, 'answer', 'A token')

    await choose(opened, 'dana')
    await until(opened, 'answer', 'The call was accepted')
    await choose(opened, 'body-changed')
    await until(opened, 'received', 'They differ in: SHA-256 of the body.')

    await choose(opened, 'permata')
    await until(opened, 'result', 'a token for')
    await choose(opened, 'wrong-static-key')
    await until(opened, 'refusal', 'HTTP 403')
    expect(await text(opened, 'report')).toContain('Wrong turn: Wrong static key')
    expect(opened.faults).toEqual([])
    await opened.page.context().close()
  })

  it('takes somebody’s own key and secret, says so in Indonesian, and repeats neither', async () => {
    const opened = await browser.open({ path, language: 'id', width: 360 })
    await until(opened, 'answer', 'Token diterima')
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const before = await text(opened, 'registered-key')
    const key = opened.page.locator('[data-test="input-privateKey"] textarea')
    await key.fill('bukan kunci')
    await until(opened, 'input-privateKey', 'Tidak terbaca sebagai kunci privat RSA')
    await key.fill(privateKey)
    await until(opened, 'answer', 'Token diterima')
    expect(await text(opened, 'registered-key')).not.toBe(before)

    await choose(opened, 'bni')
    await opened.page.locator('[data-test="input-clientSecret"] input').fill('rahasia+milik/sendiri')
    await until(opened, 'signed', 'milik Anda, 21 karakter')
    await choose(opened, 'form-encoded')
    await until(opened, 'refusal', 'invalid_client')
    const shown = await opened.page.locator('.tool').textContent()
    expect(shown).not.toContain('rahasia')
    expect(shown).not.toContain(Buffer.from('DEMO-SHOP:rahasia').toString('base64').slice(0, 20))
    expect(await overflow(opened)).toBeLessThanOrEqual(0)
    expect(opened.faults).toEqual([])
    await opened.page.context().close()
  })
})
