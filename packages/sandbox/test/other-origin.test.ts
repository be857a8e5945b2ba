import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumArguments, findProgram, chromium as program } from '../../../scripts/find-program.mjs'
import { clientSecret } from './clients.js'

const executablePath = findProgram(program)

// A real browser with a page of another origin that knows everything but the control token, and then even that.
describe.skipIf(!executablePath)('a web page of another origin', () => {
  const sandbox = createSandbox()
  const bank = sandbox.provider('bni')
  let servers: ListeningSandbox
  let browser: Browser
  let page: Page
  const evil = createServer((_, response) => response.end('<!doctype html><title>evil</title><body></body>'))

  beforeAll(async () => {
    servers = await listen(sandbox, { port: 0, providerPort: 0 })
    bank.registerClient({ clientId: 'shop-1', clientSecret })
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...chromiumArguments],
    })
    page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`)
  })

  afterAll(async () => {
    await browser.close()
    await servers.close()
    await new Promise((resolve) => evil.close(resolve))
  })

  /** What reached the provider. A browser asks for the icon of a page that was refused too, by itself. */
  const counted = (): readonly string[] =>
    bank
      .calls()
      .map(({ path }) => path)
      .filter((path) => path !== '/favicon.ico')

  /** `fetch` in the page; what it could read, or the failure. */
  const tryFetch = (url: string, init: RequestInit): Promise<string> =>
    page.evaluate(
      async ([target, options]) => {
        try {
          const response = await fetch(target, options)
          return `${response.type} ${response.status} ${await response.text()}`
        } catch {
          return 'blocked'
        }
      },
      [url, init] as const,
    )

  it('cannot read the control API or a provider, even with the token', async () => {
    const headers = { authorization: `Bearer ${servers.controlToken}`, 'content-type': 'application/json' }
    expect(await tryFetch(`${servers.controlUrl}/_sandbox/providers`, { headers })).toBe('blocked')
    expect(await tryFetch(`${servers.baseUrl('bni')}/api/oauth/token`, {})).toBe('blocked')
    expect(await tryFetch(`${servers.controlUrl}/_sandbox/providers`, { mode: 'no-cors' })).toBe('opaque 0 ')
  })

  it('cannot drive it blind: no request reaches a handler', async () => {
    const token = `${servers.baseUrl('bni')}/api/oauth/token`
    await tryFetch(token, {
      method: 'POST',
      mode: 'no-cors',
      body: new URLSearchParams('grant_type=client_credentials') as never,
    })
    await tryFetch(`${servers.controlUrl}/_sandbox/reset`, { method: 'POST', mode: 'no-cors', body: '{}' })
    await tryFetch(`${servers.controlUrl}/_sandbox/bni/clients`, {
      method: 'POST',
      headers: { authorization: `Bearer ${servers.controlToken}`, 'content-type': 'application/json' },
      body: '{"clientId":"evil","clientSecret":"x"}',
    })
    expect(counted()).toEqual([])
  })

  it('cannot make a request by an image that counts', async () => {
    const outcome = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const image = new Image()
          image.onload = () => resolve('loaded')
          image.onerror = () => resolve('failed')
          image.src = url
        }),
      `${servers.baseUrl('bni')}/image`,
    )
    expect(outcome).toBe('failed')
    expect(counted()).toEqual([])
  })

  it.each([
    [
      'open a frame',
      '/frame',
      (url: string) => {
        const frame = document.createElement('iframe')
        frame.src = url
        document.body.append(frame)
      },
    ],
    [
      'submit a form',
      '/api/oauth/token',
      (url: string) => {
        const form = document.createElement('form')
        form.method = 'post'
        form.action = url
        form.target = '_blank'
        document.body.append(form)
        form.submit()
      },
    ],
  ] as const)('cannot %s that counts', async (_, path, act) => {
    const url = servers.baseUrl('bni') + path
    const [response] = await Promise.all([
      page.context().waitForEvent('response', (seen) => seen.url() === url),
      page.evaluate(act, url),
    ])
    expect(response.status()).toBe(403)
    expect(counted()).toEqual([])
  })

  it('was not spared by chance: a program on this machine is let in', async () => {
    const response = await fetch(`${servers.baseUrl('bni')}/api/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`shop-1:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    expect(response.status).toBe(200)
    expect(counted()).toEqual(['/api/oauth/token'])
  })
})
