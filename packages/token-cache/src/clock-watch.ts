import type { Instant } from './freshness.js'

/** Both clocks may move apart by so much from one call to the next before that is an event. */
const CLOCK_JUMP_MS = 5_000

/** Notices that the wall clock was set, or that the machine slept. Clocks that drift apart slowly are no news. */
export function createClockWatch(report: (byMs: number) => void): (at: Instant) => void {
  let last: number | undefined
  return ({ wall, mono }) => {
    const offset = wall - mono
    const byMs = last === undefined ? 0 : offset - last
    last = offset
    if (Math.abs(byMs) > CLOCK_JUMP_MS) report(byMs)
  }
}
