import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTimeScale } from './time-scale.js'

describe('where a moment is drawn', () => {
  it('is in proportion where something happens', () => {
    const { x, cuts } = createTimeScale({ moments: [500], endMs: 2_000, width: 400, cutMs: 300 })
    expect([0, 500, 1_000, 2_000].map(x)).toEqual([0, 100, 200, 400])
    expect(cuts).toEqual([])
  })

  it('cuts a long silence short', () => {
    const { x, cuts } = createTimeScale({
      moments: [300, 600_300],
      endMs: 600_600,
      width: 900,
      cutMs: 300,
    })
    expect([300, 600_300, 600_600].map(x)).toEqual([300, 600, 900])
    expect(cuts).toMatchObject([{ from: 300, to: 600_300, x0: 300, x1: 600 }])
  })

  it('never lets a later moment stand to the left of an earlier one, and puts the ends at the ends', () => {
    const moments = fc.array(fc.double({ min: 0, max: 900_000, noNaN: true }), { maxLength: 40 })
    fc.assert(
      fc.property(moments, fc.integer({ min: 1_000, max: 900_000 }), (given, endMs) => {
        const { x, ticks } = createTimeScale({ moments: given, endMs, width: 700, cutMs: 200 })
        const drawn = [0, ...given.toSorted((one, two) => one - two), endMs].map(x)
        expect(drawn[0]).toBe(0)
        expect(drawn.at(-1)).toBeCloseTo(700, 6)
        for (const [index, each] of drawn.slice(1).entries())
          expect(each).toBeGreaterThanOrEqual((drawn[index] ?? 0) - 1e-6)
        for (const { at, x: drawnAt } of ticks) expect(x(at)).toBeCloseTo(drawnAt, 6)
      }),
      { numRuns: 200 },
    )
  })
})
