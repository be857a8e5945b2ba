import { describe, expect, it } from 'vitest'
import { createClockWatch } from './clock-watch.js'

function note(offsets: readonly number[]): number[] {
  const told: number[] = []
  const watch = createClockWatch((byMs) => told.push(byMs))
  for (const [hour, offset] of offsets.entries()) watch({ wall: 1_800_000_000_000 + offset, mono: hour })
  return told
}

describe('createClockWatch', () => {
  it('tells a jump once, in either direction', () => {
    expect(note([0, 5_002, 5_003])).toEqual([5_001])
    expect(note([0, -5_000, -5_001])).toEqual([-5_001])
  })

  it('is silent about a drift, however long it goes on', () => {
    expect(note(Array.from({ length: 1_000 }, (_, hour) => hour * 4_000))).toEqual([])
  })
})
