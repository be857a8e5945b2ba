import {
  ageMs,
  type Instant,
  isUsable,
  remainingMs,
  stage,
  suffices,
  type TokenLife,
  tokenLife,
} from './freshness.js'
import { forget, onConfirmed, onRejected } from './judge-token.js'
import { isPaused, pauseAfterFailure, pauseAfterRejection, pauseAfterRepetition } from './pause.js'
import type {
  Decision,
  Effect,
  Event,
  Failed,
  Flight,
  Found,
  Held,
  Landed,
  Minted,
  SettledWith,
  State,
} from './state.js'

/** Holds every rule of the cache. Pure: time and chance come with the event, tokens are known by version only. */
export function decide(state: State, event: Event): Decision {
  switch (event.type) {
    case 'get':
      return onGet(state, event)
    case 'found':
      return onFound(state, event)
    case 'missed':
      return onMissed(state, event)
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
    const isDue = stage(token, at) === 'refresh' && !isRunning && !isPaused(state, at)
    return isDue ? takeOff(state, { at, minValidityMs, from: 'token' }) : answer(state, 'token')
  }
  // One fetch a key, whoever asks: a fetch has side effects at the provider and is joined, never doubled.
  if (isRunning && rules.joins) return answer(demandOf(state, minValidityMs), 'flight')
  if (!isPaused(state, at)) return takeOff(state, { at, minValidityMs, from: 'flight' })
  // The provider has none that lasts longer, and this one is as good as one with nothing asked of it.
  if (state.pause?.reason === 'repeated') return answer(state, 'token')
  // A pause spares the provider; another process may have put a token into the store since.
  return rules.hasStore ? takeOff(state, { at, minValidityMs, from: 'flight' }) : answer(state, 'pause')
}

function onFound(state: State, event: Found): Decision {
  const { at, version, ageMs, lifetimeMs, random } = event
  const flight = flightOf(state, event.flight)
  if (flight === undefined) return { state, effects: [] }
  const since: Instant = { wall: at.wall - ageMs, mono: at.mono - ageMs }
  const token = tokenLife({ version, since, lifetimeMs, random, rotation: state.rules.rotation })
  const { minValidityMs } = flight
  // What was rejected, or is to be renewed, is not brought back; nor is anything that would have to be renewed sooner.
  const isBetter =
    version !== state.rejected?.version &&
    version !== state.token?.version &&
    remainingMs(token, at) > (state.token === undefined ? 0 : Math.max(0, remainingMs(state.token, at))) &&
    suffices({ token, at, minValidityMs })
  if (!isBetter) return fetchNow(state, { flight, at })
  // Known to all servers since it was issued. But after a rejection each further token is given its time.
  const landed = state.strikes === 0 ? since : at
  const kept = keep(state, { flight, token, at, landed })
  // That another process has a token says nothing about when the provider wants to be asked again.
  return isPaused(state, at) ? { ...kept, state: { ...kept.state, pause: state.pause } } : kept
}

function onMissed(state: State, { at, flight: id }: Event & { type: 'missed' }): Decision {
  const flight = flightOf(state, id)
  return flight === undefined ? { state, effects: [] } : fetchNow(state, { flight, at })
}

function onMinted(state: State, event: Minted): Decision {
  const flight = flightOf(state, event.flight)
  // A flight that was given up has been answered for; its late token may be older than the one we have.
  if (flight === undefined) return { state, effects: [] }
  const token = tokenLife({ ...event, since: flight.since, rotation: state.rules.rotation })
  const { at, version } = event
  const { token: held } = state
  // Flights that nobody joins overtake each other: what started earlier may have been revoked by what started later.
  const usable = held !== undefined && isUsable(held, at) ? held : undefined
  if (usable && isBefore(flight.since, usable.since))
    return { state: land(state, flight), effects: [settle(flight, 'kept')] }
  if (version === state.rejected?.version) return onRepeated(state, { event, flight, token })
  if (version === usable?.version) return onHeldAgain(state, { event, flight, token, held: usable })
  if (!isUsable(token, at)) return onUnusable(state, { event, flight })
  const kept = keep(state, { flight, token, at })
  return { ...kept, effects: [...kept.effects, ...publish(state, token)] }
}

/** Lifetime 0, or slower than its life. */
function onUnusable(state: State, { event, flight }: { event: Minted; flight: Flight }): Decision {
  const { at, random, lifetimeMs } = event
  const { token: held, rules } = state
  // The machine slept meanwhile, and the timer that would have ended the flight with it.
  if (lifetimeMs > 0 && ageMs(flight.since, at) >= rules.flightLimitMs) {
    const pause = pauseAfterFailure(state, { at, random, kind: 'transient' })
    return { state: { ...land(state, flight), pause }, effects: [settle(flight, 'timeout')] }
  }
  // Those who waited get it, since asking again would bring nothing better. The former token goes too, because a
  // provider may have revoked it when it issued this one.
  return {
    state: { ...land(state, flight), token: undefined, pause: undefined },
    effects: [{ type: 'drop' }, ...(held ? forget(state, held) : []), settle(flight, 'outcome')],
  }
}

/** The provider hands out the token it has already, as long as that lives. */
function onHeldAgain(
  state: State,
  { event, flight, token, held }: { event: Landed; flight: Flight; token: TokenLife; held: Held },
): Decision {
  const { at, random } = event
  const landed = land(state, flight)
  if (isProlonged({ held, token, at })) {
    const longer: Held = { ...held, ...token }
    return {
      state: { ...landed, token: longer, pause: undefined },
      effects: [{ type: 'keep', token }, settle(flight, 'outcome'), ...publish(state, token)],
    }
  }
  // Nothing was gained, so that asking again at once would gain nothing either. And its end stays where it was: windows
  // that are shares of an ever shorter rest would leave no margin.
  const pause = pauseAfterRepetition(state, { at, random })
  return { state: { ...landed, pause }, effects: [settle(flight, 'kept')] }
}

/** By more than the margin: it is younger than we take it for, by as long as its first request took. */
function isProlonged({ held, token, at }: { held: Held; token: TokenLife; at: Instant }): boolean {
  const gainedMs = token.lifetimeMs - ageMs(token.since, at) - (held.lifetimeMs - ageMs(held.since, at))
  return gainedMs > held.lifetimeMs - held.expiryAgeMs
}

/** The provider hands out the very token that its API rejected: the token is not what is wrong. */
function onRepeated(
  state: State,
  { event, flight, token }: { event: Landed; flight: Flight; token: TokenLife },
): Decision {
  const { at, random } = event
  if (state.rejected?.accepted && isUsable(token, at)) {
    const kept = keep(state, { flight, token, at })
    const proven: Held = { ...token, landed: at, accepted: true, doubted: true, cleared: at }
    return { state: { ...kept.state, token: proven, rejected: undefined }, effects: kept.effects }
  }
  // Asked for while it was still good: that it came again says nothing about the rejection.
  if (state.rejected && isBefore(flight.since, state.rejected.at)) return fetchNow(state, { flight, at })
  const pause = pauseAfterRejection(state, { at, random })
  return { state: { ...land(state, flight), pause }, effects: [settle(flight, 'pause')] }
}

function onFailed(state: State, event: Failed): Decision {
  const flight = flightOf(state, event.flight)
  if (flight === undefined) return { state, effects: [] }
  const pause = pauseAfterFailure(state, event)
  return { state: { ...land(state, flight), pause }, effects: [settle(flight, 'outcome')] }
}

function onClose(state: State): Decision {
  const cancelled = state.flights.map(({ id }): Effect => ({ type: 'cancel', flight: id }))
  return {
    state: { ...state, token: undefined, flights: [], pause: undefined, closed: true },
    effects: [{ type: 'drop' }, ...cancelled],
  }
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

function takeOff(
  state: State,
  { at, minValidityMs, from }: { at: Instant; minValidityMs: number; from: 'token' | 'flight' },
): Decision {
  const id = state.flightsStarted + 1
  const flights = [...state.flights, { id, since: at, minValidityMs }]
  const first = state.rules.hasStore ? 'read' : 'fetch'
  return {
    state: { ...state, flights, flightsStarted: id },
    effects: [
      { type: first, flight: id },
      { type: 'answer', from },
    ],
  }
}

/** A life counts from the start of the request, which is later than that of the flight if a store was asked first. */
function fetchNow(state: State, { flight, at }: { flight: Flight; at: Instant }): Decision {
  if (isPaused(state, at)) return { state: land(state, flight), effects: [settle(flight, 'pause')] }
  const flights = state.flights.map((each) => (each.id === flight.id ? { ...each, since: at } : each))
  return { state: { ...state, flights }, effects: [{ type: 'fetch', flight: flight.id }] }
}

function keep(
  state: State,
  { flight, token, at, landed = at }: { flight: Flight; token: TokenLife; at: Instant; landed?: Instant },
): Decision {
  // A token that reached its own end clears the record; one that replaces a rejected token is still on trial.
  const isOnTrial = state.token === undefined
  return {
    state: {
      ...land(state, flight),
      token: { ...token, landed, accepted: false, doubted: false, cleared: undefined },
      pause: undefined,
      rejected: isOnTrial ? state.rejected : undefined,
      strikes: isOnTrial ? state.strikes : 0,
    },
    effects: [{ type: 'keep', token }, settle(flight, 'outcome')],
  }
}

function land(state: State, flight: Flight): State {
  return { ...state, flights: state.flights.filter(({ id }) => id !== flight.id) }
}

function settle({ id }: Flight, outcome: SettledWith): Effect {
  return { type: 'settle', flight: id, with: outcome }
}

function publish({ rules }: State, token: TokenLife): readonly Effect[] {
  return rules.hasStore ? [{ type: 'publish', token }] : []
}

function flightOf({ flights }: State, id: number): Flight | undefined {
  return flights.find((flight) => flight.id === id)
}

/** Where nobody joins, a flight may have ended with the request that started it, and without a word. */
function lostFlights({ rules, flights }: State, at: Instant): readonly Flight[] {
  return rules.joins ? [] : flights.filter(({ since }) => ageMs(since, at) >= rules.flightLimitMs)
}

/** Whether both clocks say so: one of them may have been set. */
function isBefore(one: Instant, other: Instant): boolean {
  return one.wall < other.wall && one.mono < other.mono
}
