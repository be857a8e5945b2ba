import { describe, expect, it } from 'vitest'
import { OAuthError } from './errors.js'
import { readTokenResponse, type TokenAnswer } from './token-response.js'

const failure = (answer: TokenAnswer): unknown => {
  try {
    return readTokenResponse(answer)
  } catch (error) {
    return error instanceof OAuthError ? { code: error.code, detail: error.detail } : error
  }
}
const ok = (json: unknown) => ({ status: 200, body: JSON.stringify(json) })
const token = { access_token: 'mF_9.B5f-4.1JqM', token_type: 'Bearer' }

describe('readTokenResponse, with a token', () => {
  it('reads the example of RFC 6750 section 4', () => {
    const read = readTokenResponse({
      status: 200,
      body: '{"access_token":"mF_9.B5f-4.1JqM","token_type":"Bearer","expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA"}',
    })
    expect(read.accessToken).toBe('mF_9.B5f-4.1JqM')
    expect(read).toEqual({ tokenType: 'Bearer', expiresIn: 3600, scope: undefined })
  })

  it('reads the spellings of some API gateways: BearerToken, a lifetime as text, an empty scope', () => {
    const read = readTokenResponse(
      ok({ ...token, token_type: 'BearerToken', expires_in: '179999', scope: '', status: 'approved' }),
    )
    expect(read).toEqual({ tokenType: 'Bearer', expiresIn: 179_999, scope: undefined })
  })

  it('reads a scope', () => {
    const scope = 'resource.WRITE resource.READ'
    expect(readTokenResponse(ok({ ...token, scope })).scope).toBe(scope)
  })

  it.each(['bearer', 'BEARER', 'bearertoken'])('takes the token type %s', (token_type) => {
    expect(readTokenResponse(ok({ ...token, token_type })).tokenType).toBe('Bearer')
  })

  it('takes any 2xx, and no error at all', () => {
    const body = '{"access_token":"b","token_type":"Bearer","error":null,"scope":null}'
    const read = readTokenResponse({ status: 201, body })
    expect(read.accessToken).toBe('b')
    expect(readTokenResponse(ok({ ...token, error: '' })).accessToken).toBe('mF_9.B5f-4.1JqM')
  })

  it('takes a token of 16 KiB', () => {
    const access_token = 'a'.repeat(16_384)
    expect(readTokenResponse(ok({ ...token, access_token })).accessToken).toBe(access_token)
  })
})

describe('readTokenResponse, with another shape', () => {
  it.each([
    ['access_token', { token_type: 'Bearer' }],
    ['access_token', { ...token, access_token: '' }],
    ['access_token', { ...token, access_token: 7 }],
    ['access_token', { ...token, access_token: 'a b' }],
    ['access_token', { ...token, access_token: 'a\r\nx-admin: 1' }],
    ['access_token', { ...token, access_token: 'a\n' }],
    ['access_token', { ...token, access_token: 'é' }],
    ['access_token', { ...token, access_token: 'a'.repeat(16_385) }],
    ['access_token', { accessToken: 'a', tokenType: 'Bearer', expiresIn: '900' }],
    ['token_type', { access_token: 'a' }],
    ['token_type', { ...token, token_type: null }],
    ['token_type', { ...token, token_type: 'mac' }],
    ['token_type', { ...token, token_type: 'Bearer ' }],
    ['token_type', { ...token, token_type: 'example' }],
    ['expires_in', { ...token, expires_in: -1 }],
    ['expires_in', { ...token, expires_in: '3600abc' }],
    ['expires_in', { ...token, expires_in: true }],
    ['scope', { ...token, scope: ['a', 'b'] }],
    ['scope', { ...token, scope: 'a\nb' }],
    ['error', { ...token, error: { code: 1 } }],
    ['error', { ...token, error: true }],
    ['error', { ...token, error: token.access_token }],
    ['body', []],
    ['body', [token]],
    ['body', null],
    ['body', 'text'],
    ['body', 7],
  ])('names %s in %j', (field, json) => {
    expect(failure(ok(json))).toEqual({
      code: 'ERR_OAUTH_SHAPE',
      detail: { retryable: false, status: 200, field },
    })
  })

  it('reads no number that is too large for one', () => {
    const body = '{"access_token":"a","token_type":"Bearer","expires_in":1e400}'
    expect(failure({ status: 200, body })).toMatchObject({ detail: { field: 'expires_in' } })
  })

  it.each([
    ['a page', 200, '<!doctype html><title>Sign in</title>'],
    ['nothing', 200, ''],
    ['no content', 204, ''],
    ['a truncated answer', 200, '{"access_token":"a","token_type":"Bea'],
    ['form encoding', 200, 'access_token=a&token_type=bearer'],
    ['two documents', 200, '{}{}'],
  ])('says that %s is not JSON', (_, status, body) => {
    expect(failure({ status, body })).toEqual({
      code: 'ERR_OAUTH_NOT_JSON',
      detail: { retryable: false, status },
    })
  })
})

describe('readTokenResponse, refused', () => {
  it('reads the example of RFC 6749 section 5.2', () => {
    expect(failure({ status: 400, body: '{"error":"invalid_request"}' })).toEqual({
      code: 'ERR_OAUTH_REJECTED',
      detail: { status: 400, retryable: false, error: 'invalid_request' },
    })
  })

  it('reads the description and the delay', () => {
    const body = '{"error":"temporarily_unavailable","error_description":"Come\\nback"}'
    const detail = {
      status: 503,
      retryable: true,
      error: 'temporarily_unavailable',
      errorDescription: 'Comeback',
    }
    expect(failure({ status: 503, retryAfter: '7', body })).toMatchObject({
      detail: { ...detail, retryAfterMs: 7000 },
    })
  })

  it('is also a refusal with status 200, token or not', () => {
    for (const json of [{ error: 'invalid_client' }, { ...token, error: 'invalid_client' }])
      expect(failure(ok(json))).toEqual({
        code: 'ERR_OAUTH_REJECTED',
        detail: { status: 200, retryable: false, error: 'invalid_client' },
      })
  })

  it('drops what holds a secret or a returned token', () => {
    const words = (error_description: string) => ({
      status: 401,
      body: JSON.stringify({
        error: 'invalid_client',
        error_description,
        access_token: 'T0KEN',
        refresh_token: 'R3',
      }),
      secrets: ['S3CRET'],
    })
    for (const text of ['bad S3CRET', 'bad T0KEN', 'bad R3'])
      expect(failure(words(text))).toMatchObject({ detail: { error: 'invalid_client' } })
    for (const text of ['bad S3CRET', 'bad T0KEN', 'bad R3'])
      expect(JSON.stringify(failure(words(text)))).not.toContain('bad')
    expect(failure({ status: 401, body: '{"error":"S3CRET"}', secrets: ['S3CRET'] })).toEqual({
      code: 'ERR_OAUTH_STATUS',
      detail: { status: 401, retryable: false },
    })
  })

  it.each([
    ['a page', '<html>Unauthorized</html>'],
    ['nothing', ''],
    ['another JSON', '{"responseCode":"4010000"}'],
    ['an error that is no text', '{"error":{"code":1}}'],
    ['a list', '["invalid_client"]'],
    ['a token', JSON.stringify(token)],
  ])('goes by the status with %s', (_, body) => {
    expect(failure({ status: 401, body })).toEqual({
      code: 'ERR_OAUTH_STATUS',
      detail: { status: 401, retryable: false },
    })
    expect(failure({ status: 503, retryAfter: '1', body })).toEqual({
      code: 'ERR_OAUTH_STATUS',
      detail: { status: 503, retryable: true, retryAfterMs: 1000 },
    })
  })

  it.each([0, 300, 301, 302, 303, 304, 307, 308, 399])(
    'never follows the redirect %d, nor reads it',
    (status) => {
      for (const body of ['', JSON.stringify(token), '{"error":"invalid_client"}'])
        expect(failure({ status, body })).toEqual({
          code: 'ERR_OAUTH_REDIRECT',
          detail: { retryable: false, status },
        })
    },
  )
})

describe('readTokenResponse, misused', () => {
  it.each([-1, 1, 99, 1000, 200.5, Number.NaN])('refuses the status %d', (status) => {
    expect(() => readTokenResponse({ status, body: '' })).toThrow(/^"status" must be/)
  })

  it('refuses a body over 65536 characters, but not at them', () => {
    const body = JSON.stringify(token).padEnd(65_536)
    expect(readTokenResponse({ status: 200, body }).accessToken).toBe('mF_9.B5f-4.1JqM')
    expect(failure({ status: 503, retryAfter: '7', body: `${body} ` })).toEqual({
      code: 'ERR_OAUTH_TOO_LARGE',
      detail: { status: 503, retryable: true, retryAfterMs: 7000, limitBytes: 65_536 },
    })
    expect(failure({ status: 302, body: `${body} ` })).toMatchObject({ code: 'ERR_OAUTH_REDIRECT' })
  })

  it('ignores secrets that are no texts, and refuses what is no list', () => {
    const body = '{"error":"invalid_client","error_description":"bad S3CRET"}'
    const secrets: never = [undefined, 7, 'S3CRET'] as never
    expect(failure({ status: 401, body, secrets })).toMatchObject({ code: 'ERR_OAUTH_REJECTED' })
    expect(JSON.stringify(failure({ status: 401, body, secrets }))).not.toContain('bad')
    const text: never = 'S3CRET' as never
    expect(() => readTokenResponse({ status: 401, body, secrets: text })).toThrow(
      new TypeError('"secrets" must be a list of texts, got string'),
    )
  })

  it('refuses bytes and parsed JSON', () => {
    // @ts-expect-error a body is text
    expect(() => readTokenResponse({ status: 200, body: token })).toThrow(
      new TypeError('"body" must be a string, got object'),
    )
  })
})
