import { generateKeyPairSync } from 'node:crypto'
import { inspect } from 'node:util'
import { type AnyClient, createClient, ProviderError, type ProviderErrorCode } from '@x/providers'
import { bni } from '@x/providers/bni'
import { nicepay } from '@x/providers/nicepay'
import { createTokenCache, TokenCacheError } from '@x/token-cache'
import { describe, expect, it } from 'vitest'
import { bniClient, clientSecret, nicepayClient, privateKey } from './clients.js'
import { killBank } from './kill/profile.js'
import { answering, serve } from './loopback.js'
import { bankClient, bankSecret, type RecordingBank, recordingBank, transfer } from './recording-bank.js'

const token = 'CANARY-access-token-91c2'
const accountNo = '8377388292'

/** Everything that a log line, a serialiser or a debugger could print. */
const printed = (value: unknown): string =>
  [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    inspect(value, { depth: 20 }),
    JSON.stringify(value) ?? '',
    String(value),
    value instanceof Error ? `${value.stack}${printed(value.cause)}` : '',
  ].join('\n')

const keyBody = privateKey.replace(/-----[^-]+-----|\s/g, '')

/** What must never be seen: the canaries, their encodings, and any 24 characters of the key. */
const expectNoSecret = (text: string): void => {
  const basic = Buffer.from(`bni-client:${clientSecret}`).toString('base64')
  for (const secret of [token, accountNo, bankSecret, clientSecret, basic, encodeURIComponent(clientSecret)])
    expect(text).not.toContain(secret)
  for (let at = 0; at + 24 <= keyBody.length; at += 24) expect(text).not.toContain(keyBody.slice(at, at + 24))
}

/** A server that repeats everything it was sent, as some gateways do. */
const echoing = (status: number): Promise<string> =>
  serve(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const heard = `${request.headers.authorization} ${request.headers['x-signature']} ${body} ${token} ${clientSecret}`
    const fields = {
      responseCode: '4017300',
      responseMessage: heard,
      error: 'invalid_client',
      error_description: heard,
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(fields))
  })

const badAnswer = (body: string, status = 200): Promise<string> => serve(answering(status, body))
const wrong = `{"accessToken":"${token}","tokenType":"Mac","access_token":"${token}","token_type":"Mac"}`

const withKey = (damaged: string): AnyClient =>
  createClient(nicepay, {
    environment: 'development',
    clientId: 'IONPAYTEST',
    clientSecret,
    privateKey: damaged,
  })

/** A call whose signer fails with all that it was given. */
const signedBy = (sign: () => Promise<never>): Promise<unknown> =>
  createClient(
    { ...killBank, sign: { flow: 'a key service', prepare: () => ({ sign }) } },
    {
      environment: 'test',
      baseUrl: 'https://bank.example',
      tokens: {
        get: async () => ({ value: token, expiresAt: Date.now() + 900_000, version: '1' }),
        peek: () => undefined,
      },
      ...{ clientId: 'a', privateKey },
    },
  ).call('transfer-intrabank', { body: { partnerReferenceNo: accountNo } })

const failures: Readonly<Record<ProviderErrorCode, readonly (() => Promise<unknown>)[]>> = {
  ERR_PROVIDER_CREDENTIALS: [
    async () => withKey(privateKey.slice(0, 700)),
    async () => withKey(privateKey.replace('MII', 'MIJ')),
    async () => withKey(`${privateKey.slice(0, 300)} /etc/keys/${privateKey.slice(300)}`),
  ],
  ERR_PROVIDER_TRANSPORT: [
    async () => bniClient({ baseUrl: 'http://127.0.0.1:1' }).accessToken(),
    async () =>
      bniClient({ fetch: () => Promise.reject(new Error(`cannot send ${clientSecret}`)) }).accessToken(),
  ],
  ERR_PROVIDER_TIMEOUT: [
    async () => bniClient({ baseUrl: await serve(() => {}), timeoutMs: 30 }).accessToken(),
  ],
  ERR_PROVIDER_REDIRECT: [
    async () =>
      bniClient({ baseUrl: await serve(answering(302, '', { location: `/?t=${token}` })) }).accessToken(),
  ],
  ERR_PROVIDER_TOO_LARGE: [
    async () => bniClient({ baseUrl: await badAnswer(`"${token}${' '.repeat(70_000)}"`) }).accessToken(),
  ],
  ERR_PROVIDER_UNREADABLE: [
    async () => bniClient({ baseUrl: await badAnswer(wrong) }).accessToken(),
    async () => nicepayClient({ baseUrl: await badAnswer(wrong) }).accessToken(),
    async () => bniClient({ baseUrl: await badAnswer(`<p>${token}</p>`) }).accessToken(),
  ],
  ERR_PROVIDER_REFUSED: [
    async () => bniClient({ baseUrl: await echoing(401) }).accessToken(),
    async () => nicepayClient({ baseUrl: await echoing(401) }).accessToken(),
    async () => nicepayClient({ baseUrl: await echoing(200) }).accessToken(),
    async () => bniClient({ baseUrl: await echoing(500) }).accessToken(),
  ],
  ERR_PROVIDER_TOKEN: [
    async () =>
      nicepayClient({
        tokens: {
          get: () =>
            Promise.reject(
              new TokenCacheError({
                code: 'ERR_TOKEN_CACHE_CLOSED',
                detail: { provider: 'nicepay', retryable: false },
              }),
            ),
          peek: () => undefined,
        },
      }).accessToken(),
    async () =>
      nicepayClient({
        tokens: {
          get: () => Promise.reject(new TypeError(`fetch failed for ${clientSecret} ${token}`)),
          peek: () => undefined,
        },
      }).accessToken(),
    async () =>
      nicepayClient({
        tokens: { get: async () => ({ value: `${token}\n` }) as never, peek: () => undefined },
      }).accessToken(),
  ],
  ERR_PROVIDER_SIGN: [
    () =>
      signedBy(() =>
        Promise.reject(Object.assign(new Error(`${token} ${clientSecret}`), { code: 'KMS_DOWN' })),
      ),
    () =>
      signedBy(() => {
        throw new Error(`${token} ${clientSecret} ${privateKey}`)
      }),
  ],
}

describe('no secret leaves in an error', () => {
  it.each(Object.entries(failures))('%s', async (code, attempts) => {
    for (const attempt of attempts) {
      const error = await attempt().then(
        () => undefined,
        (reason: unknown) => reason,
      )
      expect(error).toBeInstanceOf(ProviderError)
      expect(error).toMatchObject({ code })
      expectNoSecret(printed(error))
    }
  })
})

// Too short and too plain for any pattern: only knowing what was sent keeps it out.
describe('a server that echoes a short secret', () => {
  const short = 'p@ss w+'
  const basic = Buffer.from(`a:${short}`).toString('base64')

  it.each([
    short,
    encodeURIComponent(short),
    new URLSearchParams({ s: short }).toString().slice(2),
    basic,
    encodeURIComponent(basic),
  ])('BNI: as %s, in either field', async (echo) => {
    const body = JSON.stringify({ error: echo, error_description: `you sent ${echo} to us` })
    const baseUrl = await serve(answering(401, body))
    const client = createClient(bni, { environment: 'sandbox', clientId: 'a', clientSecret: short, baseUrl })
    const error = await client.accessToken().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'ERR_PROVIDER_REFUSED' })
    expect(printed(error)).not.toContain(echo)
  })

  it.each([(text: string) => text, encodeURIComponent])('NICEPAY: the signature', async (encode) => {
    let echo = ''
    const baseUrl = await serve((request, response) => {
      echo = encode(String(request.headers['x-signature']))
      answering(401, JSON.stringify({ responseCode: '4017300', responseMessage: `bad ${echo}` }))(
        request,
        response,
      )
    })
    const error = await nicepayClient({ baseUrl })
      .accessToken()
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ detail: { responseCode: '4017300' } })
    expect(printed(error)).not.toContain(echo)
  })
})

describe('printing shows nothing', () => {
  const good = `{"access_token":"${token}","token_type":"Bearer","expires_in":3599}`

  it('of a client, before and after it has a token', async () => {
    const client = bniClient({ baseUrl: await badAnswer(good) })
    expectNoSecret(printed(client))
    const received = await client.accessToken()
    expect(received.value).toBe(token)
    expectNoSecret(printed(client))
    expectNoSecret(printed(received))
    expectNoSecret(`${received} ${JSON.stringify({ received })}`)
  })

  it('of a client that holds a key', () => {
    expectNoSecret(printed(nicepayClient()))
  })
})

describe('a call shows nothing', () => {
  const answers: RecordingBank['answers'] = [
    { status: 200, body: '{"responseCode":"2001700"}' },
    { status: 401, body: '{"responseCode":"4011701"}' },
    { status: 403, body: '{"responseCode":"4031714"}' },
    { status: 504, body: '' },
    { status: 302, body: '', headers: { location: `/?account=${accountNo}` } },
  ]

  it.each(answers)(
    'answered with $status: in its reply, its events, what was prepared, its client',
    async (answer) => {
      const bank = await recordingBank()
      bank.answers.splice(0, 1, answer)
      const seen: unknown[] = []
      const audited: unknown[] = []
      const client = bankClient(bank.baseUrl, {
        onEvent: (event) => void seen.push(event),
        audit: (exchange) => void audited.push(exchange),
      })
      const { inquiry, ...reply } = await client.call('transfer-intrabank', { body: transfer })
      seen.push(reply, inquiry, await client.prepare('transfer-intrabank', { body: transfer }), client)
      await client.fetch(`/v1.0/accounts/${accountNo}`, { method: 'GET', kind: 'read' })
      const signatures = [...bank.tokens, ...bank.calls].map(({ headers }) => String(headers['x-signature']))
      const text = seen.map(printed).join('\n')
      expectNoSecret(text)
      for (const secret of [...signatures, 'token-1', 'token-2']) {
        expect(text).not.toContain(secret)
        expect(printed(audited)).not.toContain(secret)
      }
      expect(printed(audited)).toContain(accountNo)
    },
  )
})

describe('a shared cache keeps credentials apart', () => {
  const options = { environment: 'sandbox', clientId: 'bni-client' } as const

  it('shares the token of equal credentials, and never gives it for another secret', async () => {
    let calls = 0
    const baseUrl = await serve((request, response) => {
      calls += 1
      const body = `{"access_token":"t${calls}","token_type":"Bearer","expires_in":3599}`
      answering(200, body)(request, response)
    })
    const tokens = createTokenCache()
    const one = createClient(bni, { ...options, clientSecret: 'right', baseUrl, tokens })
    const same = createClient(bni, { ...options, clientSecret: 'right', baseUrl, tokens })
    const guess = createClient(bni, { ...options, clientSecret: 'wrong', baseUrl, tokens })
    expect((await one.accessToken()).value).toBe('t1')
    expect((await same.accessToken()).value).toBe('t1')
    expect((await guess.accessToken()).value).toBe('t2')
  })

  it('never gives a token of one environment, address or key to another', async () => {
    let calls = 0
    const count = async (): Promise<Response> => {
      calls += 1
      const fields = {
        access_token: `t${calls}`,
        accessToken: `t${calls}`,
        token_type: 'Bearer',
        tokenType: 'Bearer',
      }
      return Response.json({ ...fields, expires_in: 900, expiresIn: '900' })
    }
    const tokens = createTokenCache()
    const common = { clientId: 'a', clientSecret: 'b', tokens, fetch: count } as const
    const otherKey = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }).privateKey
    const clients = [
      createClient(bni, { ...common, environment: 'sandbox', baseUrl: 'https://one.example' }),
      createClient(bni, { ...common, environment: 'testing', baseUrl: 'https://one.example' }),
      createClient(bni, { ...common, environment: 'sandbox', baseUrl: 'https://two.example' }),
      createClient(nicepay, { ...common, environment: 'production', privateKey }),
      createClient(nicepay, { ...common, environment: 'production', privateKey: otherKey }),
    ]
    const values = []
    for (const client of clients) values.push((await client.accessToken()).value)
    expect(values).toEqual(['t1', 't2', 't3', 't4', 't5'])
  })

  it('takes any source of tokens in place of a cache', async () => {
    const tokens = createTokenCache().source({
      key: { provider: 'mine', tokenUrl: 'https://tokens.example', clientId: 'a', credentialId: 'b' },
      fetchToken: async () => ({ accessToken: 'from elsewhere', expiresIn: 60 }),
    })
    const client = createClient(bni, { ...options, clientSecret: 'unused', tokens })
    expect((await client.accessToken()).value).toBe('from elsewhere')
  })
})
