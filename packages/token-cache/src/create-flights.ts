import { createFlight, type RunningFlight } from './flight.js'
import type { Instant } from './freshness.js'
import { createSharedOutcome } from './shared-outcome.js'
import type { AccessToken } from './types.js'
import type { SetTimer } from './with-deadline.js'

/** The flights of one key that are under way. */
export interface Flights {
  readonly takeOff: (start: { readonly id: number; readonly since: Instant }) => RunningFlight
  readonly has: (flight: RunningFlight) => boolean
  /** The one that started last. */
  readonly last: () => RunningFlight | undefined
  /** Takes one out, which is then to be settled. */
  readonly land: (flight: RunningFlight) => void
  /** Ends one before its time. */
  readonly cancel: (id: number, error: unknown) => void
}

/** Keeps the running flights, and what must happen whenever one begins or ends. */
export function createFlights({
  limitMs,
  randomId,
  setTimer,
  waitUntil,
  onLimit,
}: {
  limitMs: number
  randomId: () => string
  setTimer: SetTimer
  waitUntil: (ended: Promise<void>) => void
  onLimit: (flight: RunningFlight) => void
}): Flights {
  const running = new Map<number, RunningFlight>()

  function land(flight: RunningFlight): void {
    running.delete(flight.id)
    flight.stopTimer()
  }

  return {
    takeOff({ id, since }) {
      const shared = createSharedOutcome<AccessToken>()
      // A background renewal may fail with nobody waiting, which must not end the process.
      const ended = shared.promise.then(
        () => {},
        () => {},
      )
      const flight = createFlight({ id, since, shared, limitMs, randomId, setTimer, onLimit })
      flight.startTimer()
      running.set(id, flight)
      waitUntil(ended)
      return flight
    },
    has: ({ id }) => running.has(id),
    last: () => [...running.values()].at(-1),
    land,
    cancel(id, error) {
      const flight = running.get(id)
      if (flight === undefined) return
      land(flight)
      flight.reject(error)
      flight.abort(error)
    },
  }
}
