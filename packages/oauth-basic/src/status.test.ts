import { describe, expect, it } from 'vitest'
import { isRedirect, statusDetail } from './status.js'

describe('statusDetail', () => {
  it('calls exactly 408, 425, 429 and 5xx worth another try', () => {
    const worth = Array.from({ length: 900 }, (_, index) => index + 100).filter(
      (status) => statusDetail({ status, retryAfter: null }).retryable,
    )
    const fives = Array.from({ length: 100 }, (_, index) => index + 500)
    expect(worth).toEqual([408, 425, 429, ...fives])
  })

  it.each([
    ['0', 0],
    ['7', 7000],
    ['999999999999', 999_999_999_999_000],
  ])('reads %j seconds as %d ms', (retryAfter, retryAfterMs) => {
    expect(statusDetail({ status: 503, retryAfter })).toEqual({ status: 503, retryable: true, retryAfterMs })
  })

  it.each([
    undefined,
    null,
    '',
    '-1',
    '1.5',
    '7, 8',
    '7s',
    '0x10',
    'later',
    '9'.repeat(13),
    '9'.repeat(400),
    // The example of RFC 9110 section 10.2.3.
    'Fri, 31 Dec 1999 23:59:59 GMT',
  ])('leaves %j unread', (retryAfter) => {
    expect(Object.keys(statusDetail({ status: 503, retryAfter }))).toEqual(['status', 'retryable'])
  })
})

describe('isRedirect', () => {
  it('covers 3xx with the hidden 0', () => {
    const all = Array.from({ length: 1000 }, (_, status) => status)
    const hundred = (start: number) => Array.from({ length: 100 }, (_, index) => start + index)
    expect(all.filter(isRedirect)).toEqual([0, ...hundred(300)])
  })
})
