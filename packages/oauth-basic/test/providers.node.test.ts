import { createHmac } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import {
  type ClientCredentialsGrantOptions,
  clientCredentialsGrant,
  clientSecretBasic,
  clientSecretPost,
  grantInForm,
  grantInJson,
  grantInQuery,
  OAuthError,
  type TokenReader,
} from '../src/index.js'
import { withServer } from './loopback.js'

const client = { clientId: 'app', clientSecret: 's3+/=%:x' }
const raw = clientSecretBasic({ encoding: 'raw' })
const camelCase: TokenReader = ({ accessToken, tokenType, expiresIn }) => ({
  access_token: accessToken,
  token_type: tokenType,
  expires_in: expiresIn,
})

const exchange = (answer: RequestListener, more: Partial<ClientCredentialsGrantOptions> = {}) =>
  withServer(answer, async ({ url }) => {
    const { accessToken, expiresIn } = await clientCredentialsGrant({
      url,
      ...client,
      authentication: raw,
      ...more,
    })
    return { accessToken, expiresIn }
  })
const failure = (answer: RequestListener, more = {}): Promise<unknown> =>
  exchange(answer, more).catch((error: unknown) => error)
const says =
  (body: unknown, status = 200, type = 'application/json'): RequestListener =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': type })
      .end(typeof body === 'string' ? body : JSON.stringify(body))

const rfc = { access_token: 'mF_9.B5f-4.1JqM', token_type: 'Bearer', expires_in: 3599 }

// What general-purpose clients were seen to get wrong against these answers, each with the answer that is right here.
describe('what other clients stumble over', () => {
  it('the answer of RFC 6749', async () => {
    expect(await exchange(says(rfc))).toEqual({ accessToken: 'mF_9.B5f-4.1JqM', expiresIn: 3599 })
  })

  it('BearerToken and a lifetime as text, which becomes a number', async () => {
    const apigee = {
      refresh_token_expires_in: '0',
      api_product_list: '[a]',
      ...rfc,
      token_type: 'BearerToken',
      expires_in: '179999',
      status: 'approved',
    }
    expect(await exchange(says(apigee))).toEqual({ accessToken: 'mF_9.B5f-4.1JqM', expiresIn: 179_999 })
  })

  it('camelCase: an error without the token in it, or a token with a declared reader', async () => {
    const answer = says({ accessToken: 'CANARY', tokenType: 'Bearer', expiresIn: '900' })
    const error = await failure(answer)
    expect(error).toMatchObject({ code: 'ERR_OAUTH_SHAPE', detail: { field: 'access_token' } })
    expect(JSON.stringify(error) + (error as Error).stack).not.toContain('CANARY')
    expect(await exchange(answer, { read: camelCase })).toEqual({ accessToken: 'CANARY', expiresIn: 900 })
  })

  it('no lifetime, which is said and never means for ever', async () => {
    const { expires_in: _, ...rest } = rfc
    expect(await exchange(says(rest))).toEqual({ accessToken: 'mF_9.B5f-4.1JqM', expiresIn: undefined })
  })

  it('JSON as text/plain', async () => {
    expect(await exchange(says(rfc, 200, 'text/plain'))).toMatchObject({ expiresIn: 3599 })
  })

  it('a gateway page with 502, and a 503 that says how long to wait: both retryable, neither retried', async () => {
    let requests = 0
    const count =
      (answer: RequestListener): RequestListener =>
      (request, response) => {
        requests += 1
        answer(request, response)
      }
    expect(await failure(count(says('<html>', 502, 'text/html')))).toMatchObject({
      code: 'ERR_OAUTH_STATUS',
      detail: { status: 502, retryable: true },
    })
    const busy: RequestListener = (_, response) => response.writeHead(503, { 'retry-after': '7' }).end()
    expect(await failure(count(busy))).toMatchObject({ detail: { retryable: true, retryAfterMs: 7000 } })
    expect(requests).toBe(2)
  })

  it('a secret with s3+/=%:x, raw and form-encoded', async () => {
    const seen: (string | undefined)[] = []
    const answer: RequestListener = (request, response) => {
      seen.push(request.headers.authorization)
      says(rfc)(request, response)
    }
    await exchange(answer)
    await exchange(answer, { authentication: clientSecretBasic({ encoding: 'form' }) })
    expect(seen).toEqual([
      // printf '%s' 'app:s3+/=%:x' | openssl base64 -A
      'Basic YXBwOnMzKy89JTp4',
      // printf '%s' 'app:s3%2B%2F%3D%25%3Ax' | openssl base64 -A
      'Basic YXBwOnMzJTJCJTJGJTNEJTI1JTNBeA==',
    ])
  })

  it('20 calls at once: 20 requests and no crash, as sharing is the work of a cache', async () => {
    let requests = 0
    const answer: RequestListener = (request, response) => {
      requests += 1
      says(rfc)(request, response)
    }
    await withServer(answer, async ({ url }) => {
      const one = () => clientCredentialsGrant({ url, ...client, authentication: raw })
      const tokens = await Promise.all(Array.from({ length: 20 }, one))
      expect(new Set(tokens.map(({ accessToken }) => accessToken))).toEqual(new Set(['mF_9.B5f-4.1JqM']))
    })
    expect(requests).toBe(20)
  })

  it('a server that hangs, given up at a time that the caller chose', async () => {
    expect(await failure(() => {}, { timeoutMs: 20 })).toMatchObject({ code: 'ERR_OAUTH_TIMEOUT' })
  })
})

describe('how providers want to be asked', () => {
  const recorded = async (more: Partial<ClientCredentialsGrantOptions>, answer: unknown = rfc) => {
    const seen: { request: IncomingMessage; body: string }[] = []
    const result = await exchange(async (request, response) => {
      seen.push({ request, body: await text(request) })
      says(answer)(request, response)
    }, more)
    const { request, body } = seen[0] ?? {}
    return { url: request?.url, headers: request?.headers, body, result }
  }

  it('the grant in the query and the credentials in a form', async () => {
    const { url, headers, body } = await recorded({
      authentication: clientSecretPost(),
      grant: grantInQuery(),
    })
    expect(url).toBe('/token?grant_type=client_credentials')
    expect(headers).not.toHaveProperty('authorization')
    expect(body).toBe('client_id=app&client_secret=s3%2B%2F%3D%25%3Ax')
  })

  it('HTTP Basic with a JSON body, and a nested answer', async () => {
    const { headers, body, result } = await recorded(
      { grant: grantInJson({ name: 'grantType' }), read: ({ data }) => data },
      { status: 200, success: true, data: { ...rfc, expires_in: '3600' } },
    )
    expect(headers).toMatchObject({
      authorization: 'Basic YXBwOnMzKy89JTp4',
      'content-type': 'application/json',
    })
    expect(body).toBe('{"grantType":"client_credentials"}')
    expect(result).toEqual({ accessToken: 'mF_9.B5f-4.1JqM', expiresIn: 3600 })
  })

  it('a signature of the body in headers', async () => {
    const [apiKey, timestamp, staticKey] = ['key', '2019-01-01T00:00:00.000+07:00', 'static']
    const { headers } = await recorded({
      grant: grantInForm({
        headers: { 'API-Key': apiKey },
        sign: async ({ body }) => ({
          'OAUTH-Timestamp': timestamp,
          'OAUTH-Signature': createHmac('sha256', staticKey)
            .update(`${apiKey}:${timestamp}:${body}`)
            .digest('base64'),
        }),
      }),
    })
    // printf '%s' 'key:2019-01-01T00:00:00.000+07:00:grant_type=client_credentials' |
    //   openssl dgst -sha256 -hmac static -binary | openssl base64 -A
    expect(headers).toMatchObject({
      'api-key': 'key',
      'oauth-timestamp': timestamp,
      'oauth-signature': 'lJSqaDoS9p/UpCFkMNXE9XetZfvRTJJy65P+KRgRPlw=',
    })
  })
})

describe('a signature', () => {
  const refused = async (sign: unknown, more = {}) => {
    let requests = 0
    const grant = grantInForm({ sign: sign as never })
    const error = await failure(
      (request, response) => {
        requests += 1
        says(rfc)(request, response)
      },
      { grant, ...more },
    )
    expect(requests).toBe(0)
    return error
  }

  it.each([
    ['the credentials', () => ({ Authorization: 'CANARY' })],
    ['the body type', async () => ({ 'content-type': 'CANARY' })],
    ['nothing', () => undefined],
    ['what is no text', () => ({ a: 7 })],
  ])('that would set %s is misuse, and nothing is sent', async (_, sign) => {
    const error = await refused(sign)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toMatch(/^"sign" must be (?!.*CANARY)/)
  })

  it('cannot change what it signs', async () => {
    for (const change of [
      (request: Record<string, unknown>) => Object.assign(request, { url: 'https://elsewhere.example' }),
      (request: Record<string, unknown>) => Object.assign(request['headers'] as object, { a: 'b' }),
    ])
      expect(
        await refused((request: Record<string, unknown>) => {
          change(request)
          return {}
        }),
      ).toBeInstanceOf(TypeError)
  })

  it('that fails, fails as it is', async () => {
    const reason = new Error('the key store is down')
    expect(await refused(() => Promise.reject(reason))).toBe(reason)
  })

  it('that never comes ends at the deadline', async () => {
    expect(await refused(() => new Promise(() => {}), { timeoutMs: 5 })).toMatchObject({
      code: 'ERR_OAUTH_TIMEOUT',
    })
  })

  it('that comes too late sends nothing, not even by a fetch that ignores its signal', async () => {
    const caller = new AbortController()
    const reason = new Error('the user left')
    let requests = 0
    const grant = grantInForm({
      sign: async () => {
        caller.abort(reason)
        return {}
      },
    })
    const fetch = async () => {
      requests += 1
      return Response.json(rfc)
    }
    expect(await failure(() => {}, { grant, fetch, signal: caller.signal })).toBe(reason)
    await new Promise(setImmediate)
    expect(requests).toBe(0)
  })

  it('and extras are never in an error, though the server echoes them', async () => {
    for (const echo of ['CANARY-HEADER', 'CANARY PARAM', 'CANARY+PARAM', 'CANARY-SIGNED']) {
      const error = await failure(says({ error: 'invalid_client', error_description: `bad ${echo}` }, 401), {
        grant: grantInForm({
          headers: { 'x-key': 'CANARY-HEADER' },
          parameters: { key: 'CANARY PARAM' },
          sign: () => ({ 'x-signature': 'v1 CANARY-SIGNED' }),
        }),
      })
      expect(error).toBeInstanceOf(OAuthError)
      expect((error as OAuthError).detail).toEqual({ status: 401, retryable: false, error: 'invalid_client' })
    }
  })
})

describe('a declared reader', () => {
  it.each([
    ['steps over what is missing', ({ data }) => data?.['token']?.['access']],
    [
      'throws',
      () => {
        throw new Error('CANARY')
      },
    ],
    ['gives nothing', () => undefined],
    // @ts-expect-error a list has none of the names
    ['gives a list', () => []],
    // @ts-expect-error a promise, which could reject unheard, has none of the names
    ['gives a promise', async () => ({ access_token: 'CANARY', token_type: 'Bearer' })],
  ] satisfies [string, TokenReader][])('that %s finds no token', async (_, read) => {
    const error = await failure(says({ token: 'CANARY' }), { read })
    expect(error).toMatchObject({ code: 'ERR_OAUTH_SHAPE', detail: { retryable: false, status: 200 } })
    expect(JSON.stringify(error)).not.toContain('CANARY')
  })

  it('is checked as strictly as RFC 6749', async () => {
    for (const [field, data] of [
      ['access_token', { ...rfc, access_token: 'a b' }],
      ['token_type', { ...rfc, token_type: 'mac' }],
      ['expires_in', { ...rfc, expires_in: '1h' }],
      ['scope', { ...rfc, scope: ['a'] }],
    ])
      expect(await failure(says({ data }), { read: ({ data }: never) => data })).toMatchObject({
        code: 'ERR_OAUTH_SHAPE',
        detail: { field },
      })
  })

  it('may give an error, which is a refusal beside a token too', async () => {
    for (const [status, data] of [
      [200, { error: 'invalid_client', error_description: 'no' }],
      [401, { ...rfc, error: 'invalid_client', error_description: 'no' }],
    ] as const)
      expect(await failure(says({ data }, status), { read: ({ data }: never) => data })).toMatchObject({
        code: 'ERR_OAUTH_REJECTED',
        detail: { status, error: 'invalid_client', errorDescription: 'no' },
      })
    const data = { ...rfc, error: { code: 1 } }
    expect(await failure(says({ data }), { read: ({ data }: never) => data })).toMatchObject({
      code: 'ERR_OAUTH_SHAPE',
      detail: { field: 'error' },
    })
  })

  it('cannot make a token of a refusal', async () => {
    const read = () => ({ access_token: 'a', token_type: 'Bearer' })
    expect(await failure(says({ error: 'invalid_scope' }, 400), { read })).toMatchObject({
      code: 'ERR_OAUTH_REJECTED',
    })
    expect(await failure(says({}, 500), { read })).toMatchObject({ code: 'ERR_OAUTH_STATUS' })
  })
})
