import { createAccessToken } from './access-token.js'
import { createClockWatch } from './clock-watch.js'
import { createFlights } from './create-flights.js'
import { decide } from './decide.js'
import { closedError, pauseError, timeoutError } from './entry-errors.js'
import type { TokenCacheEventDetail } from './events.js'
import type { RunningFlight } from './flight.js'
import { ageMs, type Instant, type TokenLife } from './freshness.js'
import { judgeFailure } from './judge-failure.js'
import { type KeptToken, keepToken } from './kept-token.js'
import type { FoundToken, OpenedStore } from './open-store.js'
import { pauseLeftMs } from './pause.js'
import { readFetchedToken } from './read-fetched-token.js'
import { readGetOptions } from './read-get-options.js'
import { readVersion } from './read-version.js'
import { type Effect, type Event, initialState, type Rules, type SettledWith, type State } from './state.js'
import type { Surroundings } from './surroundings.js'
import type { AccessToken, CachedTokenSource, FetchToken, GetOptions, Invalidation } from './types.js'

export interface Entry {
  readonly source: CachedTokenSource
  readonly close: () => void
}

type Outcome = { readonly token: AccessToken } | { readonly error: unknown }

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
  let kept: KeptToken | undefined
  /** The token that was dropped last, to recognise it when the provider issues it again. */
  let rejected: AccessToken | undefined
  let lastError: unknown
  const { joins, flightLimitMs: limitMs } = rules
  const flights = createFlights({ limitMs, setTimer, waitUntil, onLimit: giveUp })
  const noteClocks = createClockWatch((byMs) => report({ type: 'clock-jump', byMs }))

  const instant = (): Instant => ({ wall: now(), mono: monotonic() })
  const timeout = () => timeoutError({ provider, timeoutMs: limitMs })
  const paused = (at: Instant) => pauseError({ provider, pause: state.pause, at, lastError })

  function dispatch(event: Event): readonly Effect[] {
    const decision = decide(state, event)
    state = decision.state
    return decision.effects
  }

  function giveUp(flight: RunningFlight): void {
    const error = timeout()
    fail(flight, error)
    flight.abort(error)
  }

  async function readStore(flight: RunningFlight): Promise<void> {
    try {
      const found = await store?.read()
      if (found !== undefined) {
        adopt(flight, found, instant())
        return
      }
    } catch {
      // Whatever a store says, callers must not be left waiting.
    }
    apply(flight, { type: 'missed', at: instant(), flight: flight.id })
  }

  function adopt(flight: RunningFlight, found: FoundToken, at: Instant): void {
    const { value, lifetimeMs } = found
    const version = versionOf(value) ?? found.version
    const token = createAccessToken({ value, version, expiresAt: at.wall - found.ageMs + lifetimeMs })
    const { ageMs } = found
    const life = { at, flight: flight.id, version, lifetimeMs, ageMs, random: random() }
    const result = apply(flight, { type: 'found', ...life }, { token })
    if (result === 'outcome') report({ type: 'adopted', version, remainingMs: lifetimeMs - ageMs })
  }

  async function fetchNow(flight: RunningFlight): Promise<void> {
    const started = instant()
    report({ type: 'fetch-started' })
    // A listener may have closed the cache.
    if (!flights.has(flight)) return
    let event: Event & { type: 'minted' }
    let token: AccessToken
    try {
      const fetched = await outside(() => fetchToken({ signal: flight.signal }))
      const { value, lifetimeMs } = readFetchedToken({ fetched, defaultLifetimeSeconds, provider })
      const version = versionOf(value) ?? randomId()
      token = createAccessToken({ value, version, expiresAt: started.wall + lifetimeMs })
      event = { type: 'minted', at: instant(), flight: flight.id, version, lifetimeMs, random: random() }
    } catch (error) {
      fail(flight, error)
      return
    }
    const { at, version, lifetimeMs } = event
    const result = apply(flight, event, { token })
    if (result === 'pause' || result === 'timeout') reportFailure(flight, at)
    else if (result) report({ type: 'fetched', version, lifetimeMs, tookMs: ageMs(started, at) })
  }

  function fail(flight: RunningFlight, error: unknown): void {
    const at = instant()
    if (flights.has(flight)) lastError = error
    const event = { at, flight: flight.id, random: random(), ...judgeFailure(error) }
    if (apply(flight, { type: 'failed', ...event }, { error })) reportFailure(flight, at)
  }

  function reportFailure({ since }: RunningFlight, at: Instant): void {
    const { pause } = state
    if (pause === undefined || pause.reason === 'repeated') return
    const pauseMs = pauseLeftMs(pause, at)
    report({ type: 'fetch-failed', reason: pause.reason, pauseMs, tookMs: ageMs(since, at) })
  }

  /** Lets a flight's event happen; says how that ended it, if it did. */
  function apply(flight: RunningFlight, event: Event, outcome?: Outcome): SettledWith | undefined {
    let result: SettledWith | undefined
    for (const effect of dispatch(event)) {
      if (effect.type === 'fetch') {
        // The time that the store took is not the provider's.
        flight.startTimer()
        void fetchNow(flight)
      }
      if (effect.type === 'drop') kept = undefined
      if (effect.type === 'forget') store?.forget(effect.version)
      if (outcome !== undefined && 'token' in outcome) {
        const { token } = outcome
        if (effect.type === 'keep') kept = keepToken({ token, promise: flight.promise, life: effect.token })
        if (effect.type === 'publish') publish(token, effect.token)
      }
      if (effect.type === 'settle') {
        result = effect.with
        flights.land(flight)
        settle(flight, effect.with, outcome)
      }
    }
    if (state.pause === undefined) lastError = undefined
    return result
  }

  function settle(flight: RunningFlight, result: SettledWith, outcome: Outcome | undefined): void {
    if (result === 'timeout') lastError = timeout()
    if (result === 'timeout') flight.reject(lastError)
    else if (result === 'pause') flight.reject(paused(instant()))
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

  function ask(minValidityMs: number, signal: AbortSignal | undefined): Promise<AccessToken> {
    const at = instant()
    noteClocks(at)
    // Both are taken first: fetchToken is the user's code, and may call close() before it returns.
    const ready = kept?.token
    let pending = flights.last()
    for (const effect of dispatch({ type: 'get', at, minValidityMs })) {
      if (effect.type === 'cancel') flights.cancel(effect.flight, timeout())
      if (effect.type === 'read') {
        pending = flights.takeOff({ id: effect.flight, since: at })
        void readStore(pending)
      }
      if (effect.type === 'fetch') {
        pending = flights.takeOff({ id: effect.flight, since: at })
        void fetchNow(pending)
      }
      if (effect.type !== 'answer') continue
      if (effect.from === 'token' && ready) return Promise.resolve(ready)
      if (effect.from === 'flight' && pending) return signal ? pending.follow(signal) : pending.promise
      if (effect.from === 'pause') return Promise.reject(paused(at))
    }
    return Promise.reject(closedError(provider))
  }

  async function getWith(options: GetOptions | undefined): Promise<AccessToken> {
    const { signal, minValidityMs } = readGetOptions(options)
    if (signal?.aborted) throw signal.reason
    return ask(minValidityMs, signal)
  }

  function close(): void {
    for (const effect of dispatch({ type: 'close' })) {
      if (effect.type === 'drop') {
        kept = undefined
        rejected = undefined
        lastError = undefined
      }
      if (effect.type === 'cancel') flights.cancel(effect.flight, closedError(provider))
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
