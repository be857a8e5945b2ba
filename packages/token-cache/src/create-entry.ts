import { createAccessToken } from './access-token.js'
import { createClockWatch } from './clock-watch.js'
import { createFlights } from './create-flights.js'
import { createLeases } from './create-leases.js'
import { CHECK_MS, decide } from './decide.js'
import { closedError, pauseError, timeoutError } from './entry-errors.js'
import type { TokenCacheEventDetail } from './events.js'
import type { RunningFlight } from './flight.js'
import { flightOf } from './flight-state.js'
import { ageMs, type Instant, type TokenLife } from './freshness.js'
import { judgeFailure } from './judge-failure.js'
import { openStore } from './open-store.js'
import { pauseLeftMs } from './pause.js'
import { readFetchedToken } from './read-fetched-token.js'
import { readGetOptions } from './read-get-options.js'
import { readVersion } from './read-version.js'
import {
  type Effect,
  type Event,
  type Failed,
  initialState,
  type Rules,
  type SettledWith,
  type State,
} from './state.js'
import type { FoundToken, StoreAccess } from './store-access.js'
import type { Surroundings } from './surroundings.js'
import { createTokenKeeper } from './token-keeper.js'
import type { AccessToken, CachedTokenSource, FetchToken, GetOptions, Invalidation } from './types.js'

export interface Entry {
  readonly source: CachedTokenSource
  readonly close: () => void
}

/** `theirs` is what the store has, where a flight has brought a `token` itself. */
type Outcome = { readonly token: AccessToken; readonly theirs?: AccessToken } | { readonly error: unknown }

/** Makes the one entry of a key: it does what `decide` says, and holds the token's value and the running flights. */
export function createEntry({
  provider,
  fetchToken,
  defaultLifetimeSeconds,
  rules,
  access,
  report,
  surroundings,
}: {
  provider: string
  fetchToken: FetchToken
  defaultLifetimeSeconds: number | undefined
  rules: Rules
  access: StoreAccess | undefined
  report: (event: TokenCacheEventDetail) => void
  surroundings: Surroundings
}): Entry {
  const { now, monotonic, random, randomId, setTimer, waitUntil, outside } = surroundings
  const store = access && openStore({ access, surroundings })
  const leases = createLeases({ access, surroundings })
  let state: State = initialState(rules)
  let lastError: unknown
  const { joins, flightLimitMs: limitMs } = rules
  const instant = (): Instant => ({ wall: now(), mono: monotonic() })
  const trustMs = rules.rotation === 'exclusive' && rules.hasStore ? CHECK_MS : Number.POSITIVE_INFINITY
  const keeper = createTokenKeeper({ trustMs, instant })
  const flights = createFlights({ limitMs, randomId, setTimer, waitUntil, onLimit: giveUp })
  const noteClocks = createClockWatch((byMs) => report({ type: 'clock-jump', byMs }))

  const timeout = (isWaiting = false) => timeoutError({ provider, timeoutMs: limitMs, isWaiting })
  const paused = (at: Instant) => pauseError({ provider, pause: state.pause, at, lastError })

  function dispatch(event: Event): readonly Effect[] {
    const decision = decide(state, event)
    state = decision.state
    return decision.effects
  }

  function giveUp(flight: RunningFlight): void {
    const isWaiting = leases.isWaiting(flight)
    const error = timeout(isWaiting)
    letLapse(flight)
    if (isWaiting) end(flight, { error, kind: 'waited', retryAfterMs: undefined })
    else fail(flight, error)
    flight.abort(error)
  }

  /** A request that is aborted may be carried out all the same: nobody is to hurry another one after it. */
  function letLapse(flight: Pick<RunningFlight, 'id'>): void {
    if (rules.rotation !== 'independent') leases.lapse(flight)
  }

  async function readStore(flight: RunningFlight): Promise<void> {
    arrive(flight, (await store?.read()) ?? 'missed')
  }

  async function lock(flight: RunningFlight, replacing: string | undefined): Promise<void> {
    arrive(flight, await leases.of(flight).lock(replacing))
  }

  function arrive(flight: RunningFlight, answer: FoundToken | 'missed' | 'granted' | 'unavailable'): void {
    if (typeof answer === 'object') adopt(flight, answer)
    else apply(flight, { type: answer, at: instant(), flight: flight.id })
  }

  function adopt(flight: RunningFlight, found: FoundToken): void {
    const at = instant()
    const { value, lifetimeMs, ageMs, version: storedAs } = found
    const version = keeper.versionOf(value) ?? storedAs
    const theirs = createAccessToken({ value, version, expiresAt: at.wall - ageMs + lifetimeMs })
    const life = { at, flight: flight.id, version, storedAs, lifetimeMs, ageMs, random: random() }
    apply(flight, { type: 'found', ...life }, { token: flight.brought ?? theirs, theirs })
    if (keeper.kept?.token !== theirs) return
    if (flight.brought) report({ type: 'overtaken', version: flight.brought.version })
    report({ type: 'adopted', version, remainingMs: lifetimeMs - ageMs })
  }

  async function commit(
    flight: RunningFlight,
    { token, life, replacing }: { token: AccessToken; life: TokenLife; replacing: string | undefined },
  ): Promise<void> {
    // It has been fetched in time, and the store has time limits of its own.
    flight.stopTimer()
    flight.brought = token
    // An older one that is still on its way would come back if the store lost this one.
    store?.cease()
    const result = await leases.of(flight).commit({ ...keeper.toShare(token, life), replacing })
    // Whoever was faster may still be about to write theirs.
    if (result === 'overtaken') flight.startTimer()
    apply(flight, { type: 'committed', at: instant(), flight: flight.id, result })
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
      const version = keeper.versionOf(value) ?? randomId()
      token = createAccessToken({ value, version, expiresAt: started.wall + lifetimeMs })
      event = { type: 'minted', at: instant(), flight: flight.id, version, lifetimeMs, random: random() }
    } catch (error) {
      fail(flight, error)
      return
    }
    const { at, version, lifetimeMs } = event
    const isExpected = flights.has(flight)
    const result = apply(flight, event, { token })
    if (result === 'pause' || result === 'timeout') reportFailure(started, at)
    else if (isExpected) report({ type: 'fetched', version, lifetimeMs, tookMs: ageMs(started, at) })
  }

  function fail(flight: RunningFlight, error: unknown): void {
    const { since } = flightOf(state, flight.id) ?? flight
    if (flights.has(flight)) lastError = error
    if (end(flight, { error, ...judgeFailure(error) })) reportFailure(since, instant())
  }

  function end(
    flight: RunningFlight,
    { error, ...failure }: Pick<Failed, 'kind' | 'retryAfterMs'> & { readonly error: unknown },
  ): SettledWith | undefined {
    const event = { at: instant(), flight: flight.id, random: random(), ...failure }
    return apply(flight, { type: 'failed', ...event }, flight.brought ? undefined : { error })
  }

  function reportFailure(since: Instant, at: Instant): void {
    const { pause } = state
    if (pause === undefined || pause.reason === 'repeated' || pause.reason === 'alone') return
    const pauseMs = pauseLeftMs(pause, at)
    report({ type: 'fetch-failed', reason: pause.reason, pauseMs, tookMs: ageMs(since, at) })
  }

  /** Asks whoever is to be asked next. */
  function start(flight: RunningFlight, effect: Effect & { type: 'read' | 'lock' | 'fetch' }): void {
    if (effect.type === 'read') void readStore(flight)
    else if (effect.type === 'lock') void lock(flight, effect.replacing)
    else void fetchNow(flight)
  }

  /** Lets a flight's event happen; says how that ended it, if it did. */
  function apply(flight: RunningFlight, event: Event, given?: Outcome): SettledWith | undefined {
    const outcome = given ?? (flight.brought && { token: flight.brought })
    let result: SettledWith | undefined
    for (const effect of dispatch(event)) {
      switch (effect.type) {
        case 'fetch':
          // The time that the store took is not the provider's.
          flight.startTimer()
          start(flight, effect)
          break
        case 'read':
        case 'lock':
          start(flight, effect)
          break
        case 'settle':
          result = effect.with
          land(flight)
          settle(flight, effect.with, outcome)
          break
        default:
          perform(flight, effect, outcome)
      }
    }
    if (state.pause === undefined) lastError = undefined
    return result
  }

  /** What becomes of a token. */
  function perform(flight: RunningFlight, effect: Effect, outcome: Outcome | undefined): void {
    if (effect.type === 'drop') keeper.drop()
    if (effect.type === 'forget') store?.forget(effect.version)
    if (effect.type === 'trust') keeper.trust()
    if (effect.type !== 'keep' && effect.type !== 'publish' && effect.type !== 'commit') return
    const { token: life } = effect
    const token = tokenOf(outcome, life.version)
    if (token === undefined) return
    if (effect.type === 'keep') keeper.keep({ token, promise: flight.promise, life })
    else if (effect.type === 'commit') void commit(flight, { token, life, replacing: effect.replacing })
    else
      store?.publish({ ...keeper.toShare(token, life), owner: flight.owner(), replacing: effect.replacing })
  }

  function tokenOf(outcome: Outcome | undefined, version?: string): AccessToken | undefined {
    if (outcome === undefined || 'error' in outcome) return undefined
    const { token, theirs } = outcome
    return theirs !== undefined && theirs.version === version ? theirs : token
  }

  function land(flight: RunningFlight): void {
    flights.land(flight)
    leases.end(flight)
  }

  function cancel(id: number, error: unknown): void {
    letLapse({ id })
    flights.cancel(id, error)
    leases.end({ id })
  }

  function settle(flight: RunningFlight, result: SettledWith, outcome: Outcome | undefined): void {
    if (result === 'timeout') lastError = timeout()
    if (result === 'timeout') flight.reject(lastError)
    else if (result === 'pause') flight.reject(paused(instant()))
    else if (result === 'kept' && keeper.kept !== undefined) flight.resolve(keeper.kept.token)
    else if (outcome === undefined) flight.reject(closedError(provider))
    else if ('error' in outcome) flight.reject(outcome.error)
    // `keep` comes before it: what is handed out is what is kept, if anything is.
    else flight.resolve(tokenOf(outcome, keeper.kept?.token.version) ?? outcome.token)
  }

  function ask(minValidityMs: number, signal: AbortSignal | undefined): Promise<AccessToken> {
    const at = instant()
    noteClocks(at)
    // Both are taken first: fetchToken is the user's code, and may call close() before it returns.
    const ready = keeper.kept?.token
    let pending = flights.last()
    for (const effect of dispatch({ type: 'get', at, minValidityMs })) {
      if (effect.type === 'cancel') cancel(effect.flight, timeout())
      if (effect.type === 'read' || effect.type === 'lock' || effect.type === 'fetch') {
        pending = flights.takeOff({ id: effect.flight, since: at })
        start(pending, effect)
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
    store?.cease()
    for (const effect of dispatch({ type: 'close' })) {
      if (effect.type === 'drop') {
        keeper.clear()
        lastError = undefined
      }
      if (effect.type === 'cancel') cancel(effect.flight, closedError(provider))
    }
  }

  const source: CachedTokenSource = {
    get(options) {
      // The same answer as `decide` gives to a fresh token, without the cost of asking it.
      const hit = keeper.kept
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
      const hit = keeper.kept
      if (hit === undefined) return undefined
      return now() < hit.usableWall && monotonic() < hit.usableMono ? hit.token : undefined
    },
    invalidate(token) {
      const version = readVersion(token)
      let verdict: Invalidation = 'kept'
      for (const effect of dispatch({ type: 'rejected', at: instant(), version, random: random() })) {
        if (effect.type === 'drop') keeper.reject()
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
