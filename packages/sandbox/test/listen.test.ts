import { createServer, request as httpRequest, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createSandbox, SandboxError } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownHosts, portError } from '../src/node/serve.js'
import { clientSecret, publicKey } from './clients.js'

/** The port that it listens on from then on. */
const bound = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

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
      {
        id: 'bni-snap',
        name: 'BNI SNAP',
        baseUrl: `http://127.0.0.1:${port('bni-snap')}`,
        tokenPath: '/snap/v1/access-token/b2b',
      },
      { id: 'dana', name: 'DANA', baseUrl: `http://127.0.0.1:${port('dana')}`, tokenPath: null },
      {
        id: 'permata',
        name: 'Permata',
        baseUrl: `http://127.0.0.1:${port('permata')}`,
        tokenPath: '/apiservice/oauth/token',
      },
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
    ['faults as null', 'PUT', '/bni/faults', 'null', 400],
    ['a fault with a mistyped field', 'PUT', '/bni/faults', '{"faults":[{"kind":"html","time":1}]}', 400],
    ['a fault that is null', 'PUT', '/bni/faults', '{"faults":[null]}', 400],
    ['a clock beyond the year 9999', 'PUT', '/clock', '{"stoppedAt":253402300800000}', 400],
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

describe('who may come in', () => {
  it('a program that says localhost, in any case', async () => {
    for (const url of [servers.controlUrl, servers.baseUrl('nicepay'), servers.baseUrl('bni')]) {
      const { port } = new URL(url)
      for (const host of [`localhost:${port}`, `LocalHost:${port}`])
        expect((await send(url, { headers: { host } })).status).not.toBe(421)
    }
  })

  it('the page of the control origin itself', async () => {
    const headers = { origin: servers.controlUrl, 'sec-fetch-site': 'same-origin' }
    expect((await control('/providers', { headers })).status).toBe(200)
  })

  it('the scheme bearer, in any case', async () => {
    const headers = { authorization: `bEARER ${servers.controlToken}` }
    expect((await send(`${servers.controlUrl}/_sandbox/providers`, { headers })).status).toBe(200)
  })

  it('HEAD, which has no body to declare', async () => {
    const headers = { authorization: `Bearer ${servers.controlToken}` }
    const head = { method: 'HEAD', headers }
    expect((await send(`${servers.controlUrl}/_sandbox/providers`, head)).status).toBe(200)
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

  it('the beginning of the token, or more than the token: 401', async () => {
    for (const given of [
      servers.controlToken.slice(0, 1),
      servers.controlToken.slice(0, -1),
      `${servers.controlToken}x`,
    ])
      expect((await post({ ...authorized(), authorization: `Bearer ${given}` })).status).toBe(401)
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

  it('an Origin that only looks like its own: 403', async () => {
    const { host, port } = new URL(servers.controlUrl)
    for (const origin of [
      host,
      `https://${host}`,
      `HTTP://${host}`,
      `http://localhost:${port}`,
      `http://${host}/`,
    ])
      expect((await post({ ...authorized(), origin })).status).toBe(403)
  })

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

  it('mounts the token endpoint with its method, headers, query and body', async () => {
    sandbox.reset()
    sandbox.provider('bni').registerClient({ clientId: 'shop-1', clientSecret })
    const url = `${servers.controlUrl}/providers/bni/api/oauth/token`
    const asked = {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`shop-1:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    }
    expect((await send(url, asked)).status).toBe(200)
    const refused = await send(`${url}?scope=a%20b`, asked)
    expect([refused.status, refused.headers['x-sandbox-reason']]).toEqual([
      400,
      expect.stringContaining('query'),
    ])
    expect(
      sandbox
        .provider('bni')
        .calls()
        .map(({ path }) => path),
    ).toEqual(['/api/oauth/token', '/api/oauth/token?scope=a%20b'])
  })

  it('cuts the connection before any byte for the fault reset', async () => {
    for (const [url, path] of [
      [servers.baseUrl('bni'), '/'],
      [servers.controlUrl, '/providers/bni/'],
    ] as const) {
      sandbox.provider('bni').setFaults([{ kind: 'reset', times: 1 }])
      const { hostname, port, host } = new URL(url)
      const received = await new Promise<string>((resolve) => {
        let bytes = ''
        const socket = connect(Number(port), hostname, () =>
          socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
        )
        socket.on('data', (chunk) => {
          bytes += chunk
        })
        socket.on('error', () => {})
        socket.on('close', () => resolve(bytes))
      })
      expect(received).toBe('')
    }
  })

  it.runIf(process.platform === 'linux')('listens on one address of the machine only', async () => {
    for (const url of [servers.controlUrl, servers.baseUrl('nicepay'), servers.baseUrl('bni')]) {
      const outcome = await new Promise<string | undefined>((resolve) => {
        const socket = connect(Number(new URL(url).port), '127.0.0.2', () => resolve('connected'))
        socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
        socket.on('close', () => socket.destroy())
      })
      expect(outcome).toBe('ECONNREFUSED')
    }
  })

  it('names a taken port, and leaves nothing listening', async () => {
    const squatter = createServer()
    const port = await bound(squatter)
    const free = createServer()
    const providerPort = await bound(free)
    await new Promise((resolve) => free.close(resolve))
    let error: unknown
    try {
      await listen(createSandbox({ providers: ['bni'] }), { port, providerPort })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(SandboxError)
    expect(error).toMatchObject({ code: 'ERR_SANDBOX_PORT_TAKEN', detail: { port } })
    expect((error as Error).message).toContain(String(port))
    await new Promise((resolve) => squatter.close(resolve))

    const again = createServer()
    expect(await bound(again, providerPort)).toBe(providerPort)
    await new Promise((resolve) => again.close(resolve))
  })

  it.each([
    ['port', { port: -1 }],
    ['port', { port: 65_536 }],
    ['port', { port: 1.5 }],
    ['port', { port: '8787' }],
    ['port', { port: null }],
    ['providerPort', { providerPort: 65_536 }],
    ['providerPort', { providerPort: Number.NaN }],
    ['providerPort', { providerPort: 65_535 }],
    ['port', { port: 9_001, providerPort: 9_000 }],
    ['options', null],
  ])('refuses a %s that cannot be: %j', async (field, options) => {
    const error = await listen(createSandbox(), options as never).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toMatch(new RegExp(`^"${field}" must `))
  })

  it('says what to do about ports that cannot be had', () => {
    expect(portError({ code: 'EADDRINUSE' }, 80)).toMatchObject({
      code: 'ERR_SANDBOX_PORT_TAKEN',
      detail: { port: 80 },
      message: 'Port 80 is taken: stop what listens there, or choose another',
    })
    expect(portError({ code: 'EACCES' }, 80)).toMatchObject({
      code: 'ERR_SANDBOX_PORT_TAKEN',
      detail: { port: 80 },
      message: 'Port 80 is kept from this user: choose one above 1023',
    })
    const other = { code: 'EMFILE' }
    expect(portError(other, 80)).toBe(other)
  })

  it('goes by its bare name on the port that a URL leaves out', () => {
    expect([...ownHosts(80)].sort()).toEqual(['127.0.0.1', '127.0.0.1:80', 'localhost', 'localhost:80'])
    expect([...ownHosts(8080)].sort()).toEqual(['127.0.0.1:8080', 'localhost:8080'])
  })

  it('frees its ports at close, kept-alive connections included', async () => {
    const own = await listen(createSandbox(), { port: 0, providerPort: 0 })
    const url = own.baseUrl('bni')
    expect((await fetch(url)).status).toBe(404)
    await own.close()
    await expect(fetch(url)).rejects.toThrow()
    const again = createServer()
    await bound(again, Number(new URL(url).port))
    await new Promise((resolve) => again.close(resolve))
  })
})

describe('a site beside it', () => {
  it('answers what is neither the control API nor a provider, and nothing of theirs', async () => {
    const asked: string[] = []
    const site = (request: Request): Response => {
      asked.push(new URL(request.url).pathname)
      return new Response('the site')
    }
    const own = await listen(createSandbox(), { port: 0, providerPort: 0, site })
    try {
      const answers = await Promise.all(
        ['/', '/providers/nicepay', '/_sandbox', '/_sandbox/clock', '/providers/bni/api/oauth/token'].map(
          async (path) => (await send(own.controlUrl + path)).status,
        ),
      )
      // The control API wants its token, the provider another method.
      expect(answers).toEqual([200, 200, 200, 401, 405])
      expect(asked.sort()).toEqual(['/', '/_sandbox', '/providers/nicepay'])
      const stranger = await send(own.controlUrl, { headers: { host: 'evil.example' } })
      expect(stranger.status).toBe(421)
    } finally {
      await own.close()
    }
  })

  it('is a function, or misuse', async () => {
    await expect(
      listen(createSandbox(), { port: 0, providerPort: 0, site: 'page' as never }),
    ).rejects.toThrow(/^"site" must be a function/)
  })
})
