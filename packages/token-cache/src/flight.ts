import type { Instant } from './freshness.js'
import type { SharedOutcome } from './shared-outcome.js'
import type { AccessToken } from './types.js'

/** A running attempt to obtain a token, and those who wait for it. */
export interface RunningFlight extends SharedOutcome<AccessToken> {
  readonly id: number
  readonly since: Instant
  readonly controller: AbortController
  readonly stopTimer: () => void
}
