import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { chromium, chromiumArguments, findProgram } from '../../../../scripts/find-program.mjs'
import { siteHandler } from '../../src/site-handler.js'

export type Language = 'en' | 'id'
export type Theme = 'light' | 'dark'

/** A phone, a tablet, a desk. */
export const widths = [360, 768, 1440] as const

/** How a person comes to a page. */
export interface Visit {
  /** Without the language, such as `/playground/keys`. */
  readonly path: string
  readonly language?: Language
  readonly width?: number
  readonly theme?: Theme
}

/** A page that somebody opened, and what it did that it should not have done. */
export interface OpenPage {
  readonly page: Page
  /** Requests to other origins, refusals of the policy, errors of scripts. Empty on a page that is well. */
  readonly faults: readonly string[]
}

/** A browser in front of the site. */
export interface SiteBrowser {
  readonly origin: string
  readonly open: (visit: Visit) => Promise<OpenPage>
  readonly close: () => Promise<void>
}

const built = join(import.meta.dirname, '../../dist/site')

/** Serves the static build and starts a browser; `origin` is for a site that is served already. */
export const openBrowser = async ({ origin }: { readonly origin?: string } = {}): Promise<SiteBrowser> => {
  const executablePath = findProgram(chromium)
  if (executablePath === undefined) throw new Error('Chromium was there when the tests were chosen')
  const [browser, served] = await Promise.all([
    driver.launch({ executablePath, args: [...chromiumArguments] }),
    origin === undefined ? serveBuilt() : { origin, stop: async () => {} },
  ])
  return {
    origin: served.origin,
    open: (visit) => open(browser, served.origin, visit),
    close: async () => {
      await Promise.all([browser.close(), served.stop()])
    },
  }
}

const serveBuilt = (): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> =>
  new Promise((resolve) => {
    const server = serve({ fetch: siteHandler(built), port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      resolve({
        origin: `http://127.0.0.1:${port}`,
        stop: () => new Promise((stopped) => void server.close(() => stopped())),
      })
    })
  })

const open = async (browser: Browser, origin: string, visit: Visit): Promise<OpenPage> => {
  const { path, language = 'en', width = 1440, theme = 'light' } = visit
  const context = await browser.newContext({
    viewport: { width, height: width < 700 ? 740 : 900 },
    colorScheme: theme,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const faults = watch(context, page, origin)
  await page.goto(`${origin}${language === 'id' ? '/id' : ''}${path}`)
  // A page answers to clicks once it is mounted; a tool, once it has been fetched.
  await page.waitForFunction(
    () =>
      '__vue_app__' in (document.querySelector('#app') ?? {}) &&
      document.querySelector('.tool-waiting') === null,
    undefined,
    { timeout: 10_000 },
  )
  return { page, faults }
}

const watch = (context: BrowserContext, page: Page, origin: string): readonly string[] => {
  const faults: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:')
      faults.push(`asked ${url.origin}`)
  })
  page.on('pageerror', (error) => faults.push(`threw ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|Hydration/i.test(message.text()))
      faults.push(`console: ${message.text()}`)
  })
  return faults
}
