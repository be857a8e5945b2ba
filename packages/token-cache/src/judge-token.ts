import { ageMs, type Instant, isUsable, type TokenLife } from './freshness.js'
import { isPaused, pauseAfterRejection, withoutAlone } from './pause.js'
import type { Decision, Effect, Event, Held, State, Verdict } from './state.js'

/** A new token may take that long to be known to all of a provider's servers. */
const REPLICATION_MS = 5_000
const LONGEST_PATIENCE_MS = 60_000
/** So long an accepted call outweighs a rejected one. */
const CLEARED_MS = 30_000

/** A call was accepted: the token is alive, whatever other calls are told. */
export function onConfirmed(state: State, { at, version }: Event & { type: 'confirmed' }): Decision {
  const { token, rejected, pause } = state
  if (version === token?.version) {
    const cleared = token.doubted ? at : undefined
    return { state: { ...state, token: { ...token, accepted: true, cleared } }, effects: [] }
  }
  if (version !== rejected?.version) return { state, effects: [] }
  // Good news that arrives late: calls are accepted, so that nothing is wrong with the credential.
  const lifted = pause?.reason === 'rejected' ? undefined : pause
  return { state: { ...state, rejected: { ...rejected, accepted: true }, pause: lifted }, effects: [] }
}

/** A call was rejected because of its token, or so the provider says. */
export function onRejected(state: State, event: Event & { type: 'rejected' }): Decision {
  const { at, version } = event
  const { token } = state
  // Late: somebody else's rejection has led to a renewal already.
  if (version !== token?.version) return verdict(state, isStopped(state, at) ? 'paused' : 'renewed')
  if (!isUsable(token, at)) return bury(state, { token, at })
  if (isToBeKept(state, token, at)) {
    return verdict({ ...state, token: { ...token, doubted: true } }, 'kept')
  }
  return drop(state, { token, event })
}

/** It ended on its way, which is nobody's fault and clears the record. */
function bury(state: State, { token, at }: { token: Held; at: Instant }): Decision {
  const next: State = { ...withoutAlone(state), token: undefined, rejected: undefined, strikes: 0 }
  const answer = verdict(next, isStopped(next, at) ? 'paused' : 'renewed')
  return { state: next, effects: [{ type: 'drop' }, ...forget(state, token), ...answer.effects] }
}

function drop(
  state: State,
  { token, event }: { token: Held; event: Event & { type: 'rejected' } },
): Decision {
  const { version, since, accepted } = token
  // The second in a row that no call was accepted with: a further one would fare no better.
  const isHopeless = state.strikes > 0 && !accepted && !state.rejected?.accepted
  const next: State = {
    ...state,
    token: undefined,
    rejected: { version, since, at: event.at, accepted },
    strikes: state.strikes + 1,
    pause: isHopeless ? pauseAfterRejection(state, event) : withoutAlone(state).pause,
  }
  const answer = verdict(next, isStopped(next, event.at) ? 'paused' : 'renewed')
  return { state: next, effects: [{ type: 'drop' }, ...forget(state, token), ...answer.effects] }
}

/** Deletes a token from the store, if there is one. */
export function forget({ rules }: State, { version }: TokenLife): readonly Effect[] {
  return rules.hasStore ? [{ type: 'forget', version }] : []
}

function isToBeKept({ strikes }: State, token: Held, at: Instant): boolean {
  // Each renewal that did not help makes the next one wait longer: without that, one call that is always rejected
  // (a bad signature is told as a bad token by some) would fetch a token each time.
  const patience = Math.min(REPLICATION_MS * 2 ** strikes, LONGEST_PATIENCE_MS, token.lifetimeMs / 4)
  if (ageMs(token.landed, at) < patience) return true
  // Rejected by one call and then accepted by another: the call is wrong, not the token. Unless that was long ago.
  return token.cleared !== undefined && ageMs(token.cleared, at) < CLEARED_MS
}

/** Whether a `get` would be refused now: nothing is running that it could wait for. */
function isStopped(state: State, at: Instant): boolean {
  return state.closed || (state.token === undefined && state.flights.length === 0 && isPaused(state, at))
}

function verdict(state: State, answer: Verdict): Decision {
  return { state, effects: [{ type: 'verdict', verdict: answer }] }
}
