import { describe, expect, expectTypeOf, it } from 'vitest'
import { TokenCacheError } from './errors.js'

const detail = { provider: 'bank', timeoutMs: 30_000, retryable: true } as const
const timeout: unknown = new TokenCacheError({ code: 'ERR_TOKEN_CACHE_FETCH_TIMEOUT', detail })

describe('TokenCacheError', () => {
  it('narrows detail by code', () => {
    if (!(timeout instanceof TokenCacheError)) throw new Error('not recognised')
    if (timeout.code !== 'ERR_TOKEN_CACHE_FETCH_TIMEOUT') throw new Error('wrong code')
    expectTypeOf(timeout.detail).toEqualTypeOf<{
      readonly provider: string
      readonly timeoutMs: number
      readonly retryable: true
    }>()
    expect(timeout.detail.timeoutMs).toBe(30_000)
  })

  it('is recognised by name, as the other build of this package makes another class', () => {
    const other = Object.assign(new Error('x'), { name: 'TokenCacheError' })
    expect(other instanceof TokenCacheError).toBe(true)
    expect(new Error('x') instanceof TokenCacheError).toBe(false)
    expect({ name: 'TokenCacheError' } instanceof TokenCacheError).toBe(false)
  })

  it('says what happened and what to do', () => {
    expect(timeout).toHaveProperty(
      'message',
      'fetchToken of "bank" did not finish within 30000 ms: ' +
        'check that the token endpoint can be reached, then call get() again or raise fetchTimeoutMs',
    )
  })

  it('is written as JSON with its message', () => {
    expect(JSON.parse(JSON.stringify(timeout))).toEqual({
      name: 'TokenCacheError',
      code: 'ERR_TOKEN_CACHE_FETCH_TIMEOUT',
      message: expect.stringContaining('did not finish within 30000 ms'),
      detail,
    })
  })
})
