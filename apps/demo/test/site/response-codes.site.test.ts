import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenPage, openBrowser, type SiteBrowser } from './kit.js'

let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const by = ({ page }: OpenPage, name: string) => page.locator(`[data-test=${name}]`)
const search = async (visit: OpenPage, text: string): Promise<string> => {
  await by(visit, 'search').locator('textarea').fill(text)
  return (await by(visit, 'result').textContent()) ?? ''
}

describe('response codes', () => {
  it('are found by what somebody has on the other screen', async () => {
    const visit = await browser.open({ path: '/playground/response-codes' })
    const causes = by(visit, 'causes').getByRole('listitem')
    expect(await causes.first().textContent()).toContain('key pair')

    expect(
      await search(visit, '{"responseCode":"4017300","responseMessage":"Unauthorized. [Unknown client]"}'),
    ).toContain('Unauthorized.')
    expect(await causes.first().textContent()).toContain('client id is not known')

    await search(visit, '5045400')
    expect(await by(visit, 'outcomes').textContent()).toContain('ask for the status, do not send again')
    expect(await by(visit, 'meaning').textContent()).toMatch(/Ask with service\s+55 Direct Debit Status/)

    expect(await search(visit, 'HTTP/1.1 200 OK\n\n{"responseCode":"4017300"}')).toContain('HTTP said 200')
    expect(await search(visit, '4047818')).toContain('NICEPAY has a meaning of its own: Account inactive.')
    expect(await search(visit, 'xyzzy')).toContain('Nothing in the standard')
    expect(await search(visit, '')).toContain('Type a code or a word')
    expect(await search(visit, '🙂'.repeat(40_000))).toContain('more than 50,000 characters')

    await search(visit, '40173')
    await by(visit, 'result').getByRole('button', { name: '4017301' }).click()
    expect(await by(visit, 'meaning').textContent()).toContain('Invalid access token')
    expect(visit.faults).toEqual([])
    await visit.page.context().close()
  })

  it('are found by words, and filtered, in Indonesian and on a phone', async () => {
    const visit = await browser.open({ path: '/playground/response-codes', language: 'id', width: 360 })
    expect(await search(visit, 'tanda tangan')).toContain('401xx00')
    await by(visit, 'filter').locator('input').fill('saldo')
    expect(await by(visit, 'all-codes').textContent()).toContain('Saldo tidak cukup')
    await by(visit, 'choice-409').click()
    expect(await by(visit, 'shown').textContent()).toBe('0 dari 63')
    await by(visit, 'filter').locator('input').fill('')
    expect(await by(visit, 'shown').textContent()).toBe('2 dari 63')
    const overhang = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overhang).toBeLessThanOrEqual(0)
    expect(visit.faults).toEqual([])
    await visit.page.context().close()
  })
})
