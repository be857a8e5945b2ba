import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenPage, openBrowser, type SiteBrowser } from './kit.js'

let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const by = ({ page }: OpenPage, name: string) => page.locator(`[data-test=${name}]`)

describe('the token cache, seen', () => {
  it('shows a finished run at first sight, and another one for another choice', async () => {
    const visit = await browser.open({ path: '/playground/token-cache' })
    expect(await by(visit, 'figure-calls').textContent()).toMatch(/^\s*1\s+promised: 1/)
    expect(await by(visit, 'sees').textContent()).toContain('3 processes start at once')

    await by(visit, 'choice-killed').click()
    await by(visit, 'sees').filter({ hasText: 'is killed' }).waitFor()
    expect(await by(visit, 'figure-calls').textContent()).toMatch(/^\s*2\s+promised: 2/)
    expect(await by(visit, 'list').textContent()).toMatch(
      /waits for the lease of process \d \(\d\.\d{3} s left\)/,
    )
    expect(await by(visit, 'now').textContent()).toContain('killed')

    await by(visit, 'start-over').click()
    await by(visit, 'sees').filter({ hasText: 'start at once' }).waitFor()
    expect(visit.faults).toEqual([])
    await visit.page.context().close()
  })

  it('is stepped through by keyboard, and by the times in its list', async () => {
    const visit = await browser.open({ path: '/playground/token-cache', width: 360, theme: 'dark' })
    const scrub = by(visit, 'scrub')
    await scrub.focus()
    await visit.page.keyboard.press('Home')
    expect(await by(visit, 'clock').textContent()).toBe('0 s')
    expect(await by(visit, 'happening').textContent()).toContain('Nothing has happened yet')
    await visit.page.keyboard.press('ArrowRight')
    await visit.page.keyboard.press('ArrowRight')
    expect(await by(visit, 'happening').textContent()).toContain('takes the lease')
    expect(await scrub.getAttribute('aria-valuetext')).toContain('takes the lease')
    await visit.page.keyboard.press('End')
    expect(await by(visit, 'happening').textContent()).toContain('The run ends here')

    await by(visit, 'list')
      .getByRole('listitem')
      .filter({ hasText: 'asks the provider' })
      .getByRole('button')
      .click()
    expect(await by(visit, 'now').textContent()).toContain('asks the provider')
    await by(visit, 'play').click()
    await by(visit, 'happening').filter({ hasText: 'waits for the lease' }).waitFor()
    await by(visit, 'step-back').click()
    expect(await by(visit, 'play').textContent()).toContain('Play')
    const overhang = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overhang).toBeLessThanOrEqual(0)
    expect(visit.faults).toEqual([])
    await visit.page.context().close()
  })

  it('speaks Indonesian', async () => {
    const visit = await browser.open({ path: '/playground/token-cache', language: 'id' })
    await by(visit, 'choice-store-gone-no-token').click()
    await by(visit, 'sees').filter({ hasText: 'Store tidak menjawab' }).waitFor()
    expect(await by(visit, 'figure-calls').textContent()).toMatch(/^\s*3\s+dijanjikan: 3/)
    expect(await by(visit, 'list').textContent()).toContain('jalan terus tanpa store')
    expect(visit.faults).toEqual([])
    await visit.page.context().close()
  })
})
