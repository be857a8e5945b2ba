import { formatTimestamp, parseTimestamp } from '@x/snap-signature'
import { afterEach, expect, it } from 'vitest'

const before = process.env['TZ']

afterEach(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})

// The host's offset from UTC on both dates, so that the test fails where the zone did not change.
it.each([
  ['UTC', 0, 0],
  ['Asia/Jakarta', -420, -420],
  ['America/St_Johns', 210, 150],
])('is the same under TZ=%s', (zone, winterOffset, summerOffset) => {
  process.env['TZ'] = zone
  const winter = Date.UTC(2024, 0, 15, 20, 30)
  const summer = Date.UTC(2024, 6, 15, 20, 30)
  expect(new Date(winter).getTimezoneOffset()).toBe(winterOffset)
  expect(new Date(summer).getTimezoneOffset()).toBe(summerOffset)

  expect(formatTimestamp(winter)).toBe('2024-01-16T03:30:00+07:00')
  expect(formatTimestamp(summer)).toBe('2024-07-16T03:30:00+07:00')
  expect(parseTimestamp('2024-01-16T03:30:00+07:00')).toBe(winter)
  expect(parseTimestamp('2024-07-15T20:30:00Z')).toBe(summer)
  // The hour that daylight saving skips in St. John's.
  expect(parseTimestamp('2024-03-10T02:30:00-03:30')).toBe(Date.UTC(2024, 2, 10, 6))
})
