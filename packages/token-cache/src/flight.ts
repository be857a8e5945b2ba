import type { Instant } from './freshness.js'
import type { SharedOutcome } from './shared-outcome.js'
import type { AccessToken } from './types.js'
import type { SetTimer } from './with-deadline.js'

/** A running attempt to obtain a token, and those who wait for it. */
export interface RunningFlight extends SharedOutcome<AccessToken> {
  readonly id: number
  readonly since: Instant
  readonly signal: AbortSignal
  /** As whom it asks a store that coordinates: one name from the lease to the last try to publish. */
  readonly owner: () => string
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
  randomId,
  setTimer,
  onLimit,
}: {
  id: number
  since: Instant
  shared: SharedOutcome<AccessToken>
  limitMs: number
  randomId: () => string
  setTimer: SetTimer
  onLimit: (flight: RunningFlight) => void
}): RunningFlight {
  const controller = new AbortController()
  let stopTimer = () => {}
  let owner: string | undefined
  const flight: RunningFlight = {
    id,
    since,
    ...shared,
    signal: controller.signal,
    owner() {
      owner ??= randomId()
      return owner
    },
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
