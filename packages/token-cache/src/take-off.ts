import { land, replacedBy, settle, withFlight } from './flight-state.js'
import { type Instant, stage, suffices } from './freshness.js'
import { isPaused } from './pause.js'
import type { Decision, Effect, Flight, State } from './state.js'

/** Starts a flight: with the store, if there is one. */
export function takeOff(
  state: State,
  {
    at,
    minValidityMs,
    from,
    isCheck = false,
  }: { at: Instant; minValidityMs: number; from: 'token' | 'flight'; isCheck?: boolean },
): Decision {
  const id = state.flightsStarted + 1
  const flight: Flight = { id, since: at, minValidityMs, ...(isCheck && { isCheck }) }
  const next = { ...state, flights: [...state.flights, flight], flightsStarted: id }
  return { state: next, effects: [firstStep(next, { flight, at }), { type: 'answer', from }] }
}

function firstStep(state: State, { flight, at }: { flight: Flight; at: Instant }): Effect {
  const { hasStore, coordinates } = state.rules
  if (!hasStore) return { type: 'fetch', flight: flight.id }
  // A lease that may not be used yet would only keep the others waiting.
  const mayFetch = coordinates && !flight.isCheck && !isPaused(state, at)
  return mayFetch ? lock(state, flight) : { type: 'read', flight: flight.id }
}

/** Asks for the lease to fetch, or for what somebody else has fetched. */
export function lock(state: State, flight: Flight): Effect {
  return { type: 'lock', flight: flight.id, replacing: replacedBy(state, flight) }
}

/** Goes on to the provider, if it may be asked now. A life counts from the start of that request. */
export function fetchNow(state: State, { flight, at }: { flight: Flight; at: Instant }): Decision {
  if (hasEnough(state, { flight, at })) return trust(state, { flight, at })
  if (isPaused(state, at)) return { state: land(state, flight), effects: [settle(flight, 'pause')] }
  // Whoever needs one fetches none without the lease, or before it is clear that there is nobody to grant it.
  if (state.rules.coordinates && flight.permit === undefined) return { state, effects: [lock(state, flight)] }
  const next = withFlight(state, { ...flight, since: at })
  return { state: next, effects: [{ type: 'fetch', flight: flight.id }] }
}

/** A check only compares; and where fetches are not joined, another flight may have brought what this one is for. */
function hasEnough({ token }: State, { flight, at }: { flight: Flight; at: Instant }): boolean {
  if (token === undefined || !suffices({ token, at, minValidityMs: flight.minValidityMs })) return false
  return flight.isCheck === true || stage(token, at) === 'fresh'
}

/** The store has no other token, or is gone: the kept one goes on. */
export function trust(state: State, { flight, at }: { flight: Flight; at: Instant }): Decision {
  const next = { ...land(state, flight), checked: at }
  return { state: next, effects: [{ type: 'trust' }, settle(flight, 'kept')] }
}
