import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSandbox, SandboxError } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientSecret, publicKey } from './clients.js'

const sandbox = createSandbox()
let servers: ListeningSandbox

beforeAll(async () => {
  servers = await listen(sandbox, { port: 0, providerPort: 0 })
})
afterAll(() => servers.close())

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** node:http, because `fetch` does not let a program choose `Host`, `Origin` or `Sec-Fetch-Site`. */
const send = (
  url: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })

const authorized = (): Record<string, string> => ({
  authorization: `Bearer ${servers.controlToken}`,
  'content-type': 'application/json',
})
const control = (path: string, sent: Sent = {}) =>
  send(`${servers.controlUrl}/_sandbox${path}`, { ...sent, headers: { ...authorized(), ...sent.headers } })

describe('the control API', () => {
  it('lists the providers with the base URL a client takes', async () => {
    const { status, body } = await control('/providers')
    expect(status).toBe(200)
    const port = (id: string): string => new URL(servers.baseUrl(id)).port
    expect(JSON.parse(body)).toEqual([
      {
        id: 'nicepay',
        name: 'NICEPAY',
        baseUrl: `http://127.0.0.1:${port('nicepay')}/nicepay`,
        tokenPath: '/v1.0/access-token/b2b',
      },
      { id: 'bni', name: 'BNI', baseUrl: `http://127.0.0.1:${port('bni')}`, tokenPath: '/api/oauth/token' },
    ])
  })

  it('registers a client, and shows its key by fingerprint only', async () => {
    const client = { clientId: 'a', clientSecret, publicKey }
    const { status, body } = await control('/nicepay/clients', {
      method: 'POST',
      body: JSON.stringify(client),
    })
    expect(status).toBe(201)
    expect(JSON.parse(body)).toEqual({
      clientId: 'a',
      publicKeyFingerprint: expect.stringMatching(/^SHA256:/),
    })
    expect(body).not.toContain(clientSecret)
  })

  it('sets faults and the clock, lists calls, and resets', async () => {
    const faults = { faults: [{ kind: 'html', times: 1 }] }
    expect((await control('/bni/faults', { method: 'PUT', body: JSON.stringify(faults) })).status).toBe(200)
    expect((await send(`${servers.baseUrl('bni')}/api/oauth/token`)).status).toBe(502)
    expect(JSON.parse((await control('/bni/calls')).body)).toMatchObject([{ number: 1, fault: 'html' }])
    expect((await control('/clock', { method: 'PUT', body: '{"stoppedAt":42}' })).body).toBe('{"now":42}')
    expect((await control('/reset', { method: 'POST' })).status).toBe(200)
    expect((await control('/bni/calls')).body).toBe('[]')
    expect(sandbox.now()).not.toBe(42)
  })

  it.each([
    ['not JSON', 'POST', '/bni/clients', '{', 400],
    ['a client without a secret', 'POST', '/bni/clients', '{"clientId":"a"}', 400],
    ['an unknown provider', 'POST', '/bank/clients', '{}', 404],
    ['an inherited name', 'GET', '/constructor/calls', undefined, 404],
    ['an unknown path', 'GET', '/secrets', undefined, 404],
    ['a wrong method', 'DELETE', '/clock', undefined, 404],
    ['no faults', 'PUT', '/bni/faults', '{}', 400],
    ['an unknown fault', 'PUT', '/bni/faults', '{"faults":[{"kind":"rain"}]}', 400],
    ['a fault that is null', 'PUT', '/bni/faults', '{"faults":[null]}', 400],
    ['a clock that is null', 'PUT', '/clock', 'null', 400],
    ['a body of 65 KiB', 'POST', '/bni/clients', `"${'x'.repeat(66_000)}"`, 413],
  ])('refuses %s with a code and a sentence', async (_, method, path, body, expected) => {
    const answer = await control(path, { method, ...(body !== undefined && { body }) })
    expect(answer.status).toBe(expected)
    expect(JSON.parse(answer.body)).toEqual({
      error: { code: expect.any(String), message: expect.stringMatching(/ /) },
    })
  })
})

describe('who may not come in', () => {
  const client = JSON.stringify({ clientId: 'evil', clientSecret: 'x' })
  const post = (headers: Record<string, string>) =>
    send(`${servers.controlUrl}/_sandbox/bni/clients`, { method: 'POST', headers, body: client })

  it.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer 00000000-0000-0000-0000-000000000000' }],
    ['the token as Basic', { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` }],
  ])('%s: 401', async (_, headers) => {
    expect((await post({ 'content-type': 'application/json', ...headers })).status).toBe(401)
    expect((await send(`${servers.controlUrl}/_sandbox/providers`, { headers })).status).toBe(401)
  })

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', 'application/jsonx'])(
    'a body as %s, which a form could send without asking: 415',
    async (type) => {
      expect((await post({ ...authorized(), 'content-type': type })).status).toBe(415)
    },
  )

  it.each(['cross-site', 'same-site'])('a page of another origin (%s): 403 on every port', async (site) => {
    const headers = { 'sec-fetch-site': site }
    expect((await post({ ...authorized(), ...headers })).status).toBe(403)
    expect((await send(servers.baseUrl('nicepay'), { headers })).status).toBe(403)
    expect((await send(servers.baseUrl('bni'), { headers })).status).toBe(403)
  })

  it.each(['https://evil.example', 'http://127.0.0.1:1', 'null', 'file://'])(
    'an Origin of %s: 403',
    async (origin) => {
      expect((await post({ ...authorized(), origin })).status).toBe(403)
    },
  )

  it.each(['evil.example', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example:8787'])(
    'a rebound Host %j: 421 on every port',
    async (host) => {
      for (const url of [servers.controlUrl, servers.baseUrl('nicepay'), servers.baseUrl('bni')])
        expect((await send(url, { headers: { ...authorized(), host } })).status).toBe(421)
    },
  )

  it('nobody is ever granted CORS', async () => {
    const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    for (const url of [`${servers.controlUrl}/_sandbox/clock`, servers.baseUrl('bni')]) {
      const answer = await send(url, { method: 'OPTIONS', headers: preflight })
      expect(answer.status).toBe(403)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
    const plain = await control('/providers')
    expect(Object.keys(plain.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('a control token that keeps nobody out is refused', async () => {
    await expect(
      listen(createSandbox(), { port: 0, providerPort: 0, controlToken: 'short' }),
    ).rejects.toThrow(TypeError)
  })
})

describe('listen', () => {
  it('mounts the providers under the control origin, with their real paths', async () => {
    const { status, body } = await send(
      `${servers.controlUrl}/providers/nicepay/nicepay/v1.0/access-token/b2b`,
    )
    expect(status).toBe(405)
    expect(JSON.parse(body)).toMatchObject({ responseCode: '4057300' })
    expect((await send(`${servers.controlUrl}/providers/nobody/x`, { headers: authorized() })).status).toBe(
      404,
    )
  })

  it('names a taken port, and leaves nothing listening', async () => {
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve))
    const { port } = squatter.address() as AddressInfo
    let error: unknown
    try {
      await listen(createSandbox(), { port, providerPort: 0 })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(SandboxError)
    expect(error).toMatchObject({ code: 'ERR_SANDBOX_PORT_TAKEN', detail: { port } })
    expect((error as Error).message).toContain(String(port))
    await new Promise((resolve) => squatter.close(resolve))
  })

  it('frees its ports at close, kept-alive connections included', async () => {
    const own = await listen(createSandbox(), { port: 0, providerPort: 0 })
    const url = own.baseUrl('bni')
    expect((await fetch(url)).status).toBe(404)
    await own.close()
    await expect(fetch(url)).rejects.toThrow()
    const again = createServer()
    await new Promise<void>((resolve, reject) => {
      again.on('error', reject)
      again.listen(Number(new URL(url).port), '127.0.0.1', resolve)
    })
    await new Promise((resolve) => again.close(resolve))
  })
})
