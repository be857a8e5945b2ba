import { createAccessToken } from './access-token.js'
import { decide } from './decide.js'
import { TokenCacheError } from './errors.js'
import type { TokenCacheEventDetail } from './events.js'
import type { RunningFlight } from './flight.js'
import { ageMs, type Instant, type TokenLife } from './freshness.js'
import { judgeFailure } from './judge-failure.js'
import { misuse } from './misuse.js'
import type { FoundToken, OpenedStore } from './open-store.js'
import { pauseLeftMs } from './pause.js'
import { readFetchedToken } from './read-fetched-token.js'
import { createSharedOutcome } from './shared-outcome.js'
import { type Effect, type Event, initialState, type Rules, type State } from './state.js'
import type { Surroundings } from './surroundings.js'
import type { AccessToken, CachedTokenSource, FetchToken, GetOptions, Invalidation } from './types.js'

export interface Entry {
  readonly source: CachedTokenSource
  readonly close: () => void
}

interface Kept {
  readonly token: AccessToken
  /** Already resolved, and given to every caller: a hit makes no promise of its own. */
  readonly promise: Promise<AccessToken>
  /** Until when by each clock, as plain numbers: a hit makes no object either. */
  readonly freshWall: number
  readonly freshMono: number
  readonly usableWall: number
  readonly usableMono: number
}

type Outcome = { readonly token: AccessToken; readonly lifetimeMs: number } | { readonly error: unknown }

/** Both clocks may disagree by so much before that is an event. */
const CLOCK_JUMP_MS = 5_000

/** Makes the one entry of a key: it does what `decide` says, and holds the token's value and the running flights. */
export function createEntry({
  provider,
  fetchToken,
  defaultLifetimeSeconds,
  rules,
  store,
  report,
  surroundings: { now, monotonic, random, randomId, setTimer, waitUntil, outside },
}: {
  provider: string
  fetchToken: FetchToken
  defaultLifetimeSeconds: number | undefined
  rules: Rules
  store: OpenedStore | undefined
  report: (event: TokenCacheEventDetail) => void
  surroundings: Surroundings
}): Entry {
  let state: State = initialState(rules)
  let kept: Kept | undefined
  /** The token that was dropped last, to recognise it when the provider issues it again. */
  let rejected: AccessToken | undefined
  let lastError: unknown
  let clockOffset: number | undefined
  const flights = new Map<number, RunningFlight>()
  const { joins } = rules

  const instant = (): Instant => ({ wall: now(), mono: monotonic() })

  function dispatch(event: Event): readonly Effect[] {
    const decision = decide(state, event)
    state = decision.state
    return decision.effects
  }

  function takeOff(id: number, since: Instant): RunningFlight {
    const controller = new AbortController()
    const shared = createSharedOutcome<AccessToken>()
    // A background renewal may fail with nobody waiting, which must not end the process.
    const ended = shared.promise.then(
      () => {},
      () => {},
    )
    const stopTimer = setTimer(() => {
      const error = timeoutError()
      fail(flight, error)
      controller.abort(error)
    }, rules.flightLimitMs)
    const flight: RunningFlight = { id, since, ...shared, controller, stopTimer }
    flights.set(id, flight)
    waitUntil(ended)
    return flight
  }

  async function readStore(flight: RunningFlight): Promise<void> {
    const found = await store?.read()
    const at = instant()
    if (found === undefined) apply(flight, { type: 'missed', at, flight: flight.id })
    else adopt(flight, found, at)
  }

  function adopt(flight: RunningFlight, found: FoundToken, at: Instant): void {
    const { value, lifetimeMs } = found
    const version = versionOf(value) ?? found.version
    const token = createAccessToken({ value, version, expiresAt: at.wall - found.ageMs + lifetimeMs })
    const event = {
      at,
      flight: flight.id,
      version,
      lifetimeMs,
      ageMs: found.ageMs,
      random: random(),
    }
    const isAdopted = apply(flight, { type: 'found', ...event }, { token, lifetimeMs })
    if (isAdopted) report({ type: 'adopted', version, remainingMs: lifetimeMs - found.ageMs })
  }

  async function fetchNow(flight: RunningFlight): Promise<void> {
    const started = instant()
    report({ type: 'fetch-started' })
    // A listener may have closed the cache.
    if (!flights.has(flight.id)) return
    let event: Event & { type: 'minted' }
    let token: AccessToken
    try {
      const fetched = await outside(() => fetchToken({ signal: flight.controller.signal }))
      const { value, lifetimeMs } = readFetchedToken({ fetched, defaultLifetimeSeconds, provider })
      const version = versionOf(value) ?? randomId()
      token = createAccessToken({ value, version, expiresAt: started.wall + lifetimeMs })
      event = { type: 'minted', at: instant(), flight: flight.id, version, lifetimeMs, random: random() }
    } catch (error) {
      fail(flight, error)
      return
    }
    const { at, version, lifetimeMs } = event
    if (!apply(flight, event, { token, lifetimeMs })) return
    if (state.pause?.reason === 'rejected') reportFailure(flight, at)
    else report({ type: 'fetched', version, lifetimeMs, tookMs: ageMs(started, at) })
  }

  function fail(flight: RunningFlight, error: unknown): void {
    const at = instant()
    if (flights.has(flight.id)) lastError = error
    const event = { at, flight: flight.id, random: random(), ...judgeFailure(error) }
    if (apply(flight, { type: 'failed', ...event }, { error })) reportFailure(flight, at)
  }

  function reportFailure({ since }: RunningFlight, at: Instant): void {
    const { pause } = state
    if (pause === undefined) return
    const pauseMs = pauseLeftMs(pause, at)
    report({ type: 'fetch-failed', reason: pause.reason, pauseMs, tookMs: ageMs(since, at) })
  }

  /** Lets a flight's event happen; says whether that ended it. */
  function apply(flight: RunningFlight, event: Event, outcome?: Outcome): boolean {
    let isEnd = false
    for (const effect of dispatch(event)) {
      if (effect.type === 'fetch') void fetchNow(flight)
      if (effect.type === 'drop') kept = undefined
      if (outcome !== undefined && 'token' in outcome) {
        const { token } = outcome
        if (effect.type === 'keep') kept = { token, promise: flight.promise, ...ends(effect.token) }
        if (effect.type === 'publish') publish(token, effect.token)
      }
      if (effect.type === 'settle') {
        isEnd = true
        flights.delete(flight.id)
        flight.stopTimer()
        settle(flight, effect.with, outcome)
      }
    }
    return isEnd
  }

  function settle(
    flight: RunningFlight,
    result: 'outcome' | 'kept' | 'rejection',
    outcome: Outcome | undefined,
  ): void {
    if (result === 'rejection') flight.reject(pauseError(instant()))
    else if (result === 'kept' && kept !== undefined) flight.resolve(kept.token)
    else if (outcome !== undefined && 'token' in outcome) flight.resolve(outcome.token)
    else flight.reject(outcome?.error)
  }

  function publish({ value, version }: AccessToken, life: TokenLife): void {
    const { wall, mono } = instant()
    const { lifetimeMs } = life
    const remainingMs = lifetimeMs - ageMs(life.since, { wall, mono })
    store?.write({ token: { value, version, lifetimeMs, expiresAt: wall + remainingMs }, remainingMs })
  }

  /** Equal tokens have equal versions: otherwise a provider that repeats a token would look like one that renews it. */
  function versionOf(value: string): string | undefined {
    if (kept?.token.value === value) return kept.token.version
    return rejected?.value === value ? rejected.version : undefined
  }

  function pauseError(at: Instant): unknown {
    const { pause } = state
    if (pause?.reason === 'refused') return lastError
    const retryAfterMs = pauseLeftMs(pause, at)
    return pause?.reason === 'rejected'
      ? new TokenCacheError({
          code: 'ERR_TOKEN_CACHE_REJECTED',
          detail: { provider, retryAfterMs, retryable: false },
        })
      : new TokenCacheError({
          code: 'ERR_TOKEN_CACHE_PAUSED',
          detail: { provider, retryAfterMs, retryable: true },
          cause: lastError,
        })
  }

  function timeoutError(): TokenCacheError {
    const detail = { provider, timeoutMs: rules.flightLimitMs, retryable: true } as const
    return new TokenCacheError({ code: 'ERR_TOKEN_CACHE_FETCH_TIMEOUT', detail })
  }

  function cancel(id: number, error: TokenCacheError): void {
    const flight = flights.get(id)
    if (flight === undefined) return
    flights.delete(id)
    flight.stopTimer()
    flight.reject(error)
    flight.controller.abort(error)
  }

  function closedError(): TokenCacheError {
    return new TokenCacheError({ code: 'ERR_TOKEN_CACHE_CLOSED', detail: { provider, retryable: false } })
  }

  function ask(minValidityMs: number, signal: AbortSignal | undefined): Promise<AccessToken> {
    const at = instant()
    noteClocks(at)
    // Both are taken first: fetchToken is the user's code, and may call close() before it returns.
    const ready = kept?.token
    let pending: RunningFlight | undefined
    for (const flight of flights.values()) pending = flight
    for (const effect of dispatch({ type: 'get', at, minValidityMs })) {
      if (effect.type === 'cancel') cancel(effect.flight, timeoutError())
      if (effect.type === 'read') {
        pending = takeOff(effect.flight, at)
        void readStore(pending)
      }
      if (effect.type === 'fetch') {
        pending = takeOff(effect.flight, at)
        void fetchNow(pending)
      }
      if (effect.type !== 'answer') continue
      if (effect.from === 'token' && ready) return Promise.resolve(ready)
      if (effect.from === 'flight' && pending) return signal ? pending.follow(signal) : pending.promise
      if (effect.from === 'pause') return Promise.reject(pauseError(at))
    }
    return Promise.reject(closedError())
  }

  function noteClocks({ wall, mono }: Instant): void {
    const offset = wall - mono
    const byMs = clockOffset === undefined ? 0 : offset - clockOffset
    if (clockOffset === undefined || Math.abs(byMs) > CLOCK_JUMP_MS) clockOffset = offset
    if (Math.abs(byMs) > CLOCK_JUMP_MS) report({ type: 'clock-jump', byMs })
  }

  async function getWith({ signal, minValidityMs = 0 }: GetOptions = {}): Promise<AccessToken> {
    if (!Number.isFinite(minValidityMs) || minValidityMs < 0) {
      throw misuse({ field: 'minValidityMs', expected: 'milliseconds, 0 or more', value: minValidityMs })
    }
    signal?.throwIfAborted()
    return ask(minValidityMs, signal)
  }

  function close(): void {
    for (const effect of dispatch({ type: 'close' })) {
      if (effect.type === 'drop') {
        kept = undefined
        rejected = undefined
        lastError = undefined
      }
      if (effect.type === 'cancel') cancel(effect.flight, closedError())
    }
  }

  const source: CachedTokenSource = {
    get(options) {
      // The same answer as `decide` gives to a fresh token, without the cost of asking it.
      const hit = kept
      // A clock that answers NaN is not before anything.
      if (
        options === undefined &&
        hit !== undefined &&
        now() < hit.freshWall &&
        monotonic() < hit.freshMono
      ) {
        return joins ? hit.promise : Promise.resolve(hit.token)
      }
      return getWith(options)
    },
    peek() {
      const hit = kept
      if (hit === undefined) return undefined
      return now() < hit.usableWall && monotonic() < hit.usableMono ? hit.token : undefined
    },
    invalidate(token) {
      const version = readVersion(token)
      let verdict: Invalidation = 'kept'
      for (const effect of dispatch({ type: 'rejected', at: instant(), version, random: random() })) {
        if (effect.type === 'drop') {
          rejected = kept?.token
          kept = undefined
        }
        if (effect.type === 'forget') store?.forget(effect.version)
        if (effect.type === 'verdict') verdict = effect.verdict
      }
      report({ type: 'rejected', version, verdict })
      return verdict
    },
    confirm(token) {
      const version = readVersion(token)
      const { token: held } = state
      // Said already: most calls are accepted, and this one has nothing to add.
      if (version === held?.version && held.accepted && !held.doubted) return
      dispatch({ type: 'confirmed', at: instant(), version })
    },
  }
  return { source, close }
}

function ends({
  since: { wall, mono },
  refreshAgeMs,
  expiryAgeMs,
}: TokenLife): Omit<Kept, 'token' | 'promise'> {
  return {
    freshWall: wall + refreshAgeMs,
    freshMono: mono + refreshAgeMs,
    usableWall: wall + expiryAgeMs,
    usableMono: mono + expiryAgeMs,
  }
}

function readVersion(token: Pick<AccessToken, 'version'>): string {
  const expected = 'a token of this cache'
  let version: unknown
  try {
    version = token?.version
  } catch {
    throw misuse({ field: 'token', expected, value: undefined })
  }
  if (typeof version !== 'string') throw misuse({ field: 'token', expected, value: token })
  return version
}
