import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type SiteBrowser } from './kit.js'

/** The built program, as `npm start` runs it after the build. */
const program = join(import.meta.dirname, '../../dist/start.js')

let child: ChildProcess
let browser: SiteBrowser
let token = ''

beforeAll(async () => {
  child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], PORT: '0', SANDBOX_PORT_BASE: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await new Promise<string>((resolve, reject) => {
    let site = ''
    child.once('close', () => reject(new Error('it ended before it said where its site is')))
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      site ||= /^site +(\S+)$/.exec(line)?.[1] ?? ''
      token = /^its token +(\S+)$/.exec(line)?.[1] ?? token
      if (token) resolve(site)
    })
  })
  browser = await openBrowser({ origin })
})
afterAll(async () => {
  await browser.close()
  const closed = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGINT')
  await closed
})

describe('npm start', () => {
  it('shows two tokens on its first page, in both languages', async () => {
    for (const [language, left] of [
      ['en', / s left$/],
      ['id', /^sisa \d+ dtk$/],
    ] as const) {
      const { page, faults } = await browser.open({ path: '/', language })
      for (const door of ['snap', 'oauth']) {
        const shown = page.locator(`[data-test=token-${door}]`)
        expect(await shown.locator('code').textContent()).toMatch(/^[\w-]{4}…$/)
        expect(await shown.locator('.two-tokens-left').textContent()).toMatch(left)
      }
      expect(faults).toEqual([])
      await page.context().close()
    }
  })

  it('has a console that shows, once it has the token, what was called', async () => {
    expect(token).not.toBe('')
    const { page, faults } = await browser.open({ path: '/playground/sandbox' })
    expect(page.url()).not.toContain(token)
    expect(await page.locator('.tool').innerText()).not.toContain(token)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('a person with a keyboard alone', () => {
  it('skips to the content, searches, opens a page, and changes the language', async () => {
    const { page, faults } = await browser.open({ path: '/start' })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to content')

    await page.keyboard.press('Control+k')
    await page.locator('.VPLocalSearchBox input').waitFor()
    await page.keyboard.type('whitespace inside values')
    await page.locator('.VPLocalSearchBox .result').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/[a-z-]+/)
    await page.locator('.VPLocalSearchBox').waitFor({ state: 'detached' })

    await page.goto(`${browser.origin}/mistakes`)
    const toggle = page.locator('.VPNavBarTranslations button').first()
    await toggle.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Bahasa Indonesia' }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${browser.origin}/id/mistakes`)
    await page.locator('html[lang=id]').waitFor({ state: 'attached' })
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('changes between light and dark, which is all that is kept', async () => {
    const { page, faults } = await browser.open({ path: '/playground/keys' })
    const dark = (): Promise<boolean> =>
      page.evaluate(() => document.documentElement.classList.contains('dark'))
    expect(await dark()).toBe(false)
    await page.locator('.VPNavBarAppearance button').focus()
    await page.keyboard.press('Enter')
    expect(await dark()).toBe(true)
    await page.reload()
    expect(await dark()).toBe(true)
    const kept = await page.evaluate(() => [
      Object.keys(localStorage),
      Object.keys(sessionStorage),
      document.cookie,
    ])
    expect(kept).toEqual([['vitepress-theme-appearance'], [], ''])
    expect(faults).toEqual([])
    await page.context().close()
  })
})
