import { describe, expect, it } from 'vitest'
import { readRetryAfter } from './retry-after.js'

// The instant of RFC 9110 section 5.6.7's examples: date -u -d 'Sun, 06 Nov 1994 08:49:37 GMT' +%s
const at = 784_111_777_000

describe('readRetryAfter', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['9007199254740', 9_007_199_254_740_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 1500],
    ['Sun, 06 Nov 1994 08:49:35 GMT', 0],
    ['Mon, 07 Nov 1994 08:49:37 GMT', 86_401_500],
  ])('reads %j as %d ms', (text, delay) => {
    expect(readRetryAfter({ text, now: at - 1500 })).toBe(delay)
  })

  it.each([
    '',
    '-1',
    '1.5',
    '120, 120',
    '120s',
    '9'.repeat(400),
    'soon',
    'Invalid Date',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 +0700',
    'Mon, 06 Nov 1994 08:49:37 GMT',
    'Thu, 31 Feb 1994 08:49:37 GMT',
    '1994-11-06T08:49:37Z',
  ])('leaves %j unread', (text) => {
    expect(readRetryAfter({ text, now: at })).toBeUndefined()
  })

  it('needs the time for a date, not for seconds', () => {
    expect(readRetryAfter({ text: 'Sun, 06 Nov 1994 08:49:37 GMT', now: undefined })).toBeUndefined()
    expect(readRetryAfter({ text: '7', now: undefined })).toBe(7000)
  })
})
