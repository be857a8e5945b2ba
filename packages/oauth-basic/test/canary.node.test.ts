import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  clientCredentialsGrant,
  clientSecretBasic,
  type Fetch,
  OAuthError,
  type OAuthErrorCode,
} from '../src/index.js'

// Characters that each encoding writes in another way, and a word of its own a secret.
const clientId = 'CANARY-ID £"/'
const clientSecret = 'CANARY-SECRET +"\\£/'
const accessToken = 'CANARY-TOKEN'
const body = 'CANARY-BODY'

const echoed = (init: RequestInit) => {
  const { authorization = '' } = init.headers as Record<string, string>
  const pair = Buffer.from(authorization.slice('Basic '.length), 'base64').toString()
  return [authorization, authorization.slice('Basic '.length), pair, clientId, clientSecret, accessToken]
}

const headers = { location: `https://elsewhere.example/?${accessToken}`, 'x-echo': accessToken }

/** Each answer carries every secret that the server knows, in as many places as it can. */
const json = (init: RequestInit, words: string, more = {}) =>
  JSON.stringify({
    error: words,
    error_description: `sorry, ${words} is wrong`,
    error_uri: `https://bank.example/${words}`,
    access_token: accessToken,
    refresh_token: 'CANARY-REFRESH',
    init,
    body,
    ...more,
  })

/** A new error code does not compile until it has a case here. */
const cases: Record<OAuthErrorCode, (init: RequestInit, words: string) => Promise<Response>> = {
  ERR_OAUTH_TRANSPORT: async (init, words) => {
    throw Object.assign(
      new TypeError(words, { cause: Object.assign(new Error(words), { init, code: words }) }),
      {
        init,
      },
    )
  },
  ERR_OAUTH_TIMEOUT: () => new Promise(() => {}),
  ERR_OAUTH_REDIRECT: async (init, words) => new Response(json(init, words), { status: 302, headers }),
  ERR_OAUTH_STATUS: async (init, words) => new Response(json(init, words), { status: 401, headers }),
  ERR_OAUTH_REJECTED: async (init, words) =>
    new Response(json(init, words, { error: 'invalid_client' }), { status: 401, headers }),
  ERR_OAUTH_NOT_JSON: async (_, words) => new Response(`<html>${words} ${body}`, { headers }),
  ERR_OAUTH_SHAPE: async (init, words) => new Response(json(init, words, { error: [words] }), { headers }),
  ERR_OAUTH_TOO_LARGE: async (_, words) => new Response(`${words} ${body}`.repeat(10_000), { headers }),
}

const printed = (error: unknown): readonly string[] => [
  String(error),
  JSON.stringify(error),
  (error as Error).stack ?? '',
  inspect(error),
  inspect(error, { showHidden: true, depth: null, getters: true }),
  inspect(error, { showHidden: true, depth: null, customInspect: false }),
]

describe.each(Object.entries(cases))('%s', (code, respond) => {
  it.each(['raw', 'form'] as const)('holds no secret (%s)', async (encoding) => {
    const thrown = async (fetch: Fetch) =>
      clientCredentialsGrant({
        url: 'https://bank.example/token?key=CANARY-QUERY',
        clientId,
        clientSecret,
        authentication: clientSecretBasic({ encoding }),
        fetch,
        timeoutMs: 5,
      }).catch((error: unknown) => error)

    let forms = 1
    for (let form = 0; form < forms; form += 1) {
      let base64 = ''
      const error = await thrown((_, init) => {
        const words = echoed(init)
        forms = words.length
        base64 = words[1] ?? ''
        return respond(init, words[form] ?? '')
      })
      expect(error).toBeInstanceOf(OAuthError)
      expect(error).toMatchObject({ code, detail: { retryable: expect.any(Boolean) } })
      expect(Object.keys(JSON.parse(JSON.stringify(error))).sort()).toEqual([
        'code',
        'detail',
        'message',
        'name',
      ])
      expect((error as Error).cause).toBeUndefined()
      for (const text of printed(error)) {
        expect(text).not.toContain('CANARY')
        expect(text).not.toContain(base64)
      }
    }
  })
})
