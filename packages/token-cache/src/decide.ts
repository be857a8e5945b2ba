import { ageMs, type Instant, remainingMs, stage, type TokenLife, tokenLife } from './freshness.js'

/** All that is remembered about one key. */
export interface State {
  readonly token: TokenLife | undefined
  readonly flight: { readonly id: number; readonly since: Instant } | undefined
  /** After a failed renewal of a token that is still usable: no further one before `ms` have passed. */
  readonly pause: { readonly since: Instant; readonly ms: number; readonly failures: number } | undefined
  readonly flightsStarted: number
  readonly closed: boolean
}

/** What happened. `random` is from 0 up to 1, drawn for this event. */
export type Event =
  | { readonly type: 'get'; readonly at: Instant; readonly minValidityMs: number }
  | {
      readonly type: 'minted'
      readonly at: Instant
      readonly flight: number
      readonly version: string
      readonly lifetimeMs: number
      readonly random: number
    }
  | { readonly type: 'failed'; readonly at: Instant; readonly flight: number; readonly random: number }
  | { readonly type: 'close' }

/** What is to be done, in this order. */
export type Effect =
  | { readonly type: 'fetch'; readonly flight: number; readonly since: Instant }
  | { readonly type: 'answer'; readonly from: 'token' | 'flight' | 'closed' }
  | { readonly type: 'keep'; readonly token: TokenLife }
  | { readonly type: 'drop' }
  | { readonly type: 'settle'; readonly flight: number }
  | { readonly type: 'cancel'; readonly flight: number }

export interface Decision {
  readonly state: State
  readonly effects: readonly Effect[]
}

export const initialState: State = {
  token: undefined,
  flight: undefined,
  pause: undefined,
  flightsStarted: 0,
  closed: false,
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/** Holds every rule of the cache. Pure: time and chance come with the event, tokens are known by version only. */
export function decide(state: State, event: Event): Decision {
  switch (event.type) {
    case 'get':
      return onGet(state, event)
    case 'minted':
      return onMinted(state, event)
    case 'failed':
      return onFailed(state, event)
    case 'close':
      return onClose(state)
  }
}

function onGet(state: State, { at, minValidityMs }: Event & { type: 'get' }): Decision {
  const { token, flight } = state
  if (state.closed) return { state, effects: [{ type: 'answer', from: 'closed' }] }
  if (token === undefined || !suffices({ token, at, minValidityMs })) {
    // One fetch a key, whoever asks: a fetch has side effects at the provider and is joined, never doubled.
    return flight ? answer(state, 'flight') : fetchThenAnswer(state, { at, from: 'flight' })
  }
  // Renewal begins on access only: a timer would keep idle keys alive forever.
  const due = stage(token, at) === 'refresh' && flight === undefined && !isPaused(state, at)
  return due ? fetchThenAnswer(state, { at, from: 'token' }) : answer(state, 'token')
}

function onMinted(state: State, event: Event & { type: 'minted' }): Decision {
  const { flight } = state
  // A flight that was given up has been answered for; its late token may be older than the one we have.
  if (flight?.id !== event.flight) return { state, effects: [] }
  const token = tokenLife({ ...event, since: flight.since })
  const landed = { ...state, flight: undefined, pause: undefined }
  // Lifetime 0, or slower than its life: those who waited get it, since asking again would bring nothing better.
  // The former token goes too, because a provider may have revoked it when it issued this one.
  const usable = remainingMs(token, event.at) > 0
  return {
    state: { ...landed, token: usable ? token : undefined },
    effects: [usable ? { type: 'keep', token } : { type: 'drop' }, { type: 'settle', flight: flight.id }],
  }
}

function onFailed(state: State, { at, flight, random }: Event & { type: 'failed' }): Decision {
  if (state.flight?.id !== flight) return { state, effects: [] }
  return {
    state: { ...state, flight: undefined, pause: pauseAfterFailure(state, { at, random }) },
    effects: [{ type: 'settle', flight }],
  }
}

function onClose(state: State): Decision {
  const { flight } = state
  return {
    state: { ...state, token: undefined, flight: undefined, pause: undefined, closed: true },
    effects: flight ? [{ type: 'drop' }, { type: 'cancel', flight: flight.id }] : [{ type: 'drop' }],
  }
}

function answer(state: State, from: 'token' | 'flight'): Decision {
  return { state, effects: [{ type: 'answer', from }] }
}

function fetchThenAnswer(state: State, { at, from }: { at: Instant; from: 'token' | 'flight' }): Decision {
  const id = state.flightsStarted + 1
  return {
    state: { ...state, flight: { id, since: at }, flightsStarted: id },
    effects: [
      { type: 'fetch', flight: id, since: at },
      { type: 'answer', from },
    ],
  }
}

function suffices({
  token,
  at,
  minValidityMs,
}: {
  token: TokenLife
  at: Instant
  minValidityMs: number
}): boolean {
  if (stage(token, at) === 'expired') return false
  // In its first quarter a token meets every demand: else one that no token can meet would fetch on every call.
  const promised = token.expiryAgeMs - token.lifetimeMs / 4
  return remainingMs(token, at) >= Math.min(minValidityMs, promised)
}

function isPaused({ pause }: State, at: Instant): boolean {
  return pause !== undefined && ageMs(pause.since, at) < pause.ms
}

function pauseAfterFailure(
  { token, pause }: State,
  { at, random }: { at: Instant; random: number },
): State['pause'] {
  // Without a usable token callers wait for a fetch, and each new one is worth trying.
  if (token === undefined || stage(token, at) === 'expired') return undefined
  const failures = (pause?.failures ?? 0) + 1
  const backoff = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
  // A quarter of what is left, so that even a short token gets several tries before it expires.
  return { since: at, ms: random * Math.min(backoff, remainingMs(token, at) / 4), failures }
}
