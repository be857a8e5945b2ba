import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { AuditedExchange, ProviderEvent } from '@x/providers'
import { describe, expect, it } from 'vitest'
import { bniClient, bniKeys, clientSecret } from '../clients.js'
import { serve } from '../loopback.js'

const token = 'CANARY+access/token='

const printed = (value: unknown): string =>
  [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(value) ?? '',
    String(value),
    value instanceof Error ? `${value.stack}${value.cause === undefined ? '' : printed(value.cause)}` : '',
  ].join('\n')

const expectNoSecret = (value: unknown): void => {
  const text = printed(value)
  for (const secret of [token, clientSecret, bniKeys.apiSecret, bniKeys.apiKey])
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
      expect(text).not.toContain(form)
}

const tokenAnswer = JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 3599 })
const balance = { body: { accountNo: '1234567890' } }

/** A bank whose services answer as told. */
const bank = (answer: Parameters<typeof serve>[0]): Promise<string> =>
  serve(async (request, response) => {
    if (request.url === '/api/oauth/token') response.end(tokenAnswer)
    else await answer(request, response)
  })

describe('the token in the address is seen nowhere', () => {
  const answers: Readonly<Record<string, Parameters<typeof serve>[0]>> = {
    'a good answer': (_, response) => void response.end('{"r":{"parameters":{"responseCode":"0001"}}}'),
    'a refusal': (_, response) =>
      void response.writeHead(400).end('{"r":{"parameters":{"responseCode":"0007"}}}'),
    'a bare 401': (_, response) => void response.writeHead(401).end(),
    'a redirect': ({ url }, response) => void response.writeHead(302, { location: `/elsewhere${url}` }).end(),
    'a reset': (request) => void request.socket.destroy(),
    'no HTTP': (request) => void request.socket.end('nonsense'),
    silence: () => {},
    'too much': (_, response) => void response.end(' '.repeat(1_100_000)),
  }

  it.each(Object.entries(answers))('%s', async (_, answer) => {
    const seen: unknown[] = []
    const audited: AuditedExchange[] = []
    const events: ProviderEvent[] = []
    const client = bniClient({
      baseUrl: await bank(answer),
      timeoutMs: 200,
      audit: (exchange) => audited.push(exchange),
      onEvent: (event) => events.push(event),
    })
    const reply = await client.call('getbalance', {
      ...balance,
      beforeSend: (attempt) => void seen.push(attempt),
    })
    expectNoSecret(client)
    expectNoSecret(reply)
    expectNoSecret(seen)
    expectNoSecret(events)
    expectNoSecret(audited)
    expect(audited[0]?.request.url).toMatch(/\/H2H\/v2\/getbalance\?access_token=\[masked\]$/)
    expect(audited[0]?.request.headers['x-api-key']).toBe('[masked]')
    expect(audited[0]?.request.body).toBe(
      '{"clientId":"IDBNIQ29udG9oIEFwcA==","accountNo":"1234567890","signature":"[masked]"}',
    )
  })

  it('an answer that repeats the address is masked in the audit', async () => {
    const audited: AuditedExchange[] = []
    const echo: Parameters<typeof serve>[0] = ({ url, headers }, response) =>
      void response.end(JSON.stringify({ url, token, key: headers['x-api-key'] }))
    const client = bniClient({ baseUrl: await bank(echo), audit: (exchange) => audited.push(exchange) })
    await client.call('getbalance', balance)
    expectNoSecret(audited)
    expect(audited[0]?.response?.body).toContain('access_token=[masked]')
  })

  it('a connection that cannot be made', async () => {
    const given = { value: token, version: '1', expiresAt: 1 }
    const tokens = { get: async () => given, peek: () => given }
    const closed = createServer()
    const port = await new Promise<number>((resolve) =>
      closed.listen(0, '127.0.0.1', () => resolve((closed.address() as AddressInfo).port)),
    )
    await new Promise((resolve) => closed.close(resolve))
    const error = await bniClient({ baseUrl: `http://127.0.0.1:${port}`, tokens })
      .call('getbalance', balance)
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'ERR_PROVIDER_TRANSPORT', phase: 'send' })
    expectNoSecret(error)
  })

  it('a fetch whose error holds the request', async () => {
    const given = { value: token, version: '1', expiresAt: 1 }
    const reply = await bniClient({
      tokens: { get: async () => given, peek: () => given },
      fetch: (url) => Promise.reject(Object.assign(new TypeError(`cannot fetch ${url}`), { url })),
    }).call('getbalance', balance)
    expect(reply.outcome).toBe('unknown')
    expectNoSecret(reply)
  })

  it('a prepared request', async () => {
    const prepared = await bniClient({ baseUrl: await bank(() => {}) }).prepare('getbalance', balance)
    expectNoSecret(prepared)
    expect(prepared.request().url).toContain(encodeURIComponent(token))
  })
})

describe('what instruments see, and how SECURITY.md takes it out', () => {
  const security = readFileSync(join(import.meta.dirname, '../../../../SECURITY.md'), 'utf8')
  const [, pattern = '', flags = '', replacement = ''] =
    /replace `\/(.+?)\/([a-z]*)` by `([^`]+)`/.exec(security.replaceAll('\n', ' ')) ?? []
  const scrub = (text: string): string => text.replace(new RegExp(pattern, flags), replacement)

  it('the hook of undici prints the address with the token, and without it after the scrubber', async () => {
    const lines: string[] = []
    const hook = (message: unknown): void => {
      const { request } = message as { readonly request: { readonly origin: string; readonly path: string } }
      lines.push(`${request.origin}${request.path}`)
    }
    subscribe('undici:request:create', hook)
    try {
      const client = bniClient({
        baseUrl: await bank(
          (_, response) => void response.end('{"r":{"parameters":{"responseCode":"0001"}}}'),
        ),
      })
      expect((await client.call('getbalance', balance)).outcome).toBe('success')
    } finally {
      unsubscribe('undici:request:create', hook)
    }
    const line = lines.find((text) => text.includes('/H2H/v2/getbalance')) ?? ''
    expect(line).toContain(encodeURIComponent(token))
    expect(scrub(line)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/H2H\/v2\/getbalance\?access_token=REDACTED$/)
  })

  it.each([
    [
      'https://api.bni.co.id/H2H/v2/dopayment?access_token=abc',
      'https://api.bni.co.id/H2H/v2/dopayment?access_token=REDACTED',
    ],
    ['/H2H/v2/dopayment?access_token=a%2Bb%3D&x=1', '/H2H/v2/dopayment?access_token=REDACTED&x=1'],
    ['/H2H/v2/dopayment?x=1&access_token=abc#top', '/H2H/v2/dopayment?x=1&access_token=REDACTED#top'],
    [
      'GET /a?access_token=abc HTTP/1.1 POST /b?access_token=def HTTP/1.1',
      'GET /a?access_token=REDACTED HTTP/1.1 POST /b?access_token=REDACTED HTTP/1.1',
    ],
    ['?access_token=', '?access_token=REDACTED'],
    ['/a?my_access_token=abc', '/a?my_access_token=abc'],
  ])('%s', (text, scrubbed) => expect(scrub(text)).toBe(scrubbed))
})
