import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenPage, openBrowser, type SiteBrowser } from './kit.js'

let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const by = ({ page }: OpenPage, name: string) => page.locator(`[data-test=${name}]`)

const openssl = (args: readonly string[], input = ''): string =>
  execFileSync('openssl', args, { input, encoding: 'utf8' })

describe('keys', () => {
  it('reads a key that openssl made, as it came out of a .env file, and mends it', async () => {
    const pem = openssl(['genrsa', '-traditional', '2048'])
    const visit = await browser.open({ path: '/playground/keys' })
    await by(visit, 'key')
      .locator('textarea')
      .fill(`"${pem.trim().replaceAll('\n', '\\n')}"`)
    await by(visit, 'repairs').filter({ hasText: 'PKCS#1' }).waitFor()
    expect(await by(visit, 'repairs').locator('li').allTextContents()).toEqual([
      'quotes around it',
      'line breaks escaped (\\n)',
      'PKCS#1, which Web Crypto does not read',
    ])
    expect(await by(visit, 'public-pem').locator('code').textContent()).toBe(
      openssl(['pkey', '-pubout'], pem),
    )
    expect(await by(visit, 'private-pem').count()).toBe(0)
    await by(visit, 'reveal').click()
    expect(await by(visit, 'private-pem').locator('code').textContent()).toBe(openssl(['pkey'], pem))

    const der = execFileSync('openssl', ['pkey', '-pubout', '-outform', 'der'], { input: pem })
    const digest = execFileSync('openssl', ['dgst', '-sha256', '-binary'], { input: der }).toString('base64')
    await by(visit, 'compare').locator('input').fill(digest)
    await visit.page.getByText('The same key.').waitFor()
    await by(visit, 'compare').locator('input').fill('SHA256:another')
    await visit.page.getByText('Another key.').waitFor()
    expect(visit.faults).toEqual([])
    await visit.page.context().close()
  })

  it('says in Indonesian, on a phone and by keyboard, what is wrong', async () => {
    const visit = await browser.open({ path: '/playground/keys', language: 'id', width: 360 })
    const { page } = visit
    const reading = by(visit, 'reading')
    for (const [sample, words] of [
      ['cut', 'Kunci terpotong'],
      ['path', 'Ini path sebuah file'],
      ['short', 'terlalu pendek'],
      ['public', 'Kunci publik RSA'],
    ] as const) {
      await by(visit, `sample-${sample}`).focus()
      await page.keyboard.press('Enter')
      await reading.filter({ hasText: words }).waitFor()
    }
    await by(visit, 'sample-encrypted').focus()
    await page.keyboard.press('Enter')
    await by(visit, 'passphrase').locator('input').waitFor()
    await by(visit, 'passphrase').locator('input').fill('salah')
    await by(visit, 'passphrase').getByText('Passphrase ini tidak membuka').waitFor()
    await by(visit, 'passphrase').locator('input').fill('demo-passphrase')
    await reading.filter({ hasText: 'Kunci privat RSA' }).waitFor()
    expect(visit.faults).toEqual([])
    await page.context().close()
  })
})
