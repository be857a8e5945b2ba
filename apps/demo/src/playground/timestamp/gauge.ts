/** Half the width of the gauge. */
export const half = 320

const lastMs = 24 * 3_600_000

/**
 * Where a distance stands on the gauge, from -320 to 320; what lies beyond a day stands at the end.
 *
 * By the square root, so that five minutes and fourteen hours can both be seen.
 */
export const gaugePosition = (distanceMs: number): number => {
  const size = Math.sqrt(Math.min(Math.abs(distanceMs), lastMs) / lastMs)
  return Math.round(half * Math.sign(distanceMs) * size)
}

/** A length of time in its two largest parts. */
export interface Duration {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** A length in whole seconds, cut into parts; the sign is left out. */
export const durationOf = (ms: number): Duration => {
  const seconds = Math.floor(Math.abs(ms) / 1_000)
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}
