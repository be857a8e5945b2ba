import { formatTimestamp } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const years0To9999 = fc.date({
  min: new Date('0000-01-02T00:00:00Z'),
  max: new Date('9999-12-30T23:59:59.999Z'),
  noInvalidDate: true,
})
const minutesEast = fc.integer({ min: -12 * 60, max: 14 * 60 })

function zoneText(minutes: number): string {
  const size = Math.abs(minutes)
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

describe('formatTimestamp', () => {
  it.each([
    [1_608_177_300_000, {}, '2020-12-17T10:55:00+07:00'],
    [1_608_177_300_024, {}, '2020-12-17T10:55:00+07:00'],
    [1_608_177_300_024, { milliseconds: true }, '2020-12-17T10:55:00.024+07:00'],
    [1_709_281_669_024, { zone: 'Z', milliseconds: true }, '2024-03-01T08:27:49.024Z'],
    [0, { zone: '-03:30' }, '1969-12-31T20:30:00-03:30'],
    [0, { zone: '+00:00' }, '1970-01-01T00:00:00+00:00'],
    [0, { zone: undefined, milliseconds: undefined }, '1970-01-01T07:00:00+07:00'],
    [-1, { zone: 'Z' }, '1969-12-31T23:59:59Z'],
    [951_782_400_000, { zone: 'Z' }, '2000-02-29T00:00:00Z'],
    [-62_167_219_200_000, { zone: 'Z' }, '0000-01-01T00:00:00Z'],
    [253_402_300_799_999, { zone: 'Z', milliseconds: true }, '9999-12-31T23:59:59.999Z'],
  ])('writes %d with %o as %s', (epochMs, options, text) => {
    expect(formatTimestamp(epochMs, options)).toBe(text)
  })

  it('names the same moment as Date does, in every zone', () => {
    fc.assert(
      fc.property(years0To9999, minutesEast, fc.boolean(), (date, minutes, milliseconds) => {
        const zone = zoneText(minutes)
        const text = formatTimestamp(date.getTime(), { zone, milliseconds })
        expect(text).toHaveLength(milliseconds ? 29 : 25)
        expect(text.endsWith(zone)).toBe(true)
        const rest = milliseconds ? 0 : ((date.getTime() % 1000) + 1000) % 1000
        expect(Date.parse(text)).toBe(date.getTime() - rest)
      }),
    )
  })

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1.5,
    -62_167_219_200_001,
    253_402_300_800_000,
    '0',
    null,
    undefined,
  ])('refuses %s', (epochMs) => {
    expect(() => formatTimestamp(epochMs as number, { zone: 'Z' })).toThrow(TypeError)
  })

  it('counts the years in the zone it writes', () => {
    expect(() => formatTimestamp(253_402_300_799_999)).toThrow(TypeError)
    expect(formatTimestamp(-62_167_219_200_000 - 7 * 3_600_000)).toBe('0000-01-01T00:00:00+07:00')
  })

  it.each([
    '',
    'z',
    '+0700',
    '+07',
    '07:00',
    '+7:00',
    '+14:01',
    '-12:01',
    '+07:60',
    '-00:00',
    'Asia/Jakarta',
    7,
    null,
  ])('refuses the zone %s', (zone) => {
    expect(() => formatTimestamp(0, { zone: zone as string })).toThrow(/"zone" must be/)
  })

  it('refuses an option that is no boolean', () => {
    const options: object = { milliseconds: 3 }
    expect(() => formatTimestamp(0, options)).toThrow('"milliseconds" must be true or false, got a number')
  })
})
