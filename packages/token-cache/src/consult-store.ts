import { flightOf, keep, land, settle, withFlight } from './flight-state.js'
import { ageMs, type Instant, remainingMs, suffices, type TokenLife, tokenLife } from './freshness.js'
import { onMinted } from './judge-minted.js'
import { isPaused, withoutAlone } from './pause.js'
import type { Committed, Decision, Event, Flight, Found, Pause, State } from './state.js'
import { fetchNow, lock, trust } from './take-off.js'

/** So long nobody asks a store again that did not answer, while there is a token to be served. */
const ALONE_PAUSE_MS = 1_000

/** The store has a token. */
export function onFound(state: State, event: Found): Decision {
  const { at, version, ageMs: age, lifetimeMs, random } = event
  const flight = flightOf(state, event.flight)
  if (flight === undefined) return { state, effects: [] }
  const since: Instant = { wall: at.wall - age, mono: at.mono - age }
  const token = tokenLife({ version, since, lifetimeMs, random, rotation: state.rules.rotation })
  if (!isBetter(state, { token, flight, at })) {
    if (flight.brought !== undefined) return settleBrought(state, { flight, at })
    const next = { ...flight, unwanted: event.storedAs ?? version }
    return fetchNow(withoutAlone(withFlight(state, next)), { flight: next, at })
  }
  // Known to all servers since it was issued. But after a rejection each further token is given its time.
  const landed = state.strikes === 0 ? since : at
  const kept = keep(state, { flight, token, at, landed })
  // That another process has a token says nothing about when the provider wants to be asked again.
  const goesOn = isPaused(state, at) && state.pause?.reason !== 'alone'
  return goesOn ? { ...kept, state: { ...kept.state, pause: state.pause } } : kept
}

/** What was rejected, or is to be renewed, is not brought back; nor is anything that would have to be renewed sooner. */
function isBetter(
  { token: held, rejected, rules }: State,
  { token, flight, at }: { token: TokenLife; flight: Flight; at: Instant },
): boolean {
  const { version } = token
  if (version === rejected?.version || version === held?.version) return false
  const last = held ?? rejected
  // The last that was issued has ended the others, however long they were to live.
  if (rules.rotation === 'exclusive' && last !== undefined)
    return (
      ageMs(token.since, at) < ageMs(last.since, at) &&
      suffices({ token, at, minValidityMs: flight.minValidityMs })
    )
  const heldMs = held === undefined ? 0 : Math.max(0, remainingMs(held, at))
  return remainingMs(token, at) > heldMs && suffices({ token, at, minValidityMs: flight.minValidityMs })
}

/** The store has none. */
export function onMissed(state: State, { at, flight: id }: Event & { type: 'missed' }): Decision {
  const flight = flightOf(state, id)
  return flight === undefined ? { state, effects: [] } : fetchNow(withoutAlone(state), { flight, at })
}

/** The store has none, and the lease is this flight's. */
export function onGranted(state: State, { at, flight: id }: Event & { type: 'granted' }): Decision {
  const flight = flightOf(state, id)
  if (flight === undefined) return { state, effects: [] }
  const { brought, ...rest } = flight
  const leased: Flight = { ...rest, permit: 'lease' }
  // Nobody was faster after all, or whoever was has failed.
  if (brought !== undefined) return onMinted(withFlight(state, leased), { ...brought, at })
  return fetchNow(withoutAlone(withFlight(state, leased)), { flight: leased, at })
}

/** The store is gone: a valid token is served on; without one, each process fetches for itself, and says so. */
export function onUnavailable(state: State, { at, flight: id }: Event & { type: 'unavailable' }): Decision {
  const flight = flightOf(state, id)
  if (flight === undefined) return { state, effects: [] }
  if (flight.brought !== undefined) return settleBrought(state, { flight, at })
  const { token, rules, alone } = state
  if (!rules.coordinates) return fetchNow(state, { flight, at })
  const { minValidityMs } = flight
  const canWait = token !== undefined && suffices({ token, at, minValidityMs })
  if (canWait && (flight.isCheck || rules.rotation !== 'independent')) {
    const pause = isPaused(state, at) ? state.pause : alonePause(state, { at, ms: ALONE_PAUSE_MS })
    return trust({ ...state, pause }, { flight, at })
  }
  const together = withoutAlone(state)
  // Each token of ours may end another process's: seldom enough that every process has one for some time.
  const restMs = alone === undefined ? 0 : alone.lifetimeMs / 4 - ageMs(alone.at, at)
  if (rules.rotation === 'exclusive' && restMs > 0 && !isPaused(together, at)) {
    const pause = alonePause(state, { at, ms: restMs })
    return { state: { ...land(state, flight), pause }, effects: [settle(flight, 'pause')] }
  }
  const next: Flight = { ...flight, permit: 'alone' }
  return fetchNow(withFlight(together, next), { flight: next, at })
}

/** What was brought under a lease is in the store, or is not. */
export function onCommitted(state: State, { at, flight: id, result }: Committed): Decision {
  const flight = flightOf(state, id)
  if (flight?.brought === undefined) return { state, effects: [] }
  if (result === 'written') return settleBrought(state, { flight, at })
  // Whoever was faster may have ended this token with theirs, or be about to: theirs is waited for.
  if (result === 'overtaken') return { state, effects: [lock(state, flight)] }
  const { brought, ...rest } = flight
  return onMinted(withFlight(state, { ...rest, permit: 'alone' }), { ...brought, at })
}

/** Hands out what the flight has brought: nobody has anything better. */
export function settleBrought(state: State, { flight, at }: { flight: Flight; at: Instant }): Decision {
  return flight.brought === undefined ? { state, effects: [] } : onMinted(state, { ...flight.brought, at })
}

function alonePause({ pause }: State, { at, ms }: { at: Instant; ms: number }): Pause {
  return { since: at, ms, failures: pause?.failures ?? 0, reason: 'alone' }
}
