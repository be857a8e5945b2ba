import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExampleName, exampleNames, exampleOf } from './examples.js'
import { readLens } from './findings.js'
import { durationOf, gaugePosition } from './gauge.js'
import { likelyCode } from './likely-code.js'
import { mend } from './mend.js'
import { readReference } from './reference.js'

// 2020-12-17, 10:55:00 in Jakarta, 03:55:00 in UTC: the moment of the standard's own examples.
const now = 1_608_177_300_000

describe('mend', () => {
  it.each([
    ['2020-12-17T10:55:00+07:00', []],
    [' 2020-12-17T10:55:00+07:00\n', ['surrounding-space']],
    ['1608177300', ['epoch-number']],
    ['1608177300000', ['epoch-number']],
    ['20201217105500', ['epoch-number', 'offset-missing']],
    ['20201217T105500+0700', ['date-without-dashes', 'offset-without-colon']],
    ['20201217 10:55:00', ['date-without-dashes', 'space-for-t', 'offset-missing']],
    ['2020-12-17 10:55:00', ['space-for-t', 'offset-missing']],
    ['2020-12-17t03:55:00z', ['lower-case']],
    ['2020-12-17 10:55:00 AM', ['twelve-hour-clock', 'space-for-t', 'offset-missing']],
    ['2020-12-16T10:55:00 PM-05:00', ['twelve-hour-clock']],
    ['2020-12-17T10:55+07:00', ['seconds-missing']],
    ['2020-12-17T10:55', ['seconds-missing', 'offset-missing']],
    ['2020-12-17T10:55:00.000T+07:00', ['offset-after-t']],
    ['2020-12-17T10:55:00.000000+07:00', ['milliseconds-not-three-digits']],
    ['2020-12-17T10:55:00,0+07', ['milliseconds-not-three-digits', 'offset-without-minutes']],
    ['2020-12-17T10:55:00+7', ['offset-without-minutes']],
    ['2020-12-17T03:55:00-00:00', ['offset-out-of-range']],
    ['2020-12-16T34:55:00+07:00', ['no-such-time']],
  ])('reads %j, naming %j', (text, problems) => {
    const mended = mend(text)
    expect(mended.problems).toEqual(problems)
    // 34 is no hour that adding seven to a clock gives.
    expect(mended.at).toBe(text.includes('T34') ? undefined : now)
  })

  it.each(['12:30 AM', '00:30:00'])('knows midnight: %s', (time) => {
    expect(mend(`2020-12-17 ${time}`).at).toBe(Date.parse('2020-12-17T00:30:00+07:00'))
  })

  it('counts hours beyond midnight into the next day', () => {
    expect(mend('2020-12-31T26:10:00+07:00').at).toBe(Date.parse('2021-01-01T02:10:00+07:00'))
  })

  it.each([
    '',
    'yesterday',
    '2020-13-01T00:00:00Z',
    '2020-12-17T10:55:00+15:00',
    '99999999999999999999',
    '5',
  ])('gives up on %j', (text) => {
    const { problems, text: mended, at } = mend(text)
    expect(problems.length).toBeGreaterThan(0)
    expect([mended, at]).toEqual([undefined, undefined])
  })

  it('ends, whatever the text', () => {
    const unit = fc.constantFrom(...'0123456789-:.,+TZtz _/apmAPM\n', '2020-12-17', '10:55:00', '+07:00', 'é')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        readLens(text, now)
      }),
      { numRuns: 500 },
    )
  })
})

describe('readLens', () => {
  const at = (text: string, reference = now) => readLens(text, reference).findings

  it('has nothing to say of a right and fresh one', () => {
    const reading = readLens('2020-12-17T10:55:00+07:00', now + 299_000)
    expect(reading).toMatchObject({ isTaken: true, isFresh: true, findings: [], at: now })
  })

  it.each([
    ['2020-12-17T17:55:00+07:00', ['seven-added']],
    ['2020-12-17T10:55:00Z', ['wib-with-z', 'zone-z']],
    ['2020-12-17T03:55:00+07:00', ['utc-with-offset']],
    ['2020-12-16T20:55:00Z', ['seven-taken', 'zone-z']],
    ['2020-12-18T00:55:00+07:00', ['fourteen-ahead']],
    ['2020-12-16T20:55:00+07:00', ['fourteen-behind']],
    ['2020-12-17T11:55:00+07:00', ['eastern-zone']],
    ['2020-12-17T12:55:00+07:00', ['eastern-zone']],
    ['2020-11-17T10:55:00+07:00', ['month-off-by-one']],
    ['2020-12-17T10:12:00+07:00', ['minutes-are-month']],
    ['2020-12-17T10:39:00+07:00', ['behind']],
    ['2020-12-17T11:01:00+07:00', ['ahead']],
    ['2020-12-17T03:55:00.000Z', ['milliseconds', 'zone-z']],
    ['2020-12-17T11:55:00+08:00', ['other-zone']],
    [
      '2020-12-17T10:55:00.123456+0700',
      ['milliseconds-not-three-digits', 'offset-without-colon', 'milliseconds'],
    ],
  ])('%s: %j', (text, findings) => {
    expect(at(text)).toEqual(findings)
  })

  it('knows a clock of twelve hours in the afternoon and after midnight', () => {
    expect(at('2020-12-17T03:30:00+07:00', Date.parse('2020-12-17T15:30:00+07:00'))).toEqual([
      'twelve-hour-digits',
    ])
    expect(at('2020-12-17T12:30:00+07:00', Date.parse('2020-12-17T00:30:00+07:00'))).toEqual([
      'twelve-hour-digits',
    ])
    expect(at('2020-12-17T15:30:00+07:00', Date.parse('2020-12-18T03:30:00+07:00'))).toEqual(['behind'])
  })

  it('draws its lines at five minutes, on both sides', () => {
    for (const [ms, isFresh] of [
      [300_000, true],
      [300_001, false],
      [-300_000, true],
      [-300_001, false],
    ] as const)
      expect(readLens('2020-12-17T10:55:00+07:00', now + ms).isFresh).toBe(isFresh)
  })
})

describe('examples', () => {
  const expected: Readonly<Record<ExampleName, readonly string[]>> = {
    right: [],
    'seven-added': ['seven-added'],
    'utc-with-offset': ['utc-with-offset'],
    'wib-with-z': ['wib-with-z', 'zone-z'],
    'fourteen-ahead': ['fourteen-ahead'],
    'twelve-hour-digits': ['twelve-hour-digits'],
    'late-hour': ['no-such-time'],
    milliseconds: ['milliseconds'],
    'zone-z': ['zone-z'],
    'offset-without-colon': ['offset-without-colon'],
    'offset-after-t': ['offset-after-t', 'milliseconds'],
    microseconds: ['offset-missing', 'milliseconds-not-three-digits', 'milliseconds'],
    'am-pm': ['twelve-hour-clock', 'space-for-t', 'offset-missing'],
    'epoch-number': ['epoch-number'],
    'month-off-by-one': ['month-off-by-one'],
    reused: ['behind'],
  }

  it.each(exampleNames)('%s shows its mistake at any hour', (name) => {
    for (let hour = 0; hour < 24; hour += 1) {
      const moment = now + hour * 3_600_000
      const { text, reference } = exampleOf(name, moment)
      const compared = reference === undefined ? moment : (readReference(reference) ?? Number.NaN)
      const { findings } = readLens(text, compared)
      expect(findings).toEqual(expected[name])
    }
  })

  it('have a likely line of code for each mistake that they show', () => {
    for (const name of Object.values(expected).flat()) expect(likelyCode).toHaveProperty([name])
  })
})

describe('readReference', () => {
  it.each([
    'Thu, 17 Dec 2020 03:55:00 GMT',
    'Date: Thu, 17 Dec 2020 03:55:00 GMT\n',
    '2020-12-17T10:55:00+07:00',
  ])('reads %j', (text) => expect(readReference(text)).toBe(now))
  it.each(['', 'now', '17 Dec 2020', 'Thu, 17 Foo 2020 03:55:00 GMT', '1608177300'])(
    'does not read %j',
    (text) => expect(readReference(text)).toBeUndefined(),
  )
})

describe('the gauge', () => {
  it('keeps order, sides and ends', () => {
    expect([0, 86_400_000, -86_400_000, 1e12, -1e12].map(gaugePosition)).toEqual([0, 320, -320, 320, -320])
    expect(gaugePosition(21_600_000)).toBe(160)
    expect(gaugePosition(-21_600_000)).toBe(-160)
  })

  it('cuts a length into parts', () => {
    expect(durationOf(-93_784_999)).toEqual({ days: 1, hours: 2, minutes: 3, seconds: 4 })
    expect(durationOf(0)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 })
  })
})
