import { createHash, createHmac } from 'node:crypto'
import { selectors } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type SiteBrowser } from './kit.js'

selectors.setTestIdAttribute('data-test')
let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('sign and verify', () => {
  it('signs a symmetric call, step by step, as somebody mends it', async () => {
    const { page, faults } = await browser.open({ path: '/playground/sign-and-verify' })
    const test = (name: string) => page.getByTestId(name)
    await test('verdict').getByText('The signature is valid').waitFor()

    // A call of one's own.
    await page.getByLabel('Path, with its query').fill('/v1.0/balance-inquiry')
    await page.getByLabel('Timestamp', { exact: true }).fill('2020-12-17T10:55:00+07:00')
    await page.getByLabel('Access token').fill('Bearer TOKEN')
    await page.getByText('Leave the word "Bearer" out').waitFor()
    await test('no-signature').waitFor()
    await page.getByLabel('Access token').fill('TOKEN')
    const body = '{ "accountNo": "  12", "name": "Budi Santoso" }'
    await page.getByLabel('Body', { exact: true }).fill(body)
    const secret = page.getByLabel('Client secret', { exact: true })
    await secret.fill(' canary-secret')
    await page.getByText('begins or ends with a space').waitFor()
    await secret.fill('canary-secret')

    const hash = createHash('sha256').update('{"accountNo":"  12","name":"Budi Santoso"}').digest('hex')
    const text = `POST:/v1.0/balance-inquiry:TOKEN:${hash}:2020-12-17T10:55:00+07:00`
    const mac = createHmac('sha512', 'canary-secret').update(text).digest()
    expect(await test('slot-string').textContent()).toBe(text)
    expect(await test('body-summary').textContent()).toMatch(
      /47 bytes are sent, 42 are hashed: 5 .* 3 white-space/,
    )
    await test('signature-base64').getByText(mac.toString('base64')).waitFor()
    await test('signature-hex').getByText(mac.toString('hex')).waitFor()

    // The signature of the sample is of another call; hex is named and stays refused.
    await test('verdict').getByText('of another request, or by another key').waitFor()
    await page.getByLabel('Received signature').fill(mac.toString('hex'))
    await test('verdict').getByText('It is hex: 128 digits').waitFor()
    await test('verdict').getByText('Not valid').waitFor()
    await test('expected-encoding').getByRole('radio', { name: 'hex' }).check()
    await test('verdict').getByText('The signature is valid').waitFor()

    // What can be copied holds no secret.
    for (const tab of ['typescript', 'curl']) {
      await test(`tab-${tab}`).click()
      const copied = await test('call-text').textContent()
      expect(copied).toContain('/v1.0/balance-inquiry')
      expect(copied).not.toMatch(/canary|Bearer TOKEN/)
    }
    expect(await page.locator('main').textContent()).not.toContain('canary-secret')

    // A long body waits for a button, one that is longer still is not taken.
    const field = page.getByLabel('Body', { exact: true })
    await field.fill(`"${'x'.repeat(60_000)}"`)
    await test('compute').click()
    await test('body-summary').getByText('all 60002 bytes').waitFor()
    await field.fill('x'.repeat(1_000_001))
    await page.getByRole('alert').getByText('1 000 000').waitFor()
    // A token request signs no body, however long.
    await test('choice-token-request').click()
    await page.getByText('256 bytes, RSA 2048').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await test('choice-symmetric').click()

    await test('start-over').click()
    await test('verdict').getByText('The signature is valid').waitFor()
    expect(page.url()).not.toContain('?')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('signs with a private key and reads a broken one, in Indonesian, on a phone', async () => {
    const { page, faults } = await browser.open({
      path: '/playground/sign-and-verify',
      language: 'id',
      width: 360,
    })
    await page.getByTestId('choice-token-request').click()
    // The other side follows: the signature of the sample is there, and valid.
    await page.getByText('256 byte, RSA 2048').waitFor()
    await page.getByText('Signature valid').waitFor()
    const key = page.getByRole('textbox', { name: 'Kunci privat' })
    const whole = await key.inputValue()
    await key.fill(whole.replaceAll('\n', '\\n'))
    await page.getByText('256 byte, RSA 2048').waitFor()
    await key.fill(whole.slice(0, 400))
    await page.getByText('Kunci terpotong').waitFor()
    await key.fill('/run/secrets/private.pem')
    await page.getByText('Ini path sebuah file').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(faults).toEqual([])
    await page.context().close()
  })
})
