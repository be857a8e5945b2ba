import { ageMs, type Instant, isUsable, remainingMs } from './freshness.js'
import type { Failed, Pause, State } from './state.js'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
const TERMINAL_PAUSE_MS = 15_000
/** A provider that asks for more is asked again after this: a mistyped header must not cost an hour. */
const LONGEST_WISH_MS = 300_000

/** Whether no attempt may start yet. */
export function isPaused({ token, pause }: State, at: Instant): boolean {
  // Asking was of no use while the token lived; without it there is a reason again.
  if (pause?.reason === 'repeated' && !(token && isUsable(token, at))) return false
  return pauseLeftMs(pause, at) > 0
}

/** How long no attempt may start yet. */
export function pauseLeftMs(pause: Pause | undefined, at: Instant): number {
  return pause === undefined ? 0 : Math.max(0, pause.ms - ageMs(pause.since, at))
}

/** The pause after a failed attempt: longer from one to the next, as long as none succeeds. */
export function pauseAfterFailure(
  state: State,
  { at, random, kind, retryAfterMs = 0 }: Omit<Failed, 'type' | 'flight'>,
): Pause {
  const { token, pause } = state
  const failures = (pause?.failures ?? 0) + 1
  const rest = token === undefined ? 0 : remainingMs(token, at)
  const own = kind === 'terminal' ? TERMINAL_PAUSE_MS * (1 + random) : backoffMs({ failures, random, rest })
  // Later and never earlier than the provider asks, so that a fleet does not return all at once.
  const wish = Math.min(retryAfterMs * (1 + random / 10), LONGEST_WISH_MS)
  // A quarter of what is left, so that even a short token gets several tries before it expires.
  const asked = Math.max(rest > 0 ? Math.min(own, rest / 4) : own, wish)
  // Attempts that run side by side fail side by side: what one was told holds for all.
  const ms = isPaused(state, at) ? Math.max(asked, pauseLeftMs(pause, at)) : asked
  return { since: at, ms, failures, reason: kind === 'terminal' ? 'refused' : 'failed' }
}

/** The pause after the provider has issued the kept token again, which gained nothing and is no failure. */
export function pauseAfterRepetition(state: State, { at, random }: { at: Instant; random: number }): Pause {
  return { ...pauseAfterFailure(state, { at, random, kind: 'transient' }), reason: 'repeated' }
}

/** The pause when tokens are issued and no call accepts them: a wrong credential, most likely. */
export function pauseAfterRejection(
  { pause }: State,
  { at, random }: { at: Instant; random: number },
): Pause {
  const failures = (pause?.failures ?? 0) + 1
  const ms = Math.max(TERMINAL_PAUSE_MS * (1 + random), pauseLeftMs(pause, at))
  return { since: at, ms, failures, reason: 'rejected' }
}

/** Half of each step is sure: with none of it sure, bad luck would ask without a pause. */
function backoffMs({ failures, random, rest }: { failures: number; random: number; rest: number }): number {
  // A connection that was cut while it idled is the commonest failure of all, and those who have no token would pay.
  if (failures === 1 && rest <= 0) return 0
  const step = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
  return (step * (1 + random)) / 2
}

/** Ends the pause for want of the store: it has answered, or there is no token left for which it was left alone. */
export function withoutAlone(state: State): State {
  return state.pause?.reason === 'alone' ? { ...state, pause: undefined } : state
}
