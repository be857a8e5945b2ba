import { onCommitted, onFound, onGranted, onMissed, onUnavailable } from './consult-store.js'
import { flightOf, land, settle } from './flight-state.js'
import { ageMs, type Instant, stage, suffices } from './freshness.js'
import { onMinted } from './judge-minted.js'
import { onConfirmed, onRejected } from './judge-token.js'
import { isPaused, pauseAfterFailure } from './pause.js'
import type { Decision, Effect, Event, Failed, Flight, State } from './state.js'
import { takeOff } from './take-off.js'

/** So long a process trusts its own copy where another one's fetch would have ended it. */
export const CHECK_MS = 5_000

/** Holds every rule of the cache. Pure: time and chance come with the event, tokens are known by version only. */
export function decide(state: State, event: Event): Decision {
  switch (event.type) {
    case 'get':
      return onGet(state, event)
    case 'found':
      return onFound(state, event)
    case 'missed':
      return onMissed(state, event)
    case 'granted':
      return onGranted(state, event)
    case 'unavailable':
      return onUnavailable(state, event)
    case 'committed':
      return onCommitted(state, event)
    case 'minted':
      return onMinted(state, event)
    case 'failed':
      return onFailed(state, event)
    case 'confirmed':
      return onConfirmed(state, event)
    case 'rejected':
      return onRejected(state, event)
    case 'close':
      return onClose(state)
  }
}

function onGet(state: State, { at, minValidityMs }: Event & { type: 'get' }): Decision {
  if (state.closed) return { state, effects: [{ type: 'answer', from: 'closed' }] }
  const lost = lostFlights(state, at)
  if (lost.length > 0) {
    const flights = state.flights.filter((flight) => !lost.includes(flight))
    const next = onGet({ ...state, flights }, { type: 'get', at, minValidityMs })
    return {
      ...next,
      effects: [...lost.map(({ id }): Effect => ({ type: 'cancel', flight: id })), ...next.effects],
    }
  }
  const { token, rules } = state
  const isRunning = state.flights.length > 0
  if (token !== undefined && suffices({ token, at, minValidityMs })) {
    // Renewal begins on access only: a timer would keep idle keys alive forever.
    const isDue = stage(token, at) === 'refresh' && !isPaused(state, at)
    const isCheck = !isDue && isCheckDue(state, at)
    const isBusy = isRunning || !(isDue || isCheck)
    return isBusy ? answer(state, 'token') : takeOff(state, { at, minValidityMs, from: 'token', isCheck })
  }
  // One fetch a key, whoever asks: a fetch has side effects at the provider and is joined, never doubled.
  if (isRunning && rules.joins) return answer(demandOf(state, minValidityMs), 'flight')
  if (!isPaused(state, at)) return takeOff(state, { at, minValidityMs, from: 'flight' })
  // The provider has none that lasts longer, and this one is as good as one with nothing asked of it.
  if (state.pause?.reason === 'repeated') return answer(state, 'token')
  // A pause spares the provider; another process may have put a token into the store since.
  return rules.hasStore ? takeOff(state, { at, minValidityMs, from: 'flight' }) : answer(state, 'pause')
}

function onFailed(state: State, event: Failed): Decision {
  const flight = flightOf(state, event.flight)
  if (flight === undefined) return { state, effects: [] }
  // Another process's request says nothing about whether one of ours would fail.
  const pause = event.kind === 'waited' ? state.pause : pauseAfterFailure(state, event)
  return { state: { ...land(state, flight), pause }, effects: [settle(flight, 'outcome')] }
}

function onClose(state: State): Decision {
  const cancelled = state.flights.map(({ id }): Effect => ({ type: 'cancel', flight: id }))
  return {
    state: { ...state, token: undefined, flights: [], pause: undefined, closed: true },
    effects: [{ type: 'drop' }, ...cancelled],
  }
}

/** Where a new token ends the old one, a process that keeps the old one has to hear of it. */
function isCheckDue({ rules, checked }: State, at: Instant): boolean {
  if (rules.rotation !== 'exclusive' || !rules.hasStore) return false
  return checked === undefined || ageMs(checked, at) >= CHECK_MS
}

function answer(state: State, from: 'token' | 'flight' | 'pause'): Decision {
  return { state, effects: [{ type: 'answer', from }] }
}

/** Whoever joins before the store has answered may need more of its token than the first did. */
function demandOf(state: State, minValidityMs: number): State {
  const flights = state.flights.map((flight) =>
    flight.minValidityMs < minValidityMs ? { ...flight, minValidityMs } : flight,
  )
  return { ...state, flights }
}

/** Where nobody joins, a flight may have ended with the request that started it, and without a word. */
function lostFlights({ rules, flights }: State, at: Instant): readonly Flight[] {
  return rules.joins ? [] : flights.filter(({ since }) => ageMs(since, at) >= rules.flightLimitMs)
}
