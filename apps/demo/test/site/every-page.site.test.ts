import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type SiteBrowser, type Theme, widths } from './kit.js'

const built = join(import.meta.dirname, '../../dist/site')

/** Every page that was built, as its address without the language. */
const pages = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .map((name) => `/${name.replace(/(?:index)?\.html$/, '')}`)
  .sort()

const isFull = Boolean(process.env['FULL'])

/** One page of each kind in CI, all of them in the full run. */
const seen = isFull
  ? pages
  : pages.filter((path) =>
      /^\/(?:id\/)?(?:$|playground\/|mistakes|providers\/nicepay|security)|^\/reference\/@x\/snap|^\/benchmarks/.test(
        path,
      ),
    )

let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The themes by turns, so that each is seen at each width. */
const themeOf = (page: number, width: number): Theme => ((page + width) % 2 === 0 ? 'light' : 'dark')

describe('every page', () => {
  it.each(seen.map((path, index) => [path, index] as const))(
    '%s fits its width, asks for nothing elsewhere, breaks no rule of the policy, and can be read by everybody',
    async (path, index) => {
      // Each page at one width by turns; in the full run at all of them.
      for (const [turn, width] of widths.entries()) {
        if (!isFull && turn !== index % widths.length) continue
        const theme = themeOf(index, turn)
        const { page, faults } = await browser.open({ path, width, theme })
        expect(await page.locator('h1').count(), 'headings of the first level').toBe(1)
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wider, `pixels wider than ${width}`).toBeLessThanOrEqual(0)
        // One width in three is enough: the markup is the same, colours and order differ by theme and phone.
        if (turn === index % widths.length) {
          await page.evaluate(axe.source)
          const problems = await page.evaluate(async () => {
            const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, {
              resultTypes: ['violations'],
            })
            return violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(
                ({ id, nodes }) =>
                  `${id}: ${nodes
                    .map(({ html }) => html.slice(0, 160))
                    .slice(0, 3)
                    .join(' ')}`,
              )
          })
          expect(problems, `${width} px, ${theme}`).toEqual([])
        }
        expect(faults).toEqual([])
        await page.context().close()
      }
    },
  )
})

interface Axe {
  readonly run: (
    context: Document,
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly impact: string
      readonly nodes: readonly { readonly html: string }[]
    }[]
  }>
}

/** What a browser has to fetch before a page is there: its own script and what that imports at once. */
const scriptsOf = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = '']) => file)),
]

describe('what was built', () => {
  it('has a first view of at most 150 KB of script, gzipped, on every page', () => {
    const sizes = pages.map((path) => {
      const file = path.endsWith('/') ? `${path}index.html` : `${path}.html`
      const html = readFileSync(join(built, file), 'utf8')
      const bytes = scriptsOf(html).reduce(
        (sum, script) => sum + gzipSync(readFileSync(join(built, script))).length,
        0,
      )
      return [path, bytes] as const
    })
    expect(sizes.length).toBeGreaterThan(60)
    expect(sizes.filter(([, bytes]) => bytes > 150_000)).toEqual([])
  })

  it('has no more than that on its first page when the two tokens are there', async () => {
    const { page } = await browser.open({ path: '/' })
    await page.locator('[data-test=token-oauth] code').waitFor()
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith('.js')),
    )
    await page.context().close()
    expect(scripts.length).toBeGreaterThan(5)
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(built, path))).length, 0)
    expect(bytes).toBeLessThanOrEqual(150_000)
  })

  it('has no dead link, nor a link to a heading that is not there', () => {
    const idsOf = new Map(
      pages.map((path) => {
        const file = path.endsWith('/') ? `${path}index.html` : `${path}.html`
        const html = readFileSync(join(built, file), 'utf8')
        return [
          path,
          { html, ids: new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)) },
        ] as const
      }),
    )
    const dead: string[] = []
    for (const [path, { html }] of idsOf)
      for (const [, href = ''] of html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)) {
        if (/^(?:https?:|mailto:)/.test(href)) continue
        const url = new URL(href.replaceAll('&amp;', '&'), `http://site${path}`)
        const target = idsOf.get(url.pathname.replace(/(?:index)?\.html$/, ''))
        if (target === undefined) dead.push(`${path}: ${href}`)
        else if (url.hash.length > 1 && !target.ids.has(decodeURIComponent(url.hash.slice(1))))
          dead.push(`${path}: ${href} (no such heading)`)
      }
    expect([...new Set(dead)]).toEqual([])
  })

  it('has no style and no script in its pages, but only beside them', () => {
    for (const path of pages) {
      const file = path.endsWith('/') ? `${path}index.html` : `${path}.html`
      const html = readFileSync(join(built, file), 'utf8')
      expect(
        html.match(/\sstyle="[^"]*"|<style|<script(?![^>]*\ssrc=)[^>]*>|\son\w+="/g) ?? [],
        path,
      ).toEqual([])
    }
  })
})
