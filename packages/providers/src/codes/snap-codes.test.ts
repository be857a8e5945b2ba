import { describe, expect, it } from 'vitest'
import { snapCodes } from './snap-codes.js'

/** How many cases each status has in the standard, 00 first and none left out. */
const counts = [
  [200, 1],
  [202, 1],
  [400, 3],
  [401, 5],
  [403, 24],
  [404, 20],
  [405, 2],
  [409, 2],
  [429, 1],
  [500, 3],
  [504, 1],
] as const

describe('snapCodes', () => {
  it('has every code of the standard and no other', () => {
    const expected = counts.flatMap(([status, count]) =>
      Array.from({ length: count }, (_, number) => `${status}${String(number).padStart(2, '0')}`),
    )
    expect(Object.keys(snapCodes)).toEqual(expected)
  })

  it('says each thing in two languages, without a full stop, and then what to do', () => {
    for (const [english, indonesian, next] of Object.values(snapCodes)) {
      expect([english, indonesian].join()).not.toMatch(/[.]/)
      expect(english).not.toBe(indonesian)
      expect(next).toHaveLength(2)
      for (const sentence of next) expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('says no two things alike, but for codes that mean the same', () => {
    for (const language of [0, 1] as const) {
      const texts = Object.values(snapCodes).map((code) => code[language])
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  it('never calls an open outcome final', () => {
    for (const key of ['20000', '20200', '40418', '40900', '40901', '50000', '50001', '50002', '50400'])
      expect(snapCodes[key]?.[2][1]).not.toBe('Keputusan final.')
  })
})
