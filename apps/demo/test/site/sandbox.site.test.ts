import { join } from 'node:path'
import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteHandler } from '../../src/site-handler.js'
import { type OpenPage, openBrowser, type SiteBrowser } from './kit.js'

/** As `npm start` has it: site and control API at one address. */
const sandbox = createSandbox()
const controlToken = 'CANARY-control-token-5b1e'
let servers: ListeningSandbox
let browser: SiteBrowser
beforeAll(async () => {
  const site = siteHandler(join(import.meta.dirname, '../../dist/site'))
  servers = await listen(sandbox, { port: 0, providerPort: 0, controlToken, site })
  browser = await openBrowser({ origin: servers.controlUrl })
})
afterAll(async () => {
  await browser.close()
  await servers.close()
})

const by = ({ page }: OpenPage, name: string) => page.locator(`[data-test=${name}]`)
const textOf = async (visit: OpenPage, name: string): Promise<string> =>
  (await by(visit, name).textContent()) ?? ''

describe('the sandbox console', () => {
  it('drives the sandbox of the page: calls, a payment, a fault, the clock, a reset', async () => {
    const visit = await browser.open({ path: '/playground/sandbox' })
    const calls = by(visit, 'calls').locator('details')
    await calls.nth(2).waitFor()
    expect(await calls.nth(2).textContent()).toContain('Why it was refused: X-SIGNATURE')
    expect(await calls.nth(0).textContent()).toContain('/qr/qr-mpm-generate')

    await by(visit, 'tab-transactions').click()
    await by(visit, 'act-pay').click()
    await by(visit, 'said').filter({ hasText: 'is now paid' }).waitFor()

    await by(visit, 'tab-faults').click()
    await by(visit, 'fault-times').locator('input').fill('often')
    await by(visit, 'add-fault').click()
    expect(await textOf(visit, 'fault-times')).toContain('A whole number above 0')
    await by(visit, 'fault-times').locator('input').fill('1')
    await by(visit, 'fault-times').locator('input').press('Enter')
    expect(await textOf(visit, 'faults')).toContain('reset, once, on every call')

    await by(visit, 'tab-clock').click()
    await by(visit, 'shift-form').locator('input').fill('soon')
    await by(visit, 'shift').click()
    expect(await textOf(visit, 'shift-form')).toContain('A number with ms, s, m, h or d')
    await by(visit, 'stop').click()
    await by(visit, 'sandbox-clock').filter({ hasText: '2026-11-22T03:00:00Z' }).waitFor()

    await by(visit, 'reset').click()
    await by(visit, 'tab-calls').click()
    expect(await calls.count()).toBe(0)
    expect(sandbox.provider('nicepay').calls()).toEqual([])
    expect(visit.faults).toEqual([])
    await visit.page.context().close()
  })

  it('stays with the sandbox of the page when a server answers after it was left', async () => {
    const visit = await browser.open({ path: '/playground/sandbox' })
    const calls = by(visit, 'calls').locator('details')
    await calls.nth(2).waitFor()
    let leave = (): void => {}
    const isLeft = new Promise<void>((resolve) => {
      leave = resolve
    })
    await visit.page.route('**/_sandbox/providers', async (route) => {
      await isLeft
      await route.continue()
    })
    await by(visit, 'choice-server').click()
    await by(visit, 'control-token').locator('input').fill(controlToken)
    await by(visit, 'connect').click()
    await by(visit, 'choice-page').click()
    await calls.nth(2).waitFor()
    const answered = visit.page.waitForEvent('requestfinished')
    leave()
    await answered
    await by(visit, 'look').click()
    expect(await calls.count()).toBe(3)
    expect(visit.faults).toEqual([])
    await visit.page.context().close()
  })

  it('drives a running sandbox, once it has its token, and says in a sentence what is wrong', async () => {
    const visit = await browser.open({ path: '/playground/sandbox', language: 'id', width: 360 })
    await by(visit, 'choice-server').click()
    const token = by(visit, 'control-token').locator('input')
    await token.fill('token yang salah')
    await by(visit, 'connect').click()
    await by(visit, 'problem').filter({ hasText: 'Ini bukan token sandbox' }).waitFor()
    await token.fill(controlToken)
    await token.press('Enter')
    await by(visit, 'connected').waitFor()

    await by(visit, 'choice-bni').click()
    await by(visit, 'tab-clients').click()
    await by(visit, 'client-clientId').locator('input').fill('toko-1')
    await by(visit, 'let-in').click()
    await by(visit, 'admitted').filter({ hasText: 'toko-1 sudah terdaftar' }).waitFor()
    const response = await fetch(`${servers.baseUrl('bni')}/api/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa('toko-1:salah')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    })
    expect(response.status).toBe(401)
    await by(visit, 'tab-calls').click()
    await by(visit, 'look').click()
    await by(visit, 'calls').filter({ hasText: 'Alasan penolakan' }).waitFor()

    const kept = await visit.page.evaluate(
      () => document.body.outerHTML + document.cookie + JSON.stringify(localStorage) + location.href,
    )
    expect(kept).not.toContain('CANARY')
    const overhang = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overhang).toBeLessThanOrEqual(0)
    // The refusal of the wrong token is an answer, which the browser notes as well.
    expect(visit.faults.filter((fault) => !fault.includes('401'))).toEqual([])
    await visit.page.context().close()
  })
})
