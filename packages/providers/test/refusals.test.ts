import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { ProviderError, type ProviderErrorCode } from '@x/providers'
import { createTokenCache } from '@x/token-cache'
import { describe, expect, it } from 'vitest'
import { bniClient, nicepayClient } from './clients.js'
import { answering, serve } from './loopback.js'

const snapToken = '{"responseCode":"2007300","accessToken":"tok","tokenType":"Bearer","expiresIn":"900"}'
const oauthToken = '{"access_token":"tok","token_type":"Bearer","expires_in":3599}'

const clients = [
  { name: 'NICEPAY', client: nicepayClient, good: snapToken },
  { name: 'BNI', client: bniClient, good: oauthToken },
]

/** The error of a call that must fail. */
const failureOf = async (promise: Promise<unknown>): Promise<ProviderError> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ProviderError)) throw new Error(`expected a ProviderError, got ${String(error)}`)
  return error
}

/** Not `once`, which rejects when the other side resets. */
const gone = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve))

const endless: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const write = (): void => {
    while (!response.destroyed && response.write(' '.repeat(16_384)));
    if (!response.destroyed) response.once('drain', write)
  }
  write()
}

const cases: readonly (readonly [what: string, listener: RequestListener, code: ProviderErrorCode])[] = [
  ['HTML with 200', answering(200, '<!doctype html><title>Hi</title>'), 'ERR_PROVIDER_UNREADABLE'],
  ['HTML with 502', answering(502, '<!doctype html><title>Bad Gateway</title>'), 'ERR_PROVIDER_REFUSED'],
  ['nothing with 200', answering(200, ''), 'ERR_PROVIDER_UNREADABLE'],
  ['204', answering(204, ''), 'ERR_PROVIDER_UNREADABLE'],
  ['truncated JSON', answering(200, '{"accessToken":"tok","access_token":"to'), 'ERR_PROVIDER_UNREADABLE'],
  ['a JSON array', answering(200, '[{"accessToken":"tok"}]'), 'ERR_PROVIDER_UNREADABLE'],
  ['JSON null', answering(200, 'null'), 'ERR_PROVIDER_UNREADABLE'],
  [
    'an empty token',
    answering(200, '{"accessToken":"","tokenType":"Bearer","access_token":"","token_type":"Bearer"}'),
    'ERR_PROVIDER_UNREADABLE',
  ],
  [
    'a token that would inject a header',
    answering(
      200,
      '{"accessToken":"a\\r\\nb","tokenType":"Bearer","access_token":"a\\r\\nb","token_type":"Bearer"}',
    ),
    'ERR_PROVIDER_UNREADABLE',
  ],
  [
    'an impossible lifetime',
    answering(
      200,
      '{"accessToken":"t","tokenType":"Bearer","expiresIn":"9x","access_token":"t","token_type":"Bearer","expires_in":-1}',
    ),
    'ERR_PROVIDER_UNREADABLE',
  ],
  ['bytes that are not UTF-8', answering(200, new Uint8Array([0x7b, 0xff, 0xfe])), 'ERR_PROVIDER_UNREADABLE'],
  ['a redirect', answering(302, '', { location: 'http://127.0.0.1:1/' }), 'ERR_PROVIDER_REDIRECT'],
  [
    'a redirect that keeps the method',
    answering(307, '', { location: '/elsewhere' }),
    'ERR_PROVIDER_REDIRECT',
  ],
  ['10 MB', answering(200, `{"accessToken":"${'x'.repeat(10_000_000)}"}`), 'ERR_PROVIDER_TOO_LARGE'],
  [
    '10 MB, zipped to a few bytes',
    answering(200, gzipSync(' '.repeat(10_000_000)), { 'content-encoding': 'gzip' }),
    'ERR_PROVIDER_TOO_LARGE',
  ],
  ['white space without end', endless, 'ERR_PROVIDER_TOO_LARGE'],
  [
    'a cut connection',
    (_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{', () => response.destroy())
    },
    'ERR_PROVIDER_TRANSPORT',
  ],
]

describe.each(clients)('$name: what is no token is a typed error', ({ client }) => {
  it.each(cases)('%s', async (_, listener, code) => {
    const error = await failureOf(client({ baseUrl: await serve(listener) }).accessToken())
    expect(error.code).toBe(code)
    expect(error.phase).toBe('token')
    expect(error.message).not.toContain('tok"')
  })

  it('a server that never answers, and one that stops in the body', async () => {
    const silent = client({ baseUrl: await serve(() => {}), timeoutMs: 50 })
    expect((await failureOf(silent.accessToken())).code).toBe('ERR_PROVIDER_TIMEOUT')
    const stalls = await serve((_, response) => void response.writeHead(200).write('{'))
    expect((await failureOf(client({ baseUrl: stalls, timeoutMs: 50 }).accessToken())).code).toBe(
      'ERR_PROVIDER_TIMEOUT',
    )
  })

  it.each([
    ['a fetch that never settles', () => new Promise<Response>(() => {})],
    [
      'a body that never comes',
      async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }), { status: 200 }),
    ],
  ])('%s, though they ignore their signal', async (_, fetch) => {
    expect((await failureOf(client({ fetch, timeoutMs: 50 }).accessToken())).code).toBe(
      'ERR_PROVIDER_TIMEOUT',
    )
  })

  it('a redirect that a browser hides, and one whose body cannot be cancelled', async () => {
    const hidden = { type: 'opaqueredirect', status: 0, headers: new Headers(), body: null } as Response
    const stubborn = new Response(new ReadableStream({ cancel: () => Promise.reject(new Error('no')) }), {
      status: 302,
    })
    for (const response of [hidden, stubborn])
      expect((await failureOf(client({ fetch: async () => response }).accessToken())).code).toBe(
        'ERR_PROVIDER_REDIRECT',
      )
  })

  it('an error whose causes go round in a circle', async () => {
    const error = new Error('round')
    error.cause = error
    expect(await failureOf(client({ fetch: () => Promise.reject(error) }).accessToken())).toMatchObject({
      code: 'ERR_PROVIDER_TRANSPORT',
      detail: { reason: 'UNKNOWN' },
    })
  })

  it('leaves no open connection behind', async () => {
    const closed: Promise<unknown>[] = []
    const baseUrl = await serve((request, response) => {
      closed.push(gone(request.socket))
      endless(request, response)
    })
    await failureOf(client({ baseUrl }).accessToken())
    await Promise.all(closed)
    expect(closed).toHaveLength(1)
  })

  it('a cache that is closed gives up the request', async () => {
    const tokens = createTokenCache()
    let left: Promise<unknown> | undefined
    const asked = new Promise<void>((resolve) => {
      void serve((request) => {
        left = gone(request.socket)
        resolve()
      }).then((baseUrl) =>
        client({ baseUrl, tokens })
          .accessToken()
          .catch(() => {}),
      )
    })
    await asked
    tokens.close()
    await left
  })

  it('a refused connection', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    await expect(new Promise((_, reject) => connect(port, '127.0.0.1').on('error', reject))).rejects.toThrow()
    const error = await failureOf(client({ baseUrl: `http://127.0.0.1:${port}` }).accessToken())
    expect(error).toMatchObject({
      code: 'ERR_PROVIDER_TRANSPORT',
      detail: { reason: 'ECONNREFUSED', retryable: true },
    })
  })

  it('a name that does not exist', async () => {
    // `.invalid` never resolves (RFC 6761).
    const error = await failureOf(client({ baseUrl: 'https://no-such-bank.invalid' }).accessToken())
    expect(error.code).toBe('ERR_PROVIDER_TRANSPORT')
  })

  it('TLS that nobody vouches for', async () => {
    // A plain HTTP server asked for TLS: the handshake fails, and nothing was sent.
    const plain = (await serve(answering(200, '{}'))).replace('http:', 'https:')
    expect((await failureOf(client({ baseUrl: plain }).accessToken())).code).toBe('ERR_PROVIDER_TRANSPORT')
  })
})

describe.each(clients)('$name: a failure is not the end', ({ client, good }) => {
  it('the next call asks again, and succeeds', async () => {
    let calls = 0
    const baseUrl = await serve((request, response) => {
      calls += 1
      answering(calls === 1 ? 503 : 200, calls === 1 ? '' : good)(request, response)
    })
    const made = client({ baseUrl })
    expect((await failureOf(made.accessToken())).detail).toMatchObject({ status: 503, retryable: true })
    expect((await made.accessToken()).value).toBe('tok')
  })

  it("one caller's abort does not take the token from another", async () => {
    const baseUrl = await serve(answering(200, good))
    const made = client({ baseUrl })
    const controller = new AbortController()
    const leaving = made.accessToken({ signal: controller.signal })
    const staying = made.accessToken()
    controller.abort(new Error('changed my mind'))
    await expect(leaving).rejects.toThrow('changed my mind')
    expect((await staying).value).toBe('tok')
  })
})

describe('a refusal says what to check', () => {
  const refusing = (): Promise<string> =>
    serve(
      answering(401, '{"responseCode":"4017300","responseMessage":"Unauthorized. [Signature]"}', {
        date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      }),
    )

  it('NICEPAY: the code, the words, the fingerprint to compare, and how far the clocks are apart', async () => {
    const now = (): number => Date.UTC(2026, 0, 1, 7)
    const error = await failureOf(nicepayClient({ baseUrl: await refusing(), now }).accessToken())
    expect(error).toMatchObject({
      code: 'ERR_PROVIDER_REFUSED',
      detail: {
        status: 401,
        responseCode: '4017300',
        responseMessage: 'Unauthorized. [Signature]',
        retryable: false,
      },
    })
    expect(error.message).toMatch(/SHA256:[A-Za-z0-9+/]{43}/)
    expect(error.message).toContain('25200 s ahead')
    expect(error).toMatchObject({ detail: { clockSkewMs: 25_200_000 } })
  })

  it('NICEPAY: a no inside an HTTP 200 is a no', async () => {
    const baseUrl = await serve(answering(200, '{"responseCode":"4017300","responseMessage":"Unauthorized"}'))
    expect((await failureOf(nicepayClient({ baseUrl }).accessToken())).code).toBe('ERR_PROVIDER_REFUSED')
  })

  it('NICEPAY: a no inside an HTTP 200 is retryable when its code says so', async () => {
    const baseUrl = await serve(answering(200, '{"responseCode":"5047300","responseMessage":"Timeout"}'))
    const error = await failureOf(nicepayClient({ baseUrl }).accessToken())
    expect(error).toMatchObject({ code: 'ERR_PROVIDER_REFUSED', detail: { status: 200, retryable: true } })
    expect(error.message).toContain('Try again later')
  })

  it.each([
    [400, false],
    [403, false],
    [404, false],
    [408, true],
    [409, false],
    [425, true],
    [429, true],
    [500, true],
    [504, true],
  ])('HTTP %i: retryable %s', async (status, retryable) => {
    const error = await failureOf(bniClient({ baseUrl: await serve(answering(status, '{}')) }).accessToken())
    expect(error).toMatchObject({ code: 'ERR_PROVIDER_REFUSED', detail: { status, retryable } })
  })

  it('BNI: 401 of any body', async () => {
    for (const body of ['', '<html>', '{"error":"invalid_client"}', '{"message":"Unauthorize"}', '[]']) {
      const error = await failureOf(bniClient({ baseUrl: await serve(answering(401, body)) }).accessToken())
      expect(error).toMatchObject({ code: 'ERR_PROVIDER_REFUSED', detail: { status: 401, retryable: false } })
      expect(error.message).toContain('client secret')
    }
  })

  it('429 names when to come back', async () => {
    const baseUrl = await serve(answering(429, '{}', { 'retry-after': '7' }))
    expect((await failureOf(bniClient({ baseUrl }).accessToken())).detail).toMatchObject({
      retryable: true,
      retryAfterMs: 7_000,
    })
  })
})
