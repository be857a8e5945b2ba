import type { Instant } from './freshness.js'
import type { SharedOutcome } from './shared-outcome.js'
import type { AccessToken } from './types.js'
import type { SetTimer } from './with-deadline.js'

/** A running attempt to obtain a token, and those who wait for it. */
export interface RunningFlight extends SharedOutcome<AccessToken> {
  readonly id: number
  readonly since: Instant
  readonly signal: AbortSignal
  /** Tells the user's code that its fetch is not waited for any more. */
  readonly abort: (reason: unknown) => void
  /** Calls back when the time limit is over, counted from now. */
  readonly startTimer: () => void
  readonly stopTimer: () => void
}

/** Makes a flight; its timer is not started yet. */
export function createFlight({
  id,
  since,
  shared,
  limitMs,
  setTimer,
  onLimit,
}: {
  id: number
  since: Instant
  shared: SharedOutcome<AccessToken>
  limitMs: number
  setTimer: SetTimer
  onLimit: (flight: RunningFlight) => void
}): RunningFlight {
  const controller = new AbortController()
  let stopTimer = () => {}
  const flight: RunningFlight = {
    id,
    since,
    ...shared,
    signal: controller.signal,
    abort(reason) {
      try {
        controller.abort(reason)
      } catch {
        // A runtime may refuse to touch what belongs to another request, which is no fault of the one who asks now.
      }
    },
    startTimer() {
      stopTimer()
      stopTimer = setTimer(() => onLimit(flight), limitMs)
    },
    stopTimer: () => stopTimer(),
  }
  return flight
}
