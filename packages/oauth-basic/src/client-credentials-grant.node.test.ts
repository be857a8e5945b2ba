import { getEventListeners } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { clientCredentialsGrant } from './client-credentials-grant.js'
import { clientSecretBasic } from './client-secret-basic.js'
import { grantInForm } from './grant-in-form.js'
import type { Fetch } from './receive.js'

const options = {
  url: 'https://server.example.com/token',
  clientId: 's6BhdRkqt3',
  clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  authentication: clientSecretBasic({ encoding: 'form' }),
}
const token = { access_token: 'mF_9.B5f-4.1JqM', token_type: 'Bearer', expires_in: 3600 }
const grant = (fetch: Fetch, more = {}) => clientCredentialsGrant({ ...options, fetch, ...more })
const failure = (fetch: Fetch, more = {}): Promise<unknown> =>
  grant(fetch, more).catch((error: unknown) => error)
const status =
  (code: number, headers: Record<string, string> = {}, body: BodyInit | null = null): Fetch =>
  async () =>
    new Response(body, { status: code, headers })

describe('clientCredentialsGrant', () => {
  it('sends one request that follows no redirect', async () => {
    const fetch = vi.fn<Fetch>(async () => Response.json(token))
    const { accessToken, expiresIn } = await grant(fetch)
    expect([accessToken, expiresIn]).toEqual(['mF_9.B5f-4.1JqM', 3600])
    expect(fetch.mock.calls).toEqual([
      [
        'https://server.example.com/token',
        {
          method: 'POST',
          headers: {
            authorization: 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3',
            'content-type': 'application/x-www-form-urlencoded',
            accept: 'application/json',
          },
          body: 'grant_type=client_credentials',
          redirect: 'manual',
          signal: expect.any(AbortSignal),
        },
      ],
    ])
  })

  it('looks the global fetch up at each call, and calls none as a method', async () => {
    const seen: unknown[] = []
    const answer = async function (this: unknown): Promise<Response> {
      seen.push(this)
      return Response.json(token)
    }
    vi.stubGlobal('fetch', answer)
    try {
      await clientCredentialsGrant(options)
    } finally {
      vi.unstubAllGlobals()
    }
    await grant(answer)
    expect(seen).toEqual([globalThis, undefined])
  })

  it('takes the redirect that a browser hides', async () => {
    const hidden = () => Object.defineProperty(new Response(null), 'status', { value: 0 })
    expect(await failure(async () => hidden())).toMatchObject({
      code: 'ERR_OAUTH_REDIRECT',
      detail: { retryable: false, status: 0 },
    })
  })

  it('does not read the body of a redirect', async () => {
    const cancel = vi.fn()
    const endless = new ReadableStream({ cancel })
    expect(await failure(status(307, {}, endless))).toMatchObject({ code: 'ERR_OAUTH_REDIRECT' })
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  it('reads past what is not UTF-8, but takes no token with it', async () => {
    const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
    expect(await failure(status(401, {}, latin1('{"error":"invalid_client","note":"\xe9"}')))).toMatchObject({
      code: 'ERR_OAUTH_REJECTED',
      detail: { status: 401, error: 'invalid_client' },
    })
    const wrong = latin1('{"access_token":"a\xe9","token_type":"Bearer"}')
    expect(await failure(status(200, {}, wrong))).toMatchObject({ detail: { field: 'access_token' } })
  })

  it('takes 64 KiB in any chunks, and cancels the stream at one byte more', async () => {
    const json = JSON.stringify(token)
    const cancel = vi.fn()
    const chunked = (length: number, size: number) => {
      const bytes = new TextEncoder().encode(json.padEnd(length))
      let sent = 0
      return new ReadableStream<Uint8Array>({
        pull: (controller) => {
          if (sent >= length) return controller.close()
          controller.enqueue(bytes.subarray(sent, sent + size))
          sent += size
        },
        cancel,
      })
    }
    expect((await grant(status(200, {}, chunked(65_536, 1000)))).accessToken).toBe('mF_9.B5f-4.1JqM')
    expect((await grant(status(200, {}, chunked(65_536, 65_536)))).accessToken).toBe('mF_9.B5f-4.1JqM')
    expect(cancel).not.toHaveBeenCalled()
    for (const size of [1000, 65_537])
      expect(await failure(status(503, { 'retry-after': '7' }, chunked(65_537 + 1000, size)))).toMatchObject({
        code: 'ERR_OAUTH_TOO_LARGE',
        detail: { status: 503, retryable: true, retryAfterMs: 7000, limitBytes: 65_536 },
      })
    expect(cancel).toHaveBeenCalledTimes(2)
  })

  it('says why the request failed in one word, and nothing else', async () => {
    const cause = Object.assign(new Error('CANARY'), { code: 'ECONNREFUSED' })
    const cases: [unknown, string][] = [
      [new TypeError('CANARY', { cause }), 'ECONNREFUSED'],
      [cause, 'ECONNREFUSED'],
      [new TypeError('CANARY'), 'TypeError'],
      [Object.assign(new Error('x'), { code: 'CANARY said so' }), 'Error'],
      ['CANARY said so', 'unknown'],
      [Object.assign(new Error('CANARY'), { name: 'OAuthError' }), 'OAuthError'],
      [undefined, 'unknown'],
    ]
    for (const [thrown, reason] of cases)
      for (const fetch of [
        () => Promise.reject(thrown),
        () => {
          throw thrown
        },
        status(200, {}, new ReadableStream({ start: (controller) => controller.error(thrown) })),
      ]) {
        const error = await failure(fetch)
        expect(error).toMatchObject({ code: 'ERR_OAUTH_TRANSPORT', detail: { retryable: true, reason } })
        expect((error as Error).cause).toBeUndefined()
        expect(JSON.stringify(error)).not.toContain('CANARY')
      }
  })

  it('ends at the deadline while the body trickles, also with a fetch that ignores its signal', async () => {
    const cancel = vi.fn()
    const endless = new ReadableStream({ cancel })
    expect(await failure(status(200, {}, endless), { timeoutMs: 5 })).toMatchObject({
      code: 'ERR_OAUTH_TIMEOUT',
      detail: { retryable: true, timeoutMs: 5 },
    })
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  it('cancels an answer that comes after the deadline', async () => {
    const { promise: cancelled, resolve: cancel } = withResolvers<void>()
    const { promise: answer, resolve: answerNow } = withResolvers<Response>()
    const fetch: Fetch = () => answer
    expect(await failure(fetch, { timeoutMs: 5 })).toMatchObject({ code: 'ERR_OAUTH_TIMEOUT' })
    answerNow(new Response(new ReadableStream({ cancel: () => cancel() })))
    await cancelled
  })

  it('rejects with the reason of the caller, in any phase, and forgets its signal', async () => {
    const reason = new Error('the user left')
    const never: Fetch = vi.fn(() => new Promise<never>(() => {}))
    expect(await failure(never, { signal: AbortSignal.abort(reason) })).toBe(reason)
    expect(never).not.toHaveBeenCalled()

    for (const fetch of [never, status(200, {}, new ReadableStream())]) {
      const caller = new AbortController()
      const failed = failure(fetch, { signal: caller.signal })
      caller.abort(reason)
      expect(await failed).toBe(reason)
      expect(getEventListeners(caller.signal, 'abort')).toEqual([])
    }
    const { signal } = new AbortController()
    await grant(async () => Response.json(token), { signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('hides a signature with or without its scheme, and nothing for the sake of short extras', async () => {
    const says = (error_description: string, more: Parameters<typeof grantInForm>[0], client = {}) =>
      failure(status(401, {}, JSON.stringify({ error: 'invalid_client', error_description })), {
        ...client,
        grant: grantInForm(more),
      })
    const sign = () => ({ 'x-signature': 'HMAC CANARY-SIGNATURE' })
    for (const words of ['HMAC CANARY-SIGNATURE is wrong', 'CANARY-SIGNATURE is wrong'])
      expect(JSON.stringify(await says(words, { sign }))).not.toContain('wrong')
    // printf '%s' 's6BhdRkqt3:7Fjfp0ZBr1KtDRbnfVdmIw' | openssl base64 -A
    for (const words of ['czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3 is wrong'])
      expect(JSON.stringify(await says(words, {}))).not.toContain('wrong')
    for (const more of [{ headers: { 'accept-language': 'en' } }, { parameters: { realm: 'client' } }, {}])
      expect(await says('A client is unknown here', more, { clientId: 'Toko A' })).toMatchObject({
        detail: { errorDescription: 'A client is unknown here' },
      })
    expect(JSON.stringify(await says('no CANARY-7 here', { headers: { key: 'CANARY-7' } }))).not.toContain(
      'no ',
    )
  })

  it('rejects misuse before anything is sent', async () => {
    const fetch = vi.fn<Fetch>()
    for (const wrong of [
      { timeoutMs: 0 },
      { url: 'http://server.example.com/token' },
      { clientSecret: '' },
      { grant: grantInForm({ scope: '' }) },
      { authentication: undefined },
      { grant: {} },
      { fetch: 'https' },
      { read: 'data' },
      { authentication: async () => ({ headers: { authorization: 'a' } }) },
      { authentication: () => ({ headers: { authorization: undefined } }) },
      { authentication: () => ({ parameters: { client_assertion: 7 } }) },
      { signal: 'CANARY' },
    ])
      expect(await failure(fetch, wrong)).toBeInstanceOf(TypeError)
    expect(fetch).not.toHaveBeenCalled()
  })
})

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
