import { describe, expect, it } from 'vitest'
import { isRedirect, isSuccess, statusDetail } from './status.js'

describe('statusDetail', () => {
  it('calls exactly 408, 425, 429 and 5xx worth another try', () => {
    const worth = Array.from({ length: 900 }, (_, index) => index + 100).filter(
      (status) => statusDetail({ status, headers: {}, now: undefined }).retryable,
    )
    const fives = Array.from({ length: 100 }, (_, index) => index + 500)
    expect(worth).toEqual([408, 425, 429, ...fives])
  })

  it.each([
    ['Headers', new Headers({ 'Retry-After': ' 7 ' })],
    ['a plain object', { 'Retry-After': '7' }],
    ['a plain object in lower case', { 'content-type': 'text/html', 'retry-after': '7' }],
    ['a plain object in upper case', { 'RETRY-AFTER': '7' }],
  ])('reads Retry-After from %s', (_, headers) => {
    expect(statusDetail({ status: 503, headers, now: undefined })).toEqual({
      status: 503,
      retryable: true,
      retryAfterMs: 7000,
    })
  })

  it.each([
    ['none', {}],
    ['a list', { 'retry-after': ['7', '8'] }],
    ['nonsense', { 'retry-after': 'later' }],
    ['an undefined value', { 'retry-after': undefined }],
  ])('has no retryAfterMs with %s', (_, headers) => {
    expect(Object.keys(statusDetail({ status: 503, headers, now: 0 }))).toEqual(['status', 'retryable'])
  })
})

describe('isRedirect and isSuccess', () => {
  it('cover 3xx with the hidden 0, and 2xx', () => {
    const all = Array.from({ length: 1000 }, (_, status) => status)
    const hundred = (start: number) => Array.from({ length: 100 }, (_, index) => start + index)
    expect(all.filter(isRedirect)).toEqual([0, ...hundred(300)])
    expect(all.filter(isSuccess)).toEqual(hundred(200))
  })
})
