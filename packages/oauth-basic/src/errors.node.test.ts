import { inspect } from 'node:util'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { type OAuthError as CopiedError, OAuthError, type OAuthErrorCode } from './errors.js'

const error = new OAuthError({
  code: 'ERR_OAUTH_TIMEOUT',
  message: 'Try again.',
  detail: { retryable: true, timeoutMs: 5 },
})

describe('OAuthError', () => {
  it('serialises to name, code, message and detail', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'OAuthError',
      code: 'ERR_OAUTH_TIMEOUT',
      message: 'Try again.',
      detail: { retryable: true, timeoutMs: 5 },
    })
  })

  it('prints its name, code and detail', () => {
    const printed = inspect(error)
    for (const part of ['OAuthError: Try again.', "code: 'ERR_OAUTH_TIMEOUT'", 'timeoutMs: 5'])
      expect(printed).toContain(part)
  })

  it('is an Error, and is recognised across two copies of the package', () => {
    class Copy extends Error {
      override readonly name = 'OAuthError'
      readonly code = 'ERR_OAUTH_TIMEOUT'
    }
    expect(error instanceof Error).toBe(true)
    expect(error instanceof OAuthError).toBe(true)
    expect(new Copy() instanceof OAuthError).toBe(true)
    const foreign = Object.assign(new Error('CANARY'), { name: 'OAuthError', code: 'invalid_client' })
    for (const other of [
      foreign,
      new Error('x'),
      new TypeError('x'),
      { name: 'OAuthError' },
      undefined,
      'OAuthError',
    ])
      expect(other instanceof OAuthError).toBe(false)
  })

  it('is told apart by code, for the type checker too', () => {
    const caught: unknown = error
    expect.assertions(1)
    if (!(caught instanceof OAuthError)) return
    expectTypeOf(caught.code).toEqualTypeOf<OAuthErrorCode>()
    expectTypeOf(caught.detail.retryable).toEqualTypeOf<boolean>()
    switch (caught.code) {
      case 'ERR_OAUTH_TIMEOUT':
        expectTypeOf(caught.detail.timeoutMs).toEqualTypeOf<number>()
        expect(caught.detail.timeoutMs).toBe(5)
        break
      case 'ERR_OAUTH_REJECTED':
        expectTypeOf(caught.detail.error).toEqualTypeOf<string>()
        break
      default:
        expectTypeOf(caught).not.toEqualTypeOf<CopiedError<'ERR_OAUTH_TIMEOUT'>>()
    }
  })
})
