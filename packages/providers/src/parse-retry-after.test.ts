import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from './parse-retry-after.js'

// The example date of RFC 9110 section 10.2.3 and its epoch value by `date -u -d "…" +%s`.
const date = 'Fri, 31 Dec 1999 23:59:59 GMT'
const at = 946_684_799_000

describe('parseRetryAfter', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    [date, 60_000],
    ['999999999', 86_400_000],
    ['Fri, 31 Dec 1999 23:00:00 GMT', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2026', 2_026_000],
    ['', undefined],
    [null, undefined],
  ])('reads %j', (value, expected) => {
    expect(parseRetryAfter(value, at - 60_000)).toBe(expected)
  })
})
