import { describe, expect, it } from 'vitest'
import { inconsistentRequests, snapCodes } from './snap-codes.js'

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
      expect(snapCodes[key]?.[2].join()).not.toMatch(/This is final|Hasil ini sudah final/)
  })

  it('says the same next step in both languages, whatever the code', () => {
    const steps = [...Object.values(snapCodes), ...inconsistentRequests.map(({ meaning }) => meaning)].map(
      ([, , step]) => step,
    )
    const pairs = new Set(steps.map((step) => step.join()))
    for (const language of [0, 1] as const)
      expect(new Set(steps.map((step) => step[language])).size).toBe(pairs.size)
  })

  it.each([
    [/invalid|wrong/, /tidak valid|\bsalah/],
    [/not found/, /tidak ditemukan/],
    [/not (?:allowed|permitted)/, /tidak diizinkan/],
    [/not supported/, /tidak didukung/],
    [/exceeded/, /melebihi|terlampaui/],
    [/must/, /harus/],
    [/expired/, /kedaluwarsa/],
    [/blocked/, /diblokir/],
    [/already/, /sudah (?:pernah )?di(?:pakai|bayar)/],
    [/error/, /kesalahan/],
    [/access token/, /access token/],
    [/customer token/, /customer token/],
    [/partner /, /partner /],
  ])('has one word for one thing: %s is %s', (english, indonesian) => {
    const codes = Object.entries(snapCodes)
    const keysOf = (language: 0 | 1, word: RegExp) =>
      codes.filter(([, code]) => word.test(code[language].toLowerCase())).map(([key]) => key)
    expect(keysOf(0, english)).not.toEqual([])
    expect(keysOf(1, indonesian)).toEqual(keysOf(0, english))
  })
})
