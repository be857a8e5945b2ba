import { isFresh } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'

describe('isFresh', () => {
  it.each([
    [0, true],
    [300_000, true],
    [-300_000, true],
    [300_001, false],
    [-300_001, false],
  ])('with 300 000 ms of tolerance answers a difference of %d ms with %s', (difference, fresh) => {
    const at = 1_608_177_300_000
    expect(isFresh({ at, now: at + difference, toleranceMs: 300_000 })).toBe(fresh)
  })

  it('takes a tolerance of zero', () => {
    expect(isFresh({ at: 1, now: 1, toleranceMs: 0 })).toBe(true)
    expect(isFresh({ at: 1, now: 2, toleranceMs: 0 })).toBe(false)
  })

  it.each(['at', 'now', 'toleranceMs'])('refuses a %s that is no finite number', (field) => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '1', null, undefined, new Date(0)]) {
      const input = { at: 0, now: 0, toleranceMs: 1, [field]: value }
      expect(() => isFresh(input)).toThrow(new RegExp(`^"${field}" must be`))
    }
  })

  it('refuses a negative tolerance', () => {
    expect(() => isFresh({ at: 0, now: 0, toleranceMs: -1 })).toThrow(TypeError)
  })
})
