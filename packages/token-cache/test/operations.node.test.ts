import { describe, expect, it } from 'vitest'
import { createTokenCache, type Rotation, type StoreCoordination, type TokenStore } from '../src/index.js'
import { coordinatedStore } from './coordinated-store.js'
import { createWorld, key, settle } from './virtual-world.js'

const LIFETIME_S = 900
const FETCH_MS = 300

type Operation = 'get' | 'delete' | 'readOrLock' | 'renew' | 'commit' | 'release' | 'watch'
type Counted = { readonly [O in Operation]: number }

/** What a fleet asks of its store, counted: docs/fleets.md reckons with it. */
function openFleet({
  processes,
  rotation,
  announces = false,
}: {
  processes: number
  rotation: Rotation
  announces?: boolean
}) {
  const { options, world, timers, advance, requests, fetchToken } = createWorld()
  const inner = coordinatedStore(options)
  const counts: { [O in Operation]: number } = {
    get: 0,
    delete: 0,
    readOrLock: 0,
    renew: 0,
    commit: 0,
    release: 0,
    watch: 0,
  }
  const counted = <A, R>(name: Operation, run: (argument: A) => R) => {
    return (argument: A): R => {
      counts[name] += 1
      return run(argument)
    }
  }
  const { readOrLock, renew, commit, release } = inner.coordinate
  /** Calls back once when the subscription stands, since something may have happened before. */
  const watchAsRedis: NonNullable<StoreCoordination['watch']> = ({ key: name, onChange }) => {
    queueMicrotask(onChange)
    return inner.coordinate.watch?.({ key: name, onChange }) ?? (() => {})
  }
  const coordinate: StoreCoordination = {
    readOrLock: counted('readOrLock', readOrLock),
    renew: counted('renew', renew),
    commit: counted('commit', commit),
    release: counted('release', release),
    ...(announces && { watch: counted('watch', watchAsRedis) }),
  }
  const store: TokenStore = {
    ...inner,
    get: counted('get', inner.get),
    delete: counted('delete', inner.delete),
    coordinate,
  }
  const sources = Array.from({ length: processes }, (_, index) => {
    // Each draws its own: from process to process the soft end comes some seconds sooner.
    const runtime = { ...options.runtime, random: () => index / processes }
    const cache = createTokenCache({ ...options, store, runtime })
    return cache.source({ key: key(), fetchToken, rotation })
  })
  let answered = 0

  /** Lets the time pass up to a moment, timer by timer. */
  const passTo = async (ms: number): Promise<void> => {
    for (;;) {
      await settle()
      for (const { answer } of requests.slice(answered)) {
        answered += 1
        options.runtime.setTimer(
          () => answer({ accessToken: `token ${requests.length}`, expiresIn: LIFETIME_S }),
          FETCH_MS,
        )
      }
      const next = Math.min(ms, ...[...timers].map(({ due }) => due))
      if (next >= ms && world.mono >= ms) return
      advance(next - world.mono)
    }
  }

  return {
    fetches: () => requests.length,
    /** Each process is told by a call of its own that the token is dead. */
    reject: (): void => {
      for (const source of sources) {
        const token = source.peek()
        if (token) source.invalidate(token)
      }
    },
    /** One call of each process every second, for so long; counted from `first` on. */
    live: async (seconds: number, first = (): void => {}): Promise<Counted> => {
      const before = { ...counts }
      first()
      for (let second = 0; second < seconds; second += 1) {
        const start = world.mono
        for (const source of sources) void source.get().catch(() => {})
        await passTo(start + 1_000)
      }
      const of = (name: Operation): number => counts[name] - before[name]
      return {
        get: of('get'),
        delete: of('delete'),
        readOrLock: of('readOrLock'),
        renew: of('renew'),
        commit: of('commit'),
        release: of('release'),
        watch: of('watch'),
      }
    },
  }
}

describe('what a fleet asks of its store', () => {
  it.each([2, 8, 50])('in a life, of %i processes: one read each, and one commit', async (processes) => {
    const fleet = openFleet({ processes, rotation: 'unknown' })
    await fleet.live(30)
    // The first of them renews between 630 s and 720 s; the last has passed its own soft end by then, or has adopted.
    const life = await fleet.live(720)
    expect(fleet.fetches()).toBe(2)
    const none = { get: 0, delete: 0, renew: 0, release: 0, watch: 0 }
    expect(life).toEqual({ ...none, readOrLock: processes, commit: 1 })
  })

  it('where a new token ends the old one: a look every 5 s of each, and all of them wait at its end', async () => {
    const processes = 8
    const fleet = openFleet({ processes, rotation: 'exclusive' })
    await fleet.live(1)
    const life = await fleet.live(870)
    expect(fleet.fetches()).toBe(2)
    expect(life).toMatchObject({ commit: 1, renew: 0, release: 0 })
    // 870 s, a call every second: a look is due at the first call that is 5 s after the last one.
    expect(life.get / processes).toBeGreaterThanOrEqual(870 / 6 - 2)
    expect(life.get / processes).toBeLessThanOrEqual(870 / 5 + 1)
    expect(life.readOrLock).toBeGreaterThanOrEqual(processes)
    expect(life.readOrLock).toBeLessThanOrEqual(1 + (processes - 1) * (2 + FETCH_MS / 20))
  })

  it('at a cold start: who waits looks every 20 ms to 60 ms, where nothing is announced', async () => {
    const processes = 16
    const fleet = openFleet({ processes, rotation: 'unknown' })
    const start = await fleet.live(1)
    expect(fleet.fetches()).toBe(1)
    expect(start).toMatchObject({ get: 0, commit: 1, renew: 0, release: 0, watch: 0 })
    const looks = (start.readOrLock - 1) / (processes - 1)
    expect(looks).toBeGreaterThanOrEqual(1 + FETCH_MS / 60)
    expect(looks).toBeLessThanOrEqual(2 + FETCH_MS / 20)
  })

  it('at a cold start where changes are announced: at the start, every 100 ms to 300 ms, and at the end', async () => {
    const processes = 16
    const fleet = openFleet({ processes, rotation: 'unknown', announces: true })
    const start = await fleet.live(1)
    expect(fleet.fetches()).toBe(1)
    expect(start).toMatchObject({ get: 0, commit: 1, renew: 0, release: 0, watch: processes - 1 })
    const looks = (start.readOrLock - 1) / (processes - 1)
    expect(looks).toBeGreaterThanOrEqual(3)
    expect(looks).toBeLessThanOrEqual(3 + FETCH_MS / 100)
  })

  it('after a rejection: each deletes the token, and all look as at a cold start', async () => {
    const processes = 16
    const fleet = openFleet({ processes, rotation: 'unknown' })
    await fleet.live(10)
    const renewal = await fleet.live(1, fleet.reject)
    expect(fleet.fetches()).toBe(2)
    expect(renewal).toMatchObject({ get: 0, delete: processes, commit: 1, renew: 0, release: 0 })
    const looks = (renewal.readOrLock - 1) / (processes - 1)
    expect(looks).toBeGreaterThanOrEqual(1 + FETCH_MS / 60)
    expect(looks).toBeLessThanOrEqual(2 + FETCH_MS / 20)
  })
})
