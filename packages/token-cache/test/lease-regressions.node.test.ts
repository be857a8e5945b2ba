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
import { createFleet } from './virtual-fleet.js'
import { key, settle, storedAs } from './virtual-world.js'

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
