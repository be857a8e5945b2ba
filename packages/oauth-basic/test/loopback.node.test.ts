import type { RequestListener, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  clientCredentialsGrant,
  clientSecretBasic,
  grantInForm,
  parseBasicAuthorization,
} from '../src/index.js'
import { type Loopback, refusedUrl, withServer } from './loopback.js'

const client = { clientId: 'app 1%', clientSecret: 's3+/=%:x£' }
const json = '{"access_token":"mF_9.B5f-4.1JqM","token_type":"Bearer","expires_in":3599,"scope":"a b"}'

const grant = (url: string, more = {}) =>
  clientCredentialsGrant({ url, ...client, authentication: clientSecretBasic({ encoding: 'raw' }), ...more })
const failure = (url: string, more = {}): Promise<unknown> =>
  grant(url, more).catch((error: unknown) => error)

const answer =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = ''): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

/** A reset counts too, which `once` of node:events would take for a failure. */
const allClosed = ({ sockets }: Loopback) =>
  Promise.all(sockets.map((socket) => socket.closed || new Promise((resolve) => socket.on('close', resolve))))

/** Writes for as long as the client reads. */
const pour = (response: ServerResponse, chunk: Buffer) => {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', more)
  more()
}

describe('clientCredentialsGrant over HTTP', () => {
  it.each(['raw', 'form'] as const)('sends what the server reads back (%s)', async (encoding) => {
    const seen: unknown[] = []
    await withServer(
      async (request, response) => {
        let body = ''
        for await (const chunk of request.setEncoding('utf8')) body += chunk
        const { authorization, 'content-type': type, accept } = request.headers
        seen.push(request.method, request.url, type, accept, body)
        seen.push(parseBasicAuthorization(authorization, { encoding }))
        response.writeHead(200, { 'content-type': 'application/json' }).end(json)
      },
      async ({ url }) => {
        const authentication = clientSecretBasic({ encoding })
        const token = await grant(url, { authentication, grant: grantInForm({ scope: 'a b' }) })
        expect({ ...token, accessToken: token.accessToken }).toEqual({
          accessToken: 'mF_9.B5f-4.1JqM',
          tokenType: 'Bearer',
          expiresIn: 3599,
          scope: 'a b',
        })
      },
    )
    expect(seen).toEqual([
      'POST',
      '/token',
      'application/x-www-form-urlencoded',
      'application/json',
      'grant_type=client_credentials&scope=a+b',
      client,
    ])
  })

  it.each([
    ['gzip', { 'content-encoding': 'gzip' }, gzipSync(json)],
    ['a byte order mark', {}, `\ufeff${json}`],
    ['text/plain', { 'content-type': 'text/plain' }, json],
  ])('reads an answer with %s', async (_, headers, body) => {
    await withServer(answer(200, headers, body), async ({ url }) => {
      expect((await grant(url)).accessToken).toBe('mF_9.B5f-4.1JqM')
    })
  })

  it('reads an answer that trickles in byte by byte', async () => {
    const trickle: RequestListener = (_, response) => {
      const bytes = Buffer.from(json)
      const next = (at: number): void => {
        if (at === bytes.length) response.end()
        else response.write(bytes.subarray(at, at + 1), () => setImmediate(next, at + 1))
      }
      next(0)
    }
    await withServer(trickle, async ({ url }) => {
      expect((await grant(url)).accessToken).toBe('mF_9.B5f-4.1JqM')
    })
  })

  it.each([
    ['a page', answer(200, { 'content-type': 'text/html' }, '<title>Sign in</title>'), 'ERR_OAUTH_NOT_JSON'],
    ['no content', answer(204, {}), 'ERR_OAUTH_NOT_JSON'],
    ['half a JSON', answer(200, {}, json.slice(0, 40)), 'ERR_OAUTH_NOT_JSON'],
    ['equal names', answer(200, {}, `{"access_token":"x",${json.slice(1)}`), 'ERR_OAUTH_NOT_JSON'],
    ['a list', answer(200, {}, '[]'), 'ERR_OAUTH_SHAPE'],
    ['an RFC refusal', answer(401, {}, '{"error":"invalid_client"}'), 'ERR_OAUTH_REJECTED'],
    ['a bare 401', answer(401, { 'www-authenticate': 'Basic' }), 'ERR_OAUTH_STATUS'],
    ['a gateway page', answer(502, {}, '<html>'), 'ERR_OAUTH_STATUS'],
    ['gzip that is none', answer(200, { 'content-encoding': 'gzip' }, json), 'ERR_OAUTH_TRANSPORT'],
    ['10 MB', answer(200, {}, Buffer.alloc(10_000_000, ' ')), 'ERR_OAUTH_TOO_LARGE'],
    [
      '10 MB in 10 KB of gzip',
      answer(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(10_000_000, ' '))),
      'ERR_OAUTH_TOO_LARGE',
    ],
    ['an endless body', (_, response) => pour(response, Buffer.alloc(16_384, ' ')), 'ERR_OAUTH_TOO_LARGE'],
    ['no answer and a closed connection', (request) => request.socket.destroy(), 'ERR_OAUTH_TRANSPORT'],
    [
      'half an answer and a closed connection',
      (request, response) => {
        response.writeHead(200, { 'content-length': String(json.length) })
        response.write(json.slice(0, 40), () => request.socket.destroy())
      },
      'ERR_OAUTH_TRANSPORT',
    ],
  ] satisfies [string, RequestListener, string][])('meets %s', async (_, listener, code) => {
    await withServer(listener, async ({ url }) => {
      expect(await failure(url)).toMatchObject({ name: 'OAuthError', code })
    })
  })

  it.each([301, 302, 303, 307, 308])('does not follow a %d', async (status) => {
    const paths: (string | undefined)[] = []
    const redirect: RequestListener = (request, response) => {
      paths.push(request.url)
      response.writeHead(status, { location: '/elsewhere' }).end(json)
    }
    await withServer(redirect, async ({ url }) => {
      expect(await failure(url)).toMatchObject({ code: 'ERR_OAUTH_REDIRECT', detail: { status } })
    })
    expect(paths).toEqual(['/token'])
  })

  it.each([
    ['never answers', () => {}],
    ['answers half and stays', (_, response) => response.writeHead(200).write(json.slice(0, 40))],
    ['sends headers and stays', (_, response) => response.writeHead(200).flushHeaders()],
  ] satisfies [string, RequestListener][])(
    'gives up on a server that %s, and closes the connection',
    async (_, listener) => {
      await withServer(listener, async (server) => {
        expect(await failure(server.url, { timeoutMs: 50 })).toMatchObject({
          code: 'ERR_OAUTH_TIMEOUT',
          detail: { retryable: true, timeoutMs: 50 },
        })
        await allClosed(server)
      })
    },
  )

  it('closes the connection when the caller aborts', async () => {
    const caller = new AbortController()
    const reason = new Error('the user left')
    const listener: RequestListener = () => caller.abort(reason)
    await withServer(listener, async (server) => {
      expect(await failure(server.url, { signal: caller.signal })).toBe(reason)
      expect(server.sockets).toHaveLength(1)
      await allClosed(server)
    })
  })

  it('closes the connection of an endless answer', async () => {
    const listener: RequestListener = (_, response) => pour(response, Buffer.alloc(16_384, ' '))
    await withServer(listener, async (server) => {
      expect(await failure(server.url)).toMatchObject({ code: 'ERR_OAUTH_TOO_LARGE' })
      await allClosed(server)
    })
  })

  it('names a refused connection and an unknown host', async () => {
    expect(await failure(await refusedUrl())).toMatchObject({
      code: 'ERR_OAUTH_TRANSPORT',
      detail: { retryable: true, reason: 'ECONNREFUSED' },
    })
    expect(await failure('https://no-such-host.invalid/token')).toMatchObject({
      code: 'ERR_OAUTH_TRANSPORT',
      detail: { retryable: true, reason: expect.stringMatching(/^(?:ENOTFOUND|EAI_AGAIN)$/) },
    })
  })
})
