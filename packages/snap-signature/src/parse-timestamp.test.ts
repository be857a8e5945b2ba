import { formatTimestamp, parseTimestamp } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const refusal = (problem: string) =>
  expect.objectContaining({ name: 'SnapSignatureError', code: 'ERR_SNAP_TIMESTAMP', detail: { problem } })

describe('parseTimestamp', () => {
  it.each([
    ['2020-12-17T10:55:00+07:00', 1_608_177_300_000],
    ['2020-12-17T03:55:00Z', 1_608_177_300_000],
    ['2024-03-01T08:27:49.024Z', 1_709_281_669_024],
    ['1970-01-01T00:00:00-12:00', 43_200_000],
    ['1970-01-01T14:00:00+14:00', 0],
    ['2000-02-29T00:00:00Z', 951_782_400_000],
    ['0000-01-01T00:00:00Z', -62_167_219_200_000],
    ['0099-12-31T23:59:59Z', Date.parse('0099-12-31T23:59:59Z')],
  ])('reads %s', (text, epochMs) => {
    expect(parseTimestamp(text)).toBe(epochMs)
  })

  it.each([
    ['2020-12-17T10:55:00+0700', 'offset-without-colon'],
    ['2020-12-17T10:55:00.123+0700', 'offset-without-colon'],
    ['2020-12-17T10:55:00+07', 'offset-without-minutes'],
    ['2020-12-17T10:55:00+7', 'offset-without-minutes'],
    ['2020-12-17T10:55:00', 'offset-missing'],
    ['2020-12-17T10:55:00.123', 'offset-missing'],
    ['2020-12-17T10:55:00T+07:00', 'offset-after-t'],
    ['2020-12-17T10:55:00+14:01', 'offset-out-of-range'],
    ['2020-12-17T10:55:00-12:01', 'offset-out-of-range'],
    ['2020-12-17T10:55:00+07:60', 'offset-out-of-range'],
    ['2020-12-17T10:55:00-00:00', 'offset-out-of-range'],
    ['2020-12-17T10:55:00.1+07:00', 'milliseconds-not-three-digits'],
    ['2020-12-17T10:55:00.123456+07:00', 'milliseconds-not-three-digits'],
    ['2020-12-17T10:55:00.+07:00', 'milliseconds-not-three-digits'],
    ['2020-12-17T10:55:00,123Z', 'milliseconds-not-three-digits'],
    ['2020-12-17 10:55:00+07:00', 'space-for-t'],
    ['20201217T10:55:00+07:00', 'date-without-dashes'],
    ['2020-12-17t10:55:00+07:00', 'lower-case'],
    ['2020-12-17T10:55:00z', 'lower-case'],
    ['2020-12-17T10:55:00 AM+07:00', 'twelve-hour-clock'],
    ['2020-12-17T10:55:00PM', 'twelve-hour-clock'],
    ['2020-12-17T10:55+07:00', 'seconds-missing'],
    ['2020-12-17T10:55', 'seconds-missing'],
    ['1608177300', 'epoch-number'],
    ['1608177300000', 'epoch-number'],
    [' 2020-12-17T10:55:00Z', 'surrounding-space'],
    ['2020-12-17T10:55:00Z\n', 'surrounding-space'],
    ['2023-02-29T00:00:00Z', 'no-such-time'],
    ['2020-02-30T00:00:00Z', 'no-such-time'],
    ['1900-02-29T00:00:00Z', 'no-such-time'],
    ['2020-04-31T00:00:00Z', 'no-such-time'],
    ['2020-13-01T00:00:00Z', 'no-such-time'],
    ['2020-00-01T00:00:00Z', 'no-such-time'],
    ['2020-01-00T00:00:00Z', 'no-such-time'],
    ['2020-01-01T24:00:00Z', 'no-such-time'],
    ['2020-01-01T23:60:00Z', 'no-such-time'],
    ['2016-12-31T23:59:60Z', 'no-such-time'],
    ['', 'layout'],
    ['sample', 'layout'],
    ['+02020-12-17T10:55:00Z', 'layout'],
    ['２０20-12-17T10:55:00Z', 'layout'],
  ])('refuses %j: %s', (text, problem) => {
    expect(() => parseTimestamp(text)).toThrow(refusal(problem))
  })

  it('accepts exactly the days of the Gregorian calendar', () => {
    const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
    for (const year of [1900, 2000, 2023, 2024])
      for (let month = 1; month <= 12; month += 1)
        for (let day = 1; day <= 31; day += 1) {
          const days = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T00:00:00Z`
          if (day <= days) expect(parseTimestamp(text)).toBe(Date.UTC(year, month - 1, day))
          else expect(() => parseTimestamp(text)).toThrow(refusal('no-such-time'))
        }
  })

  it('reads back what formatTimestamp writes', () => {
    const zones = fc.constantFrom('Z', '+07:00', '+09:00', '-03:30', '+14:00', '-12:00', '+00:00')
    const moments = fc.integer({ min: -62_000_000_000_000, max: 253_000_000_000_000 })
    fc.assert(
      fc.property(moments, zones, (epochMs, zone) => {
        expect(parseTimestamp(formatTimestamp(epochMs, { zone, milliseconds: true }))).toBe(epochMs)
      }),
    )
  })

  it('answers any text with a time or its own error, and never repeats the text', () => {
    const pieces = fc.constantFrom(
      '2020-12-17',
      'T',
      ' ',
      '10:55:00',
      '.123',
      '+07:00',
      'Z',
      'z',
      ',',
      '+0700',
      'x',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        try {
          expect(parseTimestamp(text)).toBe(Date.parse(text))
        } catch (error) {
          expect(error).toMatchObject({ code: 'ERR_SNAP_TIMESTAMP' })
        }
      }),
    )
    expect(() => parseTimestamp('my-secret-value')).not.toThrow('my-secret-value')
  })

  it('is misused without a string', () => {
    const date: unknown = new Date(0)
    expect(() => parseTimestamp(date as string)).toThrow('"text" must be a string, got an object')
  })
})
