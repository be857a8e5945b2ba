import { createAccessToken } from './access-token.js'
import { decide, type Effect, type Event, initialState, type State } from './decide.js'
import { TokenCacheError } from './errors.js'
import { type Instant, stage, type TokenLife } from './freshness.js'
import { misuse } from './misuse.js'
import { raceWithSignal } from './race-with-signal.js'
import { readFetchedToken } from './read-fetched-token.js'
import type { AccessToken, FetchToken, GetOptions, TokenSource } from './types.js'

/** Time and chance, with every default filled in. */
export interface Surroundings {
  readonly now: () => number
  readonly monotonic: () => number
  readonly random: () => number
  readonly randomId: () => string
  readonly setTimer: (callback: () => void, ms: number) => () => void
}

export interface Entry {
  readonly source: TokenSource
  readonly close: () => void
}

interface Kept {
  readonly life: TokenLife
  readonly token: AccessToken
  /** Already resolved, and given to every caller: a hit makes no promise of its own. */
  readonly promise: Promise<AccessToken>
}

interface Flight {
  readonly id: number
  readonly since: Instant
  readonly promise: Promise<AccessToken>
  readonly resolve: (token: AccessToken) => void
  readonly reject: (error: unknown) => void
  readonly controller: AbortController
  readonly stopTimer: () => void
}

type Outcome = { readonly token: AccessToken; readonly lifetimeMs: number } | { readonly error: unknown }

/** Makes the one entry of a key: it does what `decide` says, and holds the token's value and the running fetch. */
export function createEntry({
  provider,
  fetchToken,
  defaultLifetimeSeconds,
  fetchTimeoutMs,
  surroundings: { now, monotonic, random, randomId, setTimer },
}: {
  provider: string
  fetchToken: FetchToken
  defaultLifetimeSeconds: number | undefined
  fetchTimeoutMs: number
  surroundings: Surroundings
}): Entry {
  let state: State = initialState
  let kept: Kept | undefined
  let flight: Flight | undefined

  const instant = (): Instant => ({ wall: now(), mono: monotonic() })
  const closed = () => new TokenCacheError({ code: 'ERR_TOKEN_CACHE_CLOSED', detail: { provider } })

  function dispatch(event: Event): readonly Effect[] {
    const decision = decide(state, event)
    state = decision.state
    return decision.effects
  }

  function takeOff({ id, since }: { id: number; since: Instant }): Promise<AccessToken> {
    const controller = new AbortController()
    const deferred = defer<AccessToken>()
    // A background renewal may fail with nobody waiting, which must not end the process.
    deferred.promise.catch(() => {})
    const stopTimer = setTimer(() => {
      const detail = { provider, timeoutMs: fetchTimeoutMs }
      const error = new TokenCacheError({ code: 'ERR_TOKEN_CACHE_FETCH_TIMEOUT', detail })
      land(current, { error })
      controller.abort(error)
    }, fetchTimeoutMs)
    const current: Flight = { id, since, ...deferred, controller, stopTimer }
    flight = current
    void fly(current)
    return current.promise
  }

  async function fly(current: Flight): Promise<void> {
    let outcome: Outcome
    try {
      const fetched = await fetchToken({ signal: current.controller.signal })
      const { value, lifetimeMs } = readFetchedToken({ fetched, defaultLifetimeSeconds, provider })
      const expiresAt = current.since.wall + lifetimeMs
      outcome = { token: createAccessToken({ value, version: randomId(), expiresAt }), lifetimeMs }
    } catch (error) {
      outcome = { error }
    }
    land(current, outcome)
  }

  function land(current: Flight, outcome: Outcome): void {
    const common = { flight: current.id, at: instant(), random: random() }
    const event: Event =
      'error' in outcome
        ? { type: 'failed', ...common }
        : { type: 'minted', ...common, version: outcome.token.version, lifetimeMs: outcome.lifetimeMs }
    for (const effect of dispatch(event)) {
      if (effect.type === 'drop') kept = undefined
      if (effect.type === 'keep' && 'token' in outcome) {
        kept = { life: effect.token, token: outcome.token, promise: current.promise }
      }
      if (effect.type === 'settle') {
        flight = undefined
        current.stopTimer()
        if ('error' in outcome) current.reject(outcome.error)
        else current.resolve(outcome.token)
      }
    }
  }

  function ask(minValidityMs: number): Promise<AccessToken> {
    // Both are taken first: fetchToken is the user's code, and may call close() before it returns.
    const ready = kept?.promise
    let pending = flight?.promise
    let answer: Promise<AccessToken> | undefined
    for (const effect of dispatch({ type: 'get', at: instant(), minValidityMs })) {
      if (effect.type === 'fetch') pending = takeOff({ id: effect.flight, since: effect.since })
      if (effect.type === 'answer' && effect.from !== 'closed')
        answer = effect.from === 'token' ? ready : pending
    }
    return answer ?? Promise.reject(closed())
  }

  async function getWith({ signal, minValidityMs = 0 }: GetOptions = {}): Promise<AccessToken> {
    if (!Number.isFinite(minValidityMs) || minValidityMs < 0) {
      throw misuse({ field: 'minValidityMs', expected: 'milliseconds, 0 or more', value: minValidityMs })
    }
    signal?.throwIfAborted()
    const promise = ask(minValidityMs)
    return signal ? raceWithSignal({ promise, signal }) : promise
  }

  function close(): void {
    for (const effect of dispatch({ type: 'close' })) {
      if (effect.type === 'drop') kept = undefined
      if (effect.type === 'cancel' && flight) {
        const { stopTimer, reject, controller } = flight
        const error = closed()
        flight = undefined
        stopTimer()
        reject(error)
        controller.abort(error)
      }
    }
  }

  const source: TokenSource = {
    get(options) {
      // The same answer as `decide` gives to a fresh token, without the cost of asking it.
      const hit = options === undefined && kept !== undefined && stage(kept.life, instant()) === 'fresh'
      return hit && kept ? kept.promise : getWith(options)
    },
    peek() {
      return kept !== undefined && stage(kept.life, instant()) !== 'expired' ? kept.token : undefined
    },
  }
  return { source, close }
}

function defer<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil
    reject = fail
  })
  return { promise, resolve, reject }
}
