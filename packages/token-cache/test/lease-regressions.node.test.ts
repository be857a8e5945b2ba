import { stat } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createTokenCache,
  type StoreCoordination,
  type TokenCacheEvent,
  type TokenStore,
} from '../src/index.js'
import { createStoreGuard } from '../src/store-guard.js'
import { coordinatedStore } from './coordinated-store.js'
import { confirmed, found, get, granted, minted, rejected, run, unavailable } from './script.js'
import { createFleet } from './virtual-fleet.js'
import { key, settle, storedAs } from './virtual-world.js'

const fleet = { hasStore: true, coordinates: true } as const
const exclusive = { ...fleet, rotation: 'exclusive' } as const

describe('where fetches are not joined', () => {
  it('one fetch serves all who asked meanwhile', async () => {
    const { open, pass, answer, requests } = createFleet({ joinFetches: false })
    const { ask } = open({ rotation: 'exclusive' })
    const seen = [ask(), ask(), ask(), ask()]
    await settle()
    expect(requests).toHaveLength(1)
    await answer('one')
    await pass(100)
    expect(requests).toHaveLength(1)
    expect(seen.map(({ value }) => value?.value)).toEqual(['one', 'one', 'one', 'one'])
  })
})

describe('a token whose commit failed once', () => {
  it('is published when the store is back, although its own lease is still there', async () => {
    const { open, pass, answer, faults, inner, requests } = createFleet()
    const first = open().ask()
    await settle()
    faults.commit = () => Promise.reject(new Error('ECONNRESET'))
    const answered = answer('one')
    await Promise.resolve()
    await answered
    delete faults.commit
    expect(first.value?.value).toBe('one')
    await pass(1_500)
    expect((await inner.get(storedAs))?.version).toBe(first.value?.version)
    const second = open().ask()
    await pass(3_500)
    expect(requests).toHaveLength(1)
    expect(second.value?.value).toBe('one')
  })

  it('the same after a hang of 250 ms', async () => {
    const { open, pass, answer, faults, inner } = createFleet()
    const first = open().ask()
    await settle()
    faults.commit = () => new Promise(() => {})
    await answer('one')
    await pass(250)
    delete faults.commit
    expect(first.value?.value).toBe('one')
    await pass(2_000)
    expect((await inner.get(storedAs))?.version).toBe(first.value?.version)
  })

  it('the same when the answer of readOrLock got lost', async () => {
    const { open, pass, answer, faults, inner } = createFleet()
    faults.readOrLock = (run) => run().then(() => Promise.reject(new Error('ECONNRESET')))
    const first = open().ask()
    await settle()
    delete faults.readOrLock
    await answer('one')
    expect(first.value?.value).toBe('one')
    await pass(2_000)
    expect((await inner.get(storedAs))?.version).toBe(first.value?.version)
  })
})

describe('a process that was busy for a moment', () => {
  const caches: { close(): void }[] = []
  afterEach(() => {
    for (const cache of caches.splice(0)) cache.close()
  })
  it('does not take its own delay for the store’s', async () => {
    const inner = coordinatedStore({ now: () => Date.now() })
    const { coordinate } = inner
    const store: TokenStore = {
      ...inner,
      coordinate: {
        ...coordinate,
        // The answer comes by I/O, as from a socket, within a millisecond.
        readOrLock: (request) => stat('.').then(() => coordinate.readOrLock(request)),
      },
    }
    const events: TokenCacheEvent[] = []
    const cache = createTokenCache({ store, onEvent: (event) => void events.push(event) })
    caches.push(cache)
    const fetchToken = async () => ({ accessToken: 'one', expiresIn: 900 })
    const pending = cache.source({ key: key(), fetchToken }).get()
    const end = performance.now() + 300
    while (performance.now() < end) {}
    await pending
    expect(events.map(({ type }) => type)).not.toContain('store-paused')
  })
})

describe('the pause of a process that was alone', () => {
  it('ends when the store answers, whatever it has', () => {
    const alone = [get(0), unavailable(0.3), minted(0.5)]
    const paused = [...alone, rejected(30, 'v1'), get(30), unavailable(30.3, 2)]
    // What was fetched alone had been published; the rejection could not be told.
    const back = [...paused, get(40), found(40, { flight: 3, version: 'v1', ageMs: 40_000 })]
    expect(run(back, exclusive).effects).toEqual(['lock 3 replacing v1'])
  })

  it('is no reason to tell that nothing comes, once the token is gone that it was for', () => {
    const shared = [
      get(0),
      granted(0),
      minted(0.2),
      { ...found(0.2), type: 'committed', result: 'written' } as never,
    ]
    const gone = [...shared, get(720), unavailable(720.3, 2), rejected(720.5, 'v1')]
    // And `get` would fetch.
    const { effects } = run([...gone, get(720.5), unavailable(720.5, 3)], fleet)
    expect(effects).toEqual(['fetch 3'])
    expect(run(gone, fleet).effects).toEqual(['drop', 'forget v1', 'renewed'])
  })
})

describe('a probe whose request ended without a word (Workers)', () => {
  it('does not keep the store away for ever', async () => {
    let mono = 0
    let fire = (): void => {}
    const guard = createStoreGuard({
      monotonic: () => mono,
      setTimer: (callback) => {
        fire = callback
        return () => {}
      },
    })
    const onChange = () => {}
    const first = guard({ run: () => new Promise(() => {}), onChange })
    fire()
    expect(await first).toEqual({ problem: 'timeout' })
    mono += 1_000
    // Its timer never comes, nor does its answer.
    void guard({ run: () => new Promise(() => {}), onChange })
    mono += 3_600_000
    expect(await guard({ run: async () => 'hit', onChange })).toEqual({ value: 'hit' })
  })
})

describe('a token that was issued within the time limit', () => {
  it('reaches its callers, however long the store takes then', async () => {
    const { open, pass, answer, faults } = createFleet()
    faults.commit = () => new Promise(() => {})
    const { ask, source } = open({ fetchTimeoutMs: 1_000 })
    const seen = ask()
    await pass(900)
    await answer('one')
    await pass(300)
    expect(seen.reason).toBeUndefined()
    expect(source.peek()?.value).toBe('one')
  })
})

describe('a store that fails slowly', () => {
  it('costs a cold call 250 ms, not twice that', async () => {
    const { open, pass, faults, requests, options } = createFleet()
    const slow = () =>
      new Promise<never>((_, reject) => {
        options.runtime.setTimer(() => reject(new Error('Command timed out')), 200)
      })
    Object.assign(faults, { readOrLock: slow, get: slow })
    open().ask()
    await pass(300)
    expect(requests).toHaveLength(1)
  })
})

describe('what events say', () => {
  it('a store that refuses connections is not back', async () => {
    const { open, pass, faults, types, answer } = createFleet()
    faults.readOrLock = () => new Promise(() => {})
    faults.commit = () => new Promise(() => {})
    open().ask()
    await pass(260)
    await answer('one')
    const refuse = () => Promise.reject(new Error('ECONNREFUSED'))
    Object.assign(faults, { readOrLock: refuse, get: refuse, commit: refuse, release: refuse })
    await pass(5_000)
    expect(types()).not.toContain('store-back')
  })

  it('a lease that was given up with its commit is not lost', async () => {
    const { open, pass, faults, types, answer, calls } = createFleet()
    const seen = open().ask()
    await settle()
    const answers: (() => void)[] = []
    // Both take effect in the order in which they were called; both answers come in one packet.
    const slow = (run: () => Promise<unknown>) => {
      const done = run()
      return new Promise<unknown>((resolve) => answers.push(() => resolve(done)))
    }
    Object.assign(faults, { commit: slow, renew: slow })
    await pass(990)
    await answer('one')
    await pass(10)
    expect(calls.slice(0, 2)).toEqual(['readOrLock', 'commit'])
    for (const come of answers) come()
    await settle()
    expect(seen.value?.value).toBe('one')
    expect(types()).not.toContain('lease-lost')
  })

  it('a lease that was lost while the process was stopped is told', async () => {
    const { open, faults, types, answer, world, requests } = createFleet()
    const stopped = open()
    stopped.ask()
    await settle()
    // SIGSTOP: time goes on, timers do not.
    world.wall += 3_100
    world.mono += 3_100
    open().ask()
    await settle()
    expect(requests).toHaveLength(2)
    delete faults.renew
    await answer('one', requests[0])
    await answer('two', requests[1])
    expect(types()).toContain('lease-lost')
  })

  it('a process that only waited has not failed to fetch', async () => {
    const { open, pass, events } = createFleet()
    open({ fetchTimeoutMs: 60_000 }).ask()
    await settle()
    events.length = 0
    open({ fetchTimeoutMs: 20_000 }).ask()
    await pass(20_010)
    expect(events.map(({ type }) => type)).not.toContain('fetch-failed')
  })

  it('a failed fetch took as long as the fetch, not as long as the wait for the lease', async () => {
    const { open, pass, events, requests } = createFleet()
    open().ask()
    await settle()
    open().ask()
    await pass(10_000)
    requests[0]?.refuse(new Error('503'))
    await pass(100)
    events.length = 0
    requests[1]?.refuse(new Error('503'))
    await settle()
    const failed = events.find(({ type }) => type === 'fetch-failed') as { tookMs?: number } | undefined
    expect(failed?.tookMs).toBeLessThan(1_000)
  })

  it('a codec that cannot seal is told', async () => {
    const { open, answer, polled: store, types, pass, requests } = createFleet()
    const codec = {
      seal: () => Promise.reject(new Error('KMS')),
      open: async () => ({ unreadable: 'unknown-format' }) as const,
    }
    open({ store: { ...store, codec } }).ask()
    await settle()
    await answer('one')
    await pass(100)
    expect(requests).toHaveLength(1)
    expect(types()).toContain('store-failed')
  })
})

describe('exclusive: whose token is the living one', () => {
  const shared = [
    get(0),
    granted(0),
    minted(0.2),
    {
      type: 'committed',
      at: found(0.2).type && { wall: 1_800_000_000_200, mono: 7_200 },
      flight: 1,
      result: 'written',
    } as never,
  ]

  it('a newer one of the store is adopted, though it is shorter', () => {
    const newer = found(100, { flight: 2, ageMs: 1_000, lifetimeMs: 300_000 })
    expect(run([...shared, get(100), newer], exclusive).effects).toEqual(['keep shared', 'settle 2'])
  })

  it('one that is older than the last that we know of is not adopted', () => {
    const old = found(0, { version: 'v0', ageMs: 0 })
    const alone = [
      get(0),
      old,
      rejected(30, 'v0'),
      get(30),
      unavailable(30.3, 2),
      minted(30.5, { flight: 2, version: 'v1' }),
      confirmed(31, 'v1'),
    ]
    const killed = [...alone, rejected(80, 'v1'), get(80), unavailable(80.3, 3)]
    const back = [...killed, get(90), found(90, { flight: 4, version: 'v0', ageMs: 90_000 })]
    expect(run(back, exclusive).effects).toEqual(['lock 4 replacing v0'])
  })
})

describe('a clock that is set back', () => {
  it('makes no published token live longer', async () => {
    const { open, pass, answer, faults, inner, jumpWall, world } = createFleet()
    const refuse = () => Promise.reject(new Error('store'))
    Object.assign(faults, { readOrLock: refuse, get: refuse, commit: refuse })
    open().ask()
    await settle()
    await answer('one')
    await pass(300_000, 1_000)
    jumpWall(-600_000)
    delete faults.commit
    await pass(31_000, 1_000)
    const hit = await inner.get(storedAs)
    expect(world.mono).toBeGreaterThan(300_000)
    expect(hit?.ttlMs).toBeLessThanOrEqual(600_000)
  })
})

describe('a store whose records nobody can read', () => {
  it('is not asked in a loop without a pause', async () => {
    const { open, polled: store } = createFleet()
    let asked = 0
    const coordinate = {
      ...store.coordinate,
      readOrLock: async () => {
        asked += 1
        if (asked > 500) return { status: 'granted' }
        return { status: 'hit', hit: { version: `w${asked}`, data: '?', ttlMs: 1_000 } }
      },
    } as unknown as StoreCoordination
    open({ store: { ...store, coordinate } }).ask()
    await settle()
    expect(asked).toBeLessThan(10)
  })
})
