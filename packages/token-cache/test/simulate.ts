import { decide } from '../src/decide.js'
import { ageMs, type Instant, type TokenLife } from '../src/freshness.js'
import type { StoreHit } from '../src/index.js'
import { type Effect, type Event, initialState, type Rules, type State } from '../src/state.js'
import { leaseBook } from './lease-book.js'

/** How a provider behaves; what the fleet is not told is only found out by calls. */
export type ProviderKind = 'independent' | 'exclusive' | 'late' | 'same-token' | 'bad-signature'

export interface World {
  readonly seed: number
  readonly provider: ProviderKind
  readonly processes: number
  readonly hasStore: boolean
  readonly joins: boolean
  /** Whether that store grants leases. */
  readonly leases: boolean
  /** Whether nothing goes wrong: then the number of fetches is known beforehand. */
  readonly calm?: boolean
}

interface Issued {
  readonly value: string
  readonly from: number
  readonly until: number
  /** When all of the provider's servers know it. */
  readonly knownFrom: number
  revoked: boolean
}

/** What is left of a run, for the invariants that need the whole of it. */
export interface Result {
  readonly world: World
  readonly gets: number
  readonly mints: number
  /** Of those, begun without the store's leave; and begun under a lease while another one was good. */
  readonly alone: number
  readonly together: number
  readonly operations: Readonly<Record<string, number>>
  readonly mintFailures: number
  readonly served: number
  readonly accepted: number
  readonly refused: number
  readonly violations: readonly string[]
}

const LIFETIME_MS = 900_000
const RUN_MS = 3 * LIFETIME_MS
const FLIGHT_LIMIT_MS = 30_000
const MOST_IN_A_MINUTE = 16
const LEASE_MS = 3_000
const KEY = 'key'

/** A small generator (xorshift32), so that a seed tells the whole story on every machine. */
export function createRandom(seed: number): () => number {
  let x = (seed * 2_654_435_761 + 1) >>> 0 || 1
  return () => {
    x ^= x << 13
    x >>>= 0
    x ^= x >>> 17
    x ^= x << 5
    x >>>= 0
    return x / 2 ** 32
  }
}

/** Which world a seed means. */
export function worldOf(seed: number): World {
  const random = createRandom(seed ^ 0x5eed)
  const kinds: ProviderKind[] = ['independent', 'exclusive', 'late', 'same-token', 'bad-signature']
  const world = {
    seed,
    provider: kinds[Math.floor(random() * kinds.length)] ?? 'independent',
    processes: 1 + Math.floor(random() * 4),
    hasStore: random() < 0.6,
    joins: random() < 0.8,
  }
  return { ...world, leases: world.hasStore && random() < 0.5 }
}

/**
 * Runs some processes for three token lives: every process is `decide` with clocks of its own; store, provider and
 * network are events in one queue. Nothing but the seed decides what happens.
 */
export function simulate(world: World): Result {
  const random = createRandom(world.seed)
  const between = (low: number, high: number) => low + random() * (high - low)
  const queue: { due: number; run: () => void }[] = []
  let now = 0
  const later = (ms: number, run: () => void) => queue.push({ due: now + ms, run })

  const violations: string[] = []
  const violate = (text: string) => violations.push(`at ${(now / 1000).toFixed(3)} s: ${text}`)

  const issued = new Map<string, Issued>()
  const stored = new Map<'token', { version: string; value: string; since: number; lifetimeMs: number }>()
  const book = leaseBook({ now: () => now })
  const total = {
    gets: 0,
    mints: 0,
    alone: 0,
    together: 0,
    mintFailures: 0,
    served: 0,
    accepted: 0,
    refused: 0,
  }
  /** How often the store was asked, by operation: what a fleet costs. */
  const operations: Record<string, number> = {}
  /** Fetches that are under way under a lease that was renewed whenever it had to be. */
  const underLease = new Set<string>()
  /** Part of the time the provider's token endpoint, or the store, is down. */
  const outages = Array.from({ length: world.calm ? 0 : 3 }, () => between(0, RUN_MS))
  const endpointIsDown = () => outages.some((start) => now >= start && now < start + 60_000)
  /** With leases the store is mostly well, and gone for a while: else nobody would ever wait for anybody. */
  const storeOutages = world.leases && !world.calm ? Array.from({ length: 2 }, () => between(0, RUN_MS)) : []
  const storeFails = () =>
    world.calm
      ? false
      : world.leases
        ? random() < 0.01 || storeOutages.some((start) => now >= start && now < start + 60_000)
        : random() < 0.1

  function mint(): Issued {
    total.mints += 1
    const living = [...issued.values()].findLast(({ until, revoked }) => until > now && !revoked)
    if (world.provider === 'same-token' && living) return living
    if (world.provider === 'exclusive') for (const each of issued.values()) each.revoked = true
    const knownFrom = now + (world.provider === 'late' ? between(0, 4_000) : 0)
    const value = `token ${issued.size}`
    const token = { value, from: now, until: now + LIFETIME_MS, knownFrom, revoked: false }
    issued.set(value, token)
    return token
  }

  /** The API's answer to a call: 401 says that the token is bad, whatever the truth is. */
  function call(value: string, isBadlySigned: boolean): 'accepted' | 'rejected' {
    const token = issued.get(value)
    const isGood = token && !token.revoked && now < token.until && now >= token.knownFrom
    return isGood && !isBadlySigned ? 'accepted' : 'rejected'
  }

  function startProcess(index: number): void {
    const rules: Rules = {
      rotation: world.provider === 'exclusive' && random() < 0.5 ? 'exclusive' : 'unknown',
      joins: world.joins,
      hasStore: world.hasStore,
      coordinates: world.leases,
      flightLimitMs: FLIGHT_LIMIT_MS,
    }
    let state: State = initialState(rules)
    /** The wall clock is off and is set now and then; the monotonic one loses the time of a suspension. */
    const clock = { wall: between(-60_000, 60_000) + 1_800_000_000_000, lost: 0 }
    const at = (): Instant => ({ wall: clock.wall + now, mono: now - clock.lost })
    const values = new Map<string, string>()
    const waiting = new Map<number, (value: string | undefined) => void>()
    const pending = new Map<number, { since: number; waiters: number[] }>()
    let keptValue: string | undefined
    let rejectedVersion: string | undefined
    let names = 0
    const recentMints: number[] = []

    const versionOf = (value: string) => {
      if (state.token && values.get(state.token.version) === value) return state.token.version
      return rejectedVersion && values.get(rejectedVersion) === value ? rejectedVersion : undefined
    }

    /** What a flight has been issued itself, where the store may have something too. */
    const owned = new Map<number, string>()

    function dispatch(event: Event, brought?: string): readonly Effect[] {
      const before = state
      const { state: next, effects } = decide(state, event)
      state = next
      if (rules.joins && state.flights.length > 1) violate(`${index} has ${state.flights.length} flights`)
      const own = 'flight' in event ? owned.get(event.flight) : undefined
      const isTheirs = effects.some(
        (each) => each.type === 'keep' && values.get(each.token.version) === brought,
      )
      for (const effect of effects) perform(effect, before, isTheirs ? brought : (own ?? brought))
      return effects
    }

    function perform(effect: Effect, before: State, brought: string | undefined): void {
      if (effect.type === 'keep') keptValue = brought
      if (effect.type === 'drop') keptValue = undefined
      if (effect.type === 'read') readStore(effect.flight)
      if (effect.type === 'lock') lock(effect.flight, effect.replacing)
      if (effect.type === 'fetch') fetchToken(effect.flight)
      if (effect.type === 'commit' && brought !== undefined) commit(effect, brought)
      if (effect.type === 'publish' && world.leases) publish(effect, brought)
      else if (effect.type === 'publish' && brought !== undefined && !storeFails()) {
        const { version, lifetimeMs, since } = effect.token
        const record = { version, lifetimeMs, value: brought, since: now - ageMs(since, at()) }
        later(between(0, 5), () => stored.set('token', record))
      }
      if (effect.type === 'forget' && world.leases) {
        const { version } = effect
        operate('delete', () => book.delete({ key: KEY, version }))
      } else if (effect.type === 'forget' && !storeFails()) {
        if (stored.get('token')?.version === effect.version) stored.delete('token')
      }
      // Those who waited for what vanished are told so, whatever another flight has brought meanwhile.
      if (effect.type === 'cancel') giveUp(effect.flight)
      if (effect.type !== 'settle') return
      const value =
        effect.with === 'pause' || effect.with === 'timeout'
          ? undefined
          : effect.with === 'kept'
            ? keptValue
            : brought
      if (effect.with === 'kept' && before.token === undefined) violate(`${index} settles with nothing kept`)
      answer(effect.flight, value)
    }

    function giveUp(id: number): void {
      for (const caller of pending.get(id)?.waiters ?? []) waiting.delete(caller)
      pending.delete(id)
      endLease(id)
    }

    function answer(id: number, value: string | undefined): void {
      const flight = pending.get(id)
      pending.delete(id)
      for (const caller of flight?.waiters ?? []) {
        waiting.get(caller)?.(value)
        waiting.delete(caller)
      }
    }

    function takeOff(flight: number): void {
      if (!pending.has(flight)) pending.set(flight, { since: now, waiters: [] })
      later(FLIGHT_LIMIT_MS, () => {
        if (pending.has(flight)) {
          dispatch({ type: 'failed', at: at(), flight, random: random(), kind: 'transient' })
          endLease(flight)
        }
      })
    }

    /** An operation that fails may take effect all the same, and late: 250 ms is how long it is waited for. */
    function operate<T>(
      name: string,
      run: () => T,
      done: (answer: { readonly value: T } | undefined) => void = () => {},
    ): void {
      operations[name] = (operations[name] ?? 0) + 1
      const fails = storeFails()
      const tookEffect = !fails || random() < 0.3
      later(fails ? between(0, 2_000) : between(0, 5), () => {
        const value = tookEffect ? run() : undefined
        if (!fails) done({ value: value as T })
      })
      if (fails) later(250, () => done(undefined))
    }

    const owner = (flight: number) => `${index}.${flight}`
    /** Until when the flight holds a lease that it renews. */
    const held = new Set<number>()

    function isFlying(flight: number): boolean {
      return state.flights.some(({ id }) => id === flight)
    }

    function lock(flight: number, replacing: string | undefined): void {
      takeOff(flight)
      const request = { key: KEY, owner: owner(flight), leaseMs: LEASE_MS, replacing }
      operate(
        'lock',
        () => book.readOrLock(request),
        (answer) => {
          if (answer === undefined) {
            dispatch({ type: 'unavailable', at: at(), flight })
            return
          }
          const { value } = answer
          if (!isFlying(flight)) {
            if (value.status === 'granted') operate('release', () => book.release(request))
            return
          }
          if (value.status === 'hit') adopt(flight, value.hit)
          if (value.status === 'granted') {
            held.add(flight)
            later(LEASE_MS / 3, () => renew(flight))
            dispatch({ type: 'granted', at: at(), flight })
            endLease(flight)
          }
          if (value.status === 'held') later(between(20, 60), () => lock(flight, replacing))
        },
      )
    }

    function renew(flight: number): void {
      if (!held.has(flight)) return
      operate(
        'renew',
        () => book.renew({ key: KEY, owner: owner(flight), leaseMs: LEASE_MS }),
        (answer) => {
          // Not heard of in time, so that its lease may go to another: what follows is no breach of it.
          if (answer?.value !== true) underLease.delete(owner(flight))
          if (answer?.value === false) held.delete(flight)
          later(LEASE_MS / 3, () => renew(flight))
        },
      )
    }

    /** The shell's rule: a lease ends with its flight. */
    function endLease(flight: number): void {
      if (isFlying(flight)) return
      underLease.delete(owner(flight))
      if (held.delete(flight)) operate('release', () => book.release({ key: KEY, owner: owner(flight) }))
    }

    function recordOf({ version, since, lifetimeMs }: TokenLife, value: string) {
      const ttlMs = Math.floor(lifetimeMs - ageMs(since, at()))
      return { record: { version, data: JSON.stringify([value, lifetimeMs]) }, ttlMs }
    }

    function commit(effect: Effect & { type: 'commit' }, value: string): void {
      const { flight, token, replacing } = effect
      const { record, ttlMs } = recordOf(token, value)
      owned.set(flight, value)
      operate(
        'commit',
        () => ttlMs >= 1 && book.commit({ key: KEY, owner: owner(flight), record, ttlMs, replacing }),
        (answer) => {
          held.delete(flight)
          const result =
            answer === undefined ? 'unavailable' : answer.value ? 'written' : ('overtaken' as const)
          dispatch({ type: 'committed', at: at(), flight, result }, value)
          endLease(flight)
        },
      )
    }

    function publish(effect: Effect & { type: 'publish' }, value: string | undefined, pauseMs = 1_000): void {
      if (value === undefined) return
      const { token, replacing } = effect
      const { record, ttlMs } = recordOf(token, value)
      if (ttlMs < 1 || state.token?.version !== token.version) return
      operate(
        'commit',
        () => book.commit({ key: KEY, owner: `${index} behind`, record, ttlMs, replacing }),
        (answer) => {
          if (answer === undefined)
            later(pauseMs, () => publish(effect, value, Math.min(pauseMs * 2, 30_000)))
        },
      )
    }

    function adopt(flight: number, hit: StoreHit): void {
      const [value, lifetimeMs] = JSON.parse(hit.data) as [string, number]
      const version = versionOf(value) ?? hit.version
      values.set(version, value)
      const ageMs = lifetimeMs - (hit.ttlMs ?? 0)
      const life = { flight, version, storedAs: hit.version, ageMs, lifetimeMs, random: random() }
      dispatch({ type: 'found', at: at(), ...life }, value)
      endLease(flight)
    }

    function readStore(flight: number): void {
      takeOff(flight)
      if (world.leases) {
        operate(
          'get',
          () => book.get(KEY),
          (answer) => {
            if (answer?.value) adopt(flight, answer.value)
            else dispatch({ type: answer ? 'missed' : 'unavailable', at: at(), flight })
            endLease(flight)
          },
        )
        return
      }
      later(storeFails() ? 250 : between(0, 5), () => {
        const hit = storeFails() ? undefined : stored.get('token')
        if (hit === undefined) {
          dispatch({ type: 'missed', at: at(), flight })
          return
        }
        const version = versionOf(hit.value) ?? hit.version
        values.set(version, hit.value)
        const found = {
          flight,
          version,
          ageMs: now - hit.since,
          lifetimeMs: hit.lifetimeMs,
          random: random(),
        }
        dispatch({ type: 'found', at: at(), ...found }, hit.value)
      })
    }

    function fetchToken(flight: number): void {
      takeOff(flight)
      recentMints.push(now)
      const permit = state.flights.find(({ id }) => id === flight)?.permit
      if (world.leases && permit === undefined) violate(`${index} fetches without a permit`)
      if (permit === 'alone') total.alone += 1
      if (permit === 'lease') {
        if (underLease.size > 0) total.together += 1
        underLease.add(owner(flight))
      }
      const isSlow = !world.calm && random() < 0.02
      const toServer = isSlow ? between(5_000, 40_000) : between(10, 400)
      const back = between(10, 400)
      later(toServer, () => {
        if (endpointIsDown()) {
          total.mintFailures += 1
          const retryAfterMs = random() < 0.3 ? between(1_000, 20_000) : undefined
          const kind: 'terminal' | 'transient' = random() < 0.1 ? 'terminal' : 'transient'
          const failure = { flight, random: random(), kind, retryAfterMs }
          later(back, () => {
            dispatch({ type: 'failed', at: at(), ...failure })
            endLease(flight)
          })
          return
        }
        const token = mint()
        const lifetimeMs = token.until - now
        // Some answers get lost on the way, after the token was issued.
        if (!world.calm && random() < 0.02) return
        later(back, () => {
          names += 1
          const version = versionOf(token.value) ?? `${index}.${names}`
          values.set(version, token.value)
          dispatch({ type: 'minted', at: at(), flight, version, lifetimeMs, random: random() }, token.value)
          endLease(flight)
        })
      })
    }

    function ask(done: (value: string | undefined) => void): void {
      total.gets += 1
      const minValidityMs = !world.calm && random() < 0.1 ? between(0, LIFETIME_MS) : 0
      const before = state
      const isIdle = before.flights.length === 0
      const caller = total.gets
      let answered = false
      for (const effect of dispatch({ type: 'get', at: at(), minValidityMs })) {
        if (effect.type !== 'answer') continue
        answered = true
        if (effect.from === 'token') {
          if (before.token && ageMs(before.token.since, at()) >= before.token.expiryAgeMs)
            violate(`${index} serves a token past its end`)
          done(keptValue)
        }
        if (effect.from === 'flight') {
          const flight = [...pending.values()].at(-1)
          if (flight === undefined) violate(`${index} waits for nothing`)
          flight?.waiters.push(caller)
          waiting.set(caller, done)
          later(FLIGHT_LIMIT_MS + 1, () => {
            if (waiting.has(caller)) violate(`${index} leaves a caller waiting`)
          })
        }
        if (effect.from === 'pause') done(undefined)
      }
      if (!answered) violate(`${index} does not answer`)
      if (isIdle && before.token && !state.token) violate(`${index} loses a token by a get`)
    }

    function onToken(value: string | undefined, isBadlySigned: boolean): void {
      if (value === undefined) {
        const valid = state.token && ageMs(state.token.since, at()) < state.token.expiryAgeMs
        if (valid && state.pause === undefined) violate(`${index} refuses although it has a token`)
        return
      }
      total.served += 1
      const token = issued.get(value)
      // One that is handed out again until it ends may end on its way, and there is no better one.
      const mayBeOver = world.provider === 'same-token' && values.get(state.token?.version ?? '') !== value
      if (token && now > token.until && !mayBeOver) violate(`${index} serves a dead token`)
      const version =
        state.token && values.get(state.token.version) === value ? state.token.version : undefined
      later(between(10, 200), () => {
        const outcome = call(value, isBadlySigned)
        if (outcome === 'accepted') total.accepted += 1
        else total.refused += 1
        const name = version ?? [...values].findLast(([, each]) => each === value)?.[0]
        if (name === undefined) return
        if (outcome === 'accepted') {
          dispatch({ type: 'confirmed', at: at(), version: name })
          return
        }
        const held = state.token?.version
        const effects = dispatch({ type: 'rejected', at: at(), version: name, random: random() })
        const isDropped = effects.some(({ type }) => type === 'drop')
        if (isDropped) rejectedVersion = name
        if (isDropped && held !== name) violate(`${index} drops another token than the rejected one`)
      })
    }

    function live(): void {
      if (now > RUN_MS) return
      const isBadlySigned = world.provider === 'bad-signature' && random() < 0.5
      ask((value) => onToken(value, isBadlySigned))
      later(random() < 0.2 ? between(1_000, 90_000) : between(1, 2_000), live)
    }
    later(between(0, 1_000), live)

    // One of the clocks is wrong, and nobody knows which. With both wrong there would be no telling.
    if (world.calm !== true) {
      const isWall = random() < 0.5
      later(between(0, RUN_MS), () => {
        if (isWall) clock.wall += between(-600_000, 600_000)
        else clock.lost += between(0, Math.min(now, 600_000))
      })
    }
    bounds.push(() => checkRate(recentMints))

    /** No minute in which one process asks more often than pauses and patience allow. */
    function checkRate(times: readonly number[]): void {
      if (!rules.joins) return
      times.forEach((time, first) => {
        const within = times.slice(first).filter((each) => each < time + 60_000).length
        if (within > MOST_IN_A_MINUTE) violate(`${index} asks ${within} times within a minute`)
      })
    }
  }

  const bounds: (() => void)[] = []
  for (let index = 0; index < world.processes; index += 1) startProcess(index)
  while (queue.length > 0) {
    let next = 0
    for (let each = 1; each < queue.length; each += 1) {
      if ((queue[each]?.due ?? 0) < (queue[next]?.due ?? 0)) next = each
    }
    const [event] = queue.splice(next, 1)
    if (event === undefined) break
    now = event.due
    event.run()
  }
  for (const check of bounds) check()
  return { world, ...total, operations, violations }
}
