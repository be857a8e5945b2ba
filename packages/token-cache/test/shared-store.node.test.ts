import { describe, expect, it } from 'vitest'
import { createTokenCache, type StoreHit, type TokenCodec, type TokenStore } from '../src/index.js'
import { memoryStore } from '../src/memory-store.js'
import { createWorld, key, settle, storedAs, watch } from './virtual-world.js'

const forge = (expiresAt: string, text: string) => `p1.${expiresAt}.["${storedAs}","v"].${text}`
/** A record that is adopted, if its time to live is a number. */
const LIVING = forge('1900000000000', '["forged",900000]')

type Fault = 'rejects' | 'throws' | 'hangs'

/** A store that can be made to fail, one operation at a time. */
function create() {
  const virtual = createWorld()
  const memory = memoryStore({ now: virtual.options.now, monotonic: virtual.options.runtime.monotonic })
  const faults: { get?: Fault; set?: Fault; delete?: Fault } = {}
  const answers: { get?: unknown } = {}
  const calls: string[] = []
  function operate<T>(name: keyof typeof faults, run: () => Promise<T>): Promise<T> {
    calls.push(name)
    if (faults[name] === 'throws') throw new Error('store')
    if (faults[name] === 'rejects') return Promise.reject(new Error('store'))
    return faults[name] === 'hangs' ? new Promise(() => {}) : run()
  }
  const store: TokenStore = {
    codec: 'plaintext',
    get: (name) =>
      operate('get', async () => ('get' in answers ? (answers.get as StoreHit) : memory.get(name))),
    set: (entry) => operate('set', () => memory.set(entry)),
    delete: (which) => operate('delete', () => memory.delete(which)),
  }
  /** One process of the fleet. */
  const open = () =>
    createTokenCache({ ...virtual.options, store }).source({ key: key(), fetchToken: virtual.fetchToken })
  const ask = async (source: ReturnType<typeof open>, accessToken?: string, expiresIn = 900) => {
    const seen = watch(source.get())
    await settle()
    if (accessToken !== undefined) virtual.last().answer({ accessToken, expiresIn })
    await settle()
    return seen
  }
  return { ...virtual, store, faults, answers, calls, open, ask }
}

describe('a shared store', () => {
  it('gives the token of one process to the next, with the age that it has', async () => {
    const { open, ask, requests, advance, events } = create()
    const first = await ask(open(), 'first')
    advance(300_000)
    const other = open()
    const adopted = await ask(other)
    expect(adopted.value).toMatchObject({
      value: 'first',
      version: first.value?.version,
      expiresAt: first.value?.expiresAt,
    })
    expect(events.at(-1)).toMatchObject({ type: 'adopted', version: 'v1', remainingMs: 600_000 })
    // The copy does not live longer than the original.
    advance(569_999)
    expect(other.peek()).toBeDefined()
    advance(1)
    expect(other.peek()).toBeUndefined()
    expect(requests).toHaveLength(1)
  })

  it('is asked at the soft end, so that one of the fleet renews for all', async () => {
    const { open, ask, requests, advance } = create()
    const [one, two] = [open(), open()]
    await ask(one, 'first')
    await ask(two)
    advance(720_000)
    await ask(one, 'second')
    await ask(two)
    expect([one.peek()?.value, two.peek()?.value]).toEqual(['second', 'second'])
    expect(requests).toHaveLength(2)
  })

  it('loses the rejected token before anybody reads it again', async () => {
    const { open, ask, requests, advance, calls } = create()
    const [one, two] = [open(), open()]
    const first = await ask(one, 'first')
    await ask(two)
    advance(5_000)
    if (first.value) expect(one.invalidate(first.value)).toBe('renewed')
    await ask(one, 'second')
    expect(calls.slice(-3)).toEqual(['delete', 'get', 'set'])
    // The late report of the other process deletes nothing, and it adopts what has followed.
    if (first.value) expect(two.invalidate(first.value)).toBe('renewed')
    expect((await ask(two)).value).toMatchObject({ value: 'second' })
    expect((await ask(open())).value).toMatchObject({ value: 'second' })
    expect(requests).toHaveLength(2)
  })

  it('is not given a token that was rejected while it was being sealed', async () => {
    const { store, options, fetchToken, last, advance, calls } = create()
    let sealed = (_: string) => {}
    const codec: TokenCodec = {
      seal: () =>
        new Promise((resolve) => {
          sealed = resolve
        }),
      open: async () => ({ unreadable: 'unknown-format' }),
    }
    const source = createTokenCache({ ...options, store: { ...store, codec } }).source({
      key: key(),
      fetchToken,
    })
    const seen = watch(source.get())
    await settle()
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    advance(5_000)
    if (seen.value) source.invalidate(seen.value)
    sealed('data')
    await settle()
    expect(calls).toEqual(['get', 'delete'])
  })

  it('that answers under a wrong key is found out, sealed or not', async () => {
    const { open, ask, store, answers, options, fetchToken, last, events } = create()
    await ask(open(), 'first')
    answers.get = await store.get(storedAs)
    const cache = createTokenCache({ ...options, store })
    const seen = watch(cache.source({ key: key({ clientId: 'other' }), fetchToken }).get())
    await settle()
    last().answer({ accessToken: 'own', expiresIn: 900 })
    await settle()
    expect(seen.value).toMatchObject({ value: 'own' })
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'unreadable', reason: 'not-authentic', clientId: 'other' }),
    )
  })

  it('adopts what is written by hand as it is documented', async () => {
    const { open, ask, answers } = create()
    answers.get = { version: 'v', data: LIVING, ttlMs: 900_000 }
    expect((await ask(open())).value).toMatchObject({ value: 'forged', version: 'v' })
  })

  it('is not given what cannot be kept', async () => {
    const { open, ask, calls } = create()
    await ask(open(), 'once', 0)
    expect(calls).toEqual(['get'])
  })

  it('does not lengthen a life by the time that the request took', async () => {
    const { open, advance, last, store } = create()
    const seen = watch(open().get())
    await settle()
    advance(20_000)
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    expect(seen.value).toBeDefined()
    expect((await store.get(storedAs))?.ttlMs).toBe(880_000)
  })

  it('counts by the sealed expiry, less 5 s, where the store cannot tell the time', async () => {
    const { open, ask, store, answers, advance } = create()
    await ask(open(), 'first')
    const hit = await store.get(storedAs)
    advance(100_000)
    answers.get = { version: hit?.version, data: hit?.data }
    const source = open()
    expect((await ask(source)).value).toMatchObject({ value: 'first' })
    advance(764_999)
    expect(source.peek()).toBeDefined()
    advance(1)
    expect(source.peek()).toBeUndefined()
  })
})

describe('a store whose time to live is not that of the token', () => {
  it('brings no token back that is put into it again after its end', async () => {
    const { open, ask, store, advance, requests } = create()
    await ask(open(), 'first')
    const { version = '', data = '' } = (await store.get(storedAs)) ?? {}
    advance(905_000)
    await store.set({ key: storedAs, record: { version, data }, ttlMs: 900_000 })
    expect((await ask(open(), 'second')).value).toMatchObject({ value: 'second' })
    expect(requests).toHaveLength(2)
  })

  it('makes no token younger by more than 5 s when a write is late', async () => {
    const { open, ask, store, advance } = create()
    await ask(open(), 'first')
    const { version = '', data = '' } = (await store.get(storedAs)) ?? {}
    advance(600_000)
    await store.set({ key: storedAs, record: { version, data }, ttlMs: 900_000 })
    const other = open()
    expect((await ask(other)).value).toMatchObject({ value: 'first' })
    advance(274_999)
    expect(other.peek()).toBeDefined()
    advance(1)
    expect(other.peek()).toBeUndefined()
  })

  it('is told what is left after sealing, and is not told what ended meanwhile', async () => {
    const { store, options, fetchToken, last, advance, calls } = create()
    const seals: ((data: string) => void)[] = []
    const codec: TokenCodec = {
      seal: () => new Promise((resolve) => seals.push(resolve)),
      open: async () => ({ unreadable: 'unknown-format' }),
    }
    const ttls: number[] = []
    const set: TokenStore['set'] = async ({ ttlMs }) => {
      ttls.push(ttlMs)
    }
    const sealing = { ...store, codec, set }
    for (const provider of ['bank', 'other']) {
      const cache = createTokenCache({ ...options, store: sealing })
      void cache.source({ key: key({ provider }), fetchToken }).get()
      await settle()
      last().answer({ accessToken: provider, expiresIn: 900 })
      await settle()
    }
    advance(100_000)
    seals[0]?.('data')
    await settle()
    expect(ttls).toEqual([800_000])
    advance(800_000)
    seals[1]?.('data')
    await settle()
    expect(ttls).toEqual([800_000])
    expect(calls).toEqual(['get', 'get'])
  })
})

describe('a store that fails', () => {
  const faults: Fault[] = ['rejects', 'throws', 'hangs']

  it.each(faults)('and $0 never fails a call, cold or not', async (fault) => {
    const created = create()
    Object.assign(created.faults, { get: fault, set: fault, delete: fault })
    const { open, advance, last, requests, events, timers } = created
    const source = open()
    const seen = watch(source.get())
    await settle()
    if (fault === 'hangs') {
      expect(requests).toHaveLength(0)
      advance(249)
      await settle()
      expect(requests).toHaveLength(0)
      advance(1)
      await settle()
    }
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    expect(seen.value).toMatchObject({ value: 'first' })
    advance(5_000)
    await settle()
    if (seen.value) expect(source.invalidate(seen.value)).toBe('renewed')
    await settle()
    advance(250)
    await settle()
    const failed = events.filter(({ type }) => type === 'store-failed')
    const timeout = { problem: 'timeout', provider: 'bank', clientId: 'shop' }
    const error = { ...timeout, problem: 'error' }
    expect(failed.map(({ type: _, ...event }) => event)).toEqual(
      fault === 'hangs'
        ? [
            { ...timeout, operation: 'get' },
            // A second after that it is tried with one operation, and then left alone again.
            { ...timeout, operation: 'set' },
          ]
        : [
            { ...error, operation: 'get' },
            { ...error, operation: 'set' },
            { ...error, operation: 'set' },
            { ...error, operation: 'delete' },
          ],
    )
    expect(timers.size).toBe(0)
  })

  it.each(['open', 'seal'] as const)('because its codec hangs in %s has 250 ms', async (hanging) => {
    const { options, store, fetchToken, requests, last, advance, events, timers } = create()
    const codec: TokenCodec = {
      seal: async () => 'data',
      open: async () => ({ unreadable: 'unknown-key' }),
      [hanging]: () => new Promise(() => {}),
    }
    const get = async () => ({ version: 'v', data: 'data' })
    const cache = createTokenCache({ ...options, store: { ...store, codec, get } })
    const seen = watch(cache.source({ key: key(), fetchToken }).get())
    await settle()
    if (hanging === 'open') {
      expect(requests).toHaveLength(0)
      advance(250)
      await settle()
    }
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    expect(seen.value).toMatchObject({ value: 'first' })
    advance(250)
    await settle()
    const operation = hanging === 'open' ? 'get' : 'set'
    const failed = events.filter(({ type }) => type === 'store-failed')
    expect(failed).toMatchObject([{ operation, problem: 'timeout' }])
    cache.close()
    expect(timers.size).toBe(0)
  })

  it('costs a call with a token nothing', async () => {
    const { open, ask, faults: broken, advance } = create()
    const source = open()
    await ask(source, 'first')
    broken.get = 'hangs'
    advance(720_000)
    expect(await source.get()).toMatchObject({ value: 'first' })
  })

  it.each([
    7,
    'text',
    [],
    {},
    { version: 1, data: 'x' },
    { version: 'v', data: 7 },
    { version: 'v', data: 'x', ttlMs: '9' },
    { version: 'v', data: LIVING, ttlMs: Number.POSITIVE_INFINITY },
    { version: 'v', data: LIVING, ttlMs: Number.NaN },
    { version: 'v', data: LIVING, ttlMs: -1 },
    { version: 'v', data: forge('9999999999999999', '["forged",9000000000000000]') },
    { version: 'v', data: forge('2100000000000', '["forged",86400001]'), ttlMs: 3e11 },
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap')
        },
      },
    ),
    {
      version: 'v',
      data: LIVING,
      get ttlMs(): number {
        throw new Error('getter')
      },
    },
  ])('and answers nonsense is passed over (%#)', async (answer) => {
    const { open, ask, answers, events } = create()
    answers.get = answer
    expect((await ask(open(), 'first')).value).toMatchObject({ value: 'first' })
    expect(events.map(({ type }) => type)).toContain(
      events.some(({ type }) => type === 'unreadable') ? 'unreadable' : 'store-failed',
    )
  })
})
