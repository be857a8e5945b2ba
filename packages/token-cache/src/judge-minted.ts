import { flightOf, keep, land, replacedBy, settle, withFlight } from './flight-state.js'
import { ageMs, type Instant, isUsable, type TokenLife, tokenLife } from './freshness.js'
import { forget } from './judge-token.js'
import { pauseAfterFailure, pauseAfterRejection, pauseAfterRepetition } from './pause.js'
import type { Decision, Effect, Flight, Held, Landed, Minted, State } from './state.js'
import { fetchNow } from './take-off.js'

/** The provider has issued a token, or issued one again. */
export function onMinted(state: State, event: Minted): Decision {
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
  return share(state, { event, flight, token, kept: keep(state, { flight, token, at }) })
}

/** What a flight under a lease has brought is the others' first: a token that came too late is not the one to use. */
function share(
  state: State,
  { event, flight, token, kept }: { event: Minted; flight: Flight; token: TokenLife; kept: Decision },
): Decision {
  if (!state.rules.hasStore) return kept
  const replacing = replacedBy(state, flight)
  if (flight.permit !== 'lease') {
    const { at, lifetimeMs } = event
    const alone = flight.permit === 'alone' ? { at, lifetimeMs } : state.alone
    const effects: readonly Effect[] = [...kept.effects, { type: 'publish', token, replacing }]
    return { state: { ...kept.state, alone }, effects }
  }
  if (flight.brought !== undefined) return { ...kept, state: { ...kept.state, alone: undefined } }
  const next = withFlight(state, { ...flight, brought: event })
  return { state: next, effects: [{ type: 'commit', flight: flight.id, token, replacing }] }
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
  { event, flight, token, held }: { event: Minted; flight: Flight; token: TokenLife; held: Held },
): Decision {
  const { at, random } = event
  const landed = land(state, flight)
  if (isProlonged({ held, token, at })) {
    const longer: Held = { ...held, ...token }
    const kept: Decision = {
      state: { ...landed, token: longer, pause: undefined },
      effects: [{ type: 'keep', token }, settle(flight, 'outcome')],
    }
    return share(state, { event, flight, token, kept })
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

/** Whether both clocks say so: one of them may have been set. */
function isBefore(one: Instant, other: Instant): boolean {
  return one.wall < other.wall && one.mono < other.mono
}
