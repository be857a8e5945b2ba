import { describe, expect, it } from 'vitest'
import { createTokenCache, type StoreCoordination, type TokenStore } from '../src/index.js'
import { coordinatedStore } from './coordinated-store.js'
import { createFleet } from './virtual-fleet.js'
import { key, settle, storedAs, watch } from './virtual-world.js'

describe('a fleet', () => {
  it.each(['polled', 'watched'] as const)('fetches one token, and all get it (%s)', async (how) => {
    const created = createFleet()
    const { open, pass, answer, requests, timers } = created
    const processes = Array.from({ length: 8 }, () => open({ store: created[how] }))
    const seen = processes.map(({ ask }) => ask())
    await settle()
    expect(requests).toHaveLength(1)
    await pass(100)
    await answer('one')
    if (how === 'watched') await settle()
    else await pass(60)
    expect(seen.map(({ value }) => value?.value)).toEqual(Array(8).fill('one'))
    expect(new Set(seen.map(({ value }) => value?.version)).size).toBe(1)
    expect(requests).toHaveLength(1)
    expect(timers.size).toBe(0)
  })

  it('waits for the leader, however slow it is, up to its own limit', async () => {
    const { open, pass, answer, requests, types, events } = createFleet()
    const [leader, follower] = [open({ fetchTimeoutMs: 60_000 }), open({ fetchTimeoutMs: 20_000 })]
    leader.ask()
    await settle()
    const seen = follower.ask()
    await pass(19_990)
    expect(seen.state).toBe('pending')
    await pass(10)
    expect(seen.reason).toMatchObject({
      code: 'ERR_TOKEN_CACHE_LEASE_TIMEOUT',
      detail: { timeoutMs: 20_000 },
    })
    expect(requests).toHaveLength(1)
    expect(types()).not.toContain('lease-lost')
    expect(events.find(({ type }) => type === 'waiting')).toMatchObject({ heldMs: 3_000 })
    await answer('one')
    expect(leader.source.peek()?.value).toBe('one')
  })

  it('goes on without a leader that has died, when its lease is over', async () => {
    const { open, pass, answer, requests, faults } = createFleet()
    open().ask()
    await settle()
    // Nobody renews any more.
    faults.renew = 'rejects'
    const seen = open().ask()
    await pass(2_990)
    expect(requests).toHaveLength(1)
    await pass(60)
    expect(requests).toHaveLength(2)
    delete faults.renew
    await answer('two')
    expect(seen.value?.value).toBe('two')
  })

  it('lets the next one try at once when the leader fails', async () => {
    const { open, pass, answer, requests, last } = createFleet()
    const first = open().ask()
    await settle()
    const second = open().ask()
    await settle()
    last().refuse(new Error('503'))
    await pass(60)
    expect(first.reason).toMatchObject({ message: '503' })
    expect(requests).toHaveLength(2)
    await answer('two')
    expect(second.value?.value).toBe('two')
  })

  it.each([
    { rotation: 'independent', waits: 0 },
    { rotation: 'unknown', waits: 3_000 },
    { rotation: 'exclusive', waits: 3_000 },
  ] as const)('after a leader that was closed in mid-fetch goes on in $waits ms ($rotation)', async (end) => {
    const { open, pass, requests } = createFleet()
    const leader = open(end)
    leader.ask()
    await settle()
    open(end).ask()
    await settle()
    leader.cache.close()
    // An aborted request may be carried out all the same, and end the token of one that came too soon.
    await pass(end.waits - 40)
    expect(requests).toHaveLength(1)
    await pass(100)
    expect(requests).toHaveLength(2)
  })

  it('uses what was faster when the leader was away for longer than its lease', async () => {
    const { open, pass, answer, requests, faults, events } = createFleet()
    const frozen = open({ rotation: 'exclusive' })
    const first = frozen.ask()
    await settle()
    faults.renew = 'rejects'
    const second = open({ rotation: 'exclusive' }).ask()
    await pass(3_060)
    await answer('two', requests[1])
    await answer('one', requests[0])
    expect([first.value?.value, second.value?.value]).toEqual(['two', 'two'])
    expect(frozen.source.peek()?.value).toBe('two')
    expect(events).toContainEqual(expect.objectContaining({ type: 'overtaken' }))
  })

  it('says so when a lease is lost during a fetch, and goes on', async () => {
    const { open, pass, answer, faults, types, calls } = createFleet()
    const seen = open().ask()
    await settle()
    faults.renew = 'lost'
    await pass(5_000)
    expect(types().filter((type) => type === 'lease-lost')).toHaveLength(1)
    expect(calls.filter((name) => name === 'renew')).toHaveLength(1)
    await answer('one')
    expect(seen.value?.value).toBe('one')
  })

  it('renews for all, serving the old token meanwhile', async () => {
    const { open, pass, answer, requests, advance } = createFleet()
    const [one, two] = [open(), open()]
    one.ask()
    await settle()
    await answer('one')
    two.ask()
    await settle()
    advance(720_000)
    const [old, other] = [one.ask(), two.ask()]
    await settle()
    expect([old.value?.value, other.value?.value]).toEqual(['one', 'one'])
    expect(requests).toHaveLength(2)
    await answer('two')
    await pass(60)
    expect([one.source.peek()?.value, two.source.peek()?.value]).toEqual(['two', 'two'])
    expect(requests).toHaveLength(2)
  })

  it('adopts what has followed a rejected token, without a fetch', async () => {
    const { open, answer, requests, advance } = createFleet()
    const [one, two] = [open(), open()]
    const first = one.ask()
    await settle()
    await answer('one')
    two.ask()
    await settle()
    advance(6_000)
    if (first.value) expect(one.source.invalidate(first.value)).toBe('renewed')
    one.ask()
    await settle()
    await answer('two')
    advance(1_000)
    if (first.value) expect(two.source.invalidate(first.value)).toBe('renewed')
    const seen = two.ask()
    await settle()
    expect(seen.value?.value).toBe('two')
    expect(requests).toHaveLength(2)
  })

  it('hears within 5 s of a token that ended its own', async () => {
    const { open, answer, requests, pass, advance } = createFleet()
    const [one, two] = [open({ rotation: 'exclusive' }), open({ rotation: 'exclusive' })]
    const first = one.ask()
    await settle()
    await answer('one')
    two.ask()
    await settle()
    advance(6_000)
    if (first.value) one.source.invalidate(first.value)
    one.ask()
    await settle()
    await answer('two')
    // The call that finds it due gets the old one; a moment later the new one is there.
    two.ask()
    await pass(10)
    expect((await two.source.get()).value).toBe('two')
    expect(requests).toHaveLength(2)
  })
})

describe('a store that is gone', () => {
  it.each(['rejects', 'hangs'] as const)(
    'and %s costs a cold call 250 ms at most, and a valid token nothing',
    async (fault) => {
      const { open, answer, advance, faults, requests, pass } = createFleet()
      const source = open()
      Object.assign(faults, { get: fault, readOrLock: fault, renew: fault, commit: fault, release: fault })
      const seen = source.ask()
      await settle()
      if (fault === 'hangs') await pass(250)
      expect(requests).toHaveLength(1)
      await answer('one')
      expect(seen.value?.value).toBe('one')
      advance(720_000)
      expect((await source.source.get()).value).toBe('one')
      await pass(260)
      expect(requests).toHaveLength(1)
    },
  )

  it('is given the token when it is back', async () => {
    const { open, answer, faults, pass, types, requests } = createFleet()
    Object.assign(faults, { readOrLock: 'hangs', commit: 'hangs' })
    open().ask()
    await pass(250)
    await answer('one')
    expect(types()).toContain('store-paused')
    await pass(5_000)
    for (const name of ['readOrLock', 'commit'] as const) delete faults[name]
    await pass(10_000)
    expect(types()).toContain('store-back')
    const seen = open().ask()
    await settle()
    expect(seen.value?.value).toBe('one')
    expect(requests).toHaveLength(1)
  })

  it('is not given a token that was rejected meanwhile', async () => {
    const { open, answer, faults, pass, advance, inner } = createFleet()
    Object.assign(faults, { readOrLock: 'rejects', get: 'rejects', commit: 'rejects' })
    const { source, ask } = open()
    const first = ask()
    await settle()
    await answer('one')
    advance(6_000)
    if (first.value) source.invalidate(first.value)
    delete faults.commit
    await pass(60_000, 1_000)
    expect(await inner.get(storedAs)).toBeUndefined()
  })

  it('is not given a token after the cache was closed', async () => {
    const { open, answer, faults, pass, timers, inner } = createFleet()
    Object.assign(faults, { readOrLock: 'rejects', get: 'rejects', commit: 'rejects' })
    const { cache, ask } = open()
    ask()
    await settle()
    await answer('one')
    expect(timers.size).toBe(1)
    cache.close()
    expect(timers.size).toBe(0)
    delete faults.commit
    await pass(60_000, 1_000)
    expect(await inner.get(storedAs)).toBeUndefined()
  })

  it('that grants a lease too late is given it back', async () => {
    const { open, pass, answer, faults, late, requests, calls } = createFleet()
    faults.readOrLock = 'late'
    const seen = open().ask()
    await pass(250)
    expect(requests).toHaveLength(1)
    await answer('one')
    expect(seen.value?.value).toBe('one')
    delete faults.readOrLock
    for (const take of late) await take()
    await settle()
    expect(calls).toContain('release')
  })

  it('that granted a lease which nobody gives up is given the token when that has ended', async () => {
    const { open, pass, answer, faults, late, inner } = createFleet()
    Object.assign(faults, { readOrLock: 'late', release: 'rejects' })
    open().ask()
    await pass(250)
    for (const take of late) await take()
    await answer('one')
    expect(await inner.get(storedAs)).toBeUndefined()
    await pass(10_000)
    expect(await inner.get(storedAs)).toBeDefined()
  })

  it('for one key, as one node of a cluster is, is left alone for that key and no other', async () => {
    const { polled, inner, options, fetchToken, requests, pass } = createFleet()
    const readOrLock: StoreCoordination['readOrLock'] = ({ key }) =>
      key === storedAs ? new Promise(() => {}) : Promise.resolve({ status: 'held', heldMs: 3_000 })
    const store: TokenStore = { ...polled, coordinate: { ...inner.coordinate, readOrLock } }
    const cache = createTokenCache({ ...options, store })
    watch(cache.source({ key: key(), fetchToken }).get())
    await pass(250)
    expect(requests).toHaveLength(1)
    // Another process fetches this one, so that nobody else may.
    watch(cache.source({ key: key({ provider: 'other' }), fetchToken }).get())
    await pass(500)
    expect(requests).toHaveLength(1)
  })

  it('that can only be read still has its token', async () => {
    const { open, answer, faults, requests } = createFleet()
    open().ask()
    await settle()
    await answer('one')
    faults.readOrLock = 'rejects'
    const seen = open().ask()
    await settle()
    expect(seen.value?.value).toBe('one')
    expect(requests).toHaveLength(1)
  })

  it('makes a second token wait where it would end another process’s', async () => {
    const { open, answer, advance, faults, requests } = createFleet()
    Object.assign(faults, { get: 'rejects', readOrLock: 'rejects', commit: 'rejects' })
    const one = open({ rotation: 'exclusive' })
    const first = one.ask()
    await settle()
    await answer('one')
    advance(30_000)
    if (first.value) one.source.invalidate(first.value)
    const seen = one.ask()
    await settle()
    expect(seen.reason).toMatchObject({
      code: 'ERR_TOKEN_CACHE_STORE_UNAVAILABLE',
      detail: { retryAfterMs: 195_000, retryable: true },
    })
    expect(requests).toHaveLength(1)
    advance(195_000)
    one.ask()
    await settle()
    expect(requests).toHaveLength(2)
  })
})

describe('a store that answers nonsense', () => {
  it.each([
    undefined,
    null,
    7,
    'granted',
    {},
    { status: 'held' },
    { status: 'held', heldMs: -1 },
    { status: 'hit' },
    { status: 'hit', hit: {} },
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap')
        },
      },
    ),
  ])('instead of a lease is passed over (%#)', async (nonsense) => {
    const { open, answer, polled, requests } = createFleet()
    const coordinate = {
      ...polled.coordinate,
      readOrLock: async () => nonsense,
    } as unknown as StoreCoordination
    const seen = open({ store: { ...polled, coordinate } }).ask()
    await settle()
    expect(requests).toHaveLength(1)
    await answer('one')
    expect(seen.value?.value).toBe('one')
  })

  it('and insists on the token that is to be replaced keeps nobody', async () => {
    const { open, answer, polled, requests, advance } = createFleet()
    const first = open().ask()
    await settle()
    await answer('one')
    const hit = await polled.get(storedAs)
    const coordinate = {
      ...polled.coordinate,
      readOrLock: async () => ({ status: 'hit', hit }),
    } as unknown as StoreCoordination
    const stubborn = open({ store: { ...polled, coordinate }, rotation: 'independent' })
    expect((await stubborn.source.get()).version).toBe(first.value?.version)
    advance(720_000)
    void stubborn.source.get()
    await settle()
    expect(requests).toHaveLength(2)
  })
})

describe('a store’s coordination', () => {
  it.each([7, null, {}, { readOrLock: async () => {} }])(
    'that lacks an operation is refused (%#)',
    (coordinate) => {
      const store = { ...coordinatedStore({ now: () => 0 }), coordinate } as unknown as TokenStore
      expect(() => createTokenCache({ store })).toThrow(TypeError)
      expect(() => createTokenCache({ store })).toThrow(/"store\.coordinate/)
    },
  )

  it('may watch with something that throws', async () => {
    const { open, answer, polled, pass } = createFleet()
    const watchThat = () => {
      throw new Error('pub/sub')
    }
    const coordinate = { ...polled.coordinate, watch: watchThat } as StoreCoordination
    const store = { ...polled, coordinate }
    open({ store }).ask()
    await settle()
    const seen = open({ store }).ask()
    await settle()
    await answer('one')
    await pass(60)
    expect(seen.value?.value).toBe('one')
  })
})
