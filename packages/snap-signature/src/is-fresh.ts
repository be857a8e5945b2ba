import { misuse, requireNamedValues } from './misuse.js'

/** Two moments and how far apart they may be, all in milliseconds. */
export interface IsFreshInput {
  /** When the message says it was made: milliseconds since 1970, as {@link parseTimestamp} returns them. */
  readonly at: number
  /** The verifier's clock: milliseconds since 1970. */
  readonly now: number
  /** The largest difference, in either direction. Zero or more. */
  readonly toleranceMs: number
}

/**
 * Tells whether a message's time is near enough to now, in the past and in the future alike.
 *
 * Throws `TypeError` for a number that is not finite, and for a negative tolerance.
 *
 * @example
 * ```ts
 * import { isFresh, parseTimestamp } from '@x/snap-signature'
 *
 * const at = parseTimestamp('2020-12-17T10:55:00+07:00')
 * isFresh({ at, now: at + 300_000, toleranceMs: 300_000 }) // → true
 * isFresh({ at, now: at - 300_001, toleranceMs: 300_000 }) // → false
 * ```
 */
export function isFresh(input: IsFreshInput): boolean {
  requireNamedValues(input)
  const { at, now, toleranceMs } = input
  if (!Number.isFinite(at)) throw misuse('at', 'a finite number of milliseconds', at)
  if (!Number.isFinite(now)) throw misuse('now', 'a finite number of milliseconds', now)
  if (!Number.isFinite(toleranceMs) || toleranceMs < 0)
    throw misuse('toleranceMs', 'a finite number of milliseconds, zero or more', toleranceMs)
  return Math.abs(now - at) <= toleranceMs
}
