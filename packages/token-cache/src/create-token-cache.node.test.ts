import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createWorld, key, START, settle, watch } from '../test/virtual-world.js'
import { createTokenCache, type FetchedToken, TokenCacheError, type TokenSourceOptions } from './index.js'

function create(changes: Partial<TokenSourceOptions> = {}, random = 0) {
  const virtual = createWorld({ random })
  const cache = createTokenCache(virtual.options)
  const source = cache.source({ key: key(), fetchToken: virtual.fetchToken, ...changes })
  return { ...virtual, cache, source }
}

/** A source that already holds a token. */
async function createKept(fetched: FetchedToken = { accessToken: 'first', expiresIn: 900 }) {
  const created = create()
  const first = created.source.get()
  created.last().answer(fetched)
  return { ...created, token: await first }
}

const timedOut = expect.objectContaining({
  code: 'ERR_TOKEN_CACHE_FETCH_TIMEOUT',
  detail: { provider: 'bank', timeoutMs: 30_000, retryable: true },
})
const closed = expect.objectContaining({
  code: 'ERR_TOKEN_CACHE_CLOSED',
  detail: { provider: 'bank', retryable: false },
})

describe('source.get', () => {
  it('fetches once for a thousand callers', async () => {
    const { source, requests, last } = create()
    const callers = Array.from({ length: 1_000 }, () => source.get())
    last().answer({ accessToken: 'first', expiresIn: 900 })
    const tokens = await Promise.all(callers)
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]?.value).toBe('first')
    expect(requests).toHaveLength(1)
  })

  it('starts the fetch before it returns', () => {
    const { source, requests } = create()
    source.get()
    expect(requests).toHaveLength(1)
  })

  it('answers later callers from the cache, with one promise', async () => {
    const { source, requests, token, advance } = await createKept()
    advance(719_999)
    expect(source.get()).toBe(source.get())
    expect(await source.get()).toBe(token)
    expect(requests).toHaveLength(1)
  })

  it('dates the token from the start of the request', async () => {
    const { source, last, advance } = create()
    const first = source.get()
    advance(5_000)
    last().answer({ accessToken: 'first', expiresIn: 900 })
    expect(await first).toMatchObject({ version: 'v1', expiresAt: START + 900_000 })
  })

  it('serves the former token in the soft window and renews it behind', async () => {
    const { source, requests, token, advance, last } = await createKept()
    advance(720_000)
    expect(await source.get()).toBe(token)
    expect(await source.get()).toBe(token)
    expect(requests).toHaveLength(2)
    last().answer({ accessToken: 'second', expiresIn: 900 })
    await settle()
    expect(await source.get()).toMatchObject({ value: 'second', version: 'v2' })
    expect(requests).toHaveLength(2)
  })

  it('waits for the renewal once the former token is past its hard end', async () => {
    const { source, requests, advance, last } = await createKept()
    advance(870_000)
    const caller = watch(source.get())
    await settle()
    expect(caller.state).toBe('pending')
    last().answer({ accessToken: 'second', expiresIn: 900 })
    await settle()
    expect(caller.value).toMatchObject({ value: 'second' })
    expect(requests).toHaveLength(2)
  })

  it('never fetches while nobody asks', async () => {
    const { requests, advance, timers } = await createKept()
    advance(3_600_000)
    await settle()
    expect(requests).toHaveLength(1)
    expect(timers.size).toBe(0)
  })

  it('fetches for a caller who needs more validity, and hands on what comes', async () => {
    const { source, requests, token, advance, last } = await createKept()
    advance(270_001)
    expect(await source.get({ minValidityMs: 599_999 })).toBe(token)
    const demanding = watch(source.get({ minValidityMs: 600_000 }))
    expect(await source.get()).toBe(token)
    await settle()
    expect(demanding.state).toBe('pending')
    last().answer({ accessToken: 'second', expiresIn: 60 })
    await settle()
    expect(demanding.value).toMatchObject({ value: 'second' })
    expect(requests).toHaveLength(2)
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '60', null])(
    'refuses minValidityMs %s',
    async (wrong) => {
      const { source, requests } = create()
      const asked = Reflect.apply(source.get, undefined, [{ minValidityMs: wrong }])
      await expect(asked).rejects.toThrow('"minValidityMs" must be milliseconds, 0 or more')
      await expect(asked).rejects.toBeInstanceOf(TypeError)
      expect(requests).toHaveLength(0)
    },
  )
})

describe('a failing fetch', () => {
  it('rejects every waiter with the same error, and the next caller tries again', async () => {
    const { source, requests, last } = create()
    const callers = Array.from({ length: 200 }, () => watch(source.get()))
    const error = new Error('503')
    last().refuse(error)
    await settle()
    expect(requests).toHaveLength(1)
    expect(callers.every((caller) => caller.reason === error)).toBe(true)
    const next = source.get()
    expect(requests).toHaveLength(2)
    last().answer({ accessToken: 'second', expiresIn: 900 })
    expect(await next).toMatchObject({ value: 'second' })
  })

  it('may be one that throws before it returns a promise', async () => {
    const error = new Error('no key configured')
    const { source } = create({
      fetchToken: () => {
        throw error
      },
    })
    await expect(source.get()).rejects.toBe(error)
    await expect(source.get()).rejects.toBe(error)
    await expect(source.get()).rejects.toMatchObject({
      code: 'ERR_TOKEN_CACHE_PAUSED',
      detail: { provider: 'bank', retryAfterMs: 500, retryable: true },
      cause: error,
    })
  })

  it.each([
    { accessToken: '', field: 'accessToken' },
    { accessToken: undefined, field: 'accessToken' },
    { accessToken: 7, field: 'accessToken' },
    { accessToken: 'first', expiresIn: '900', field: 'expiresIn' },
    { accessToken: 'first', expiresIn: -1, field: 'expiresIn' },
    { accessToken: 'first', expiresIn: null, field: 'expiresIn' },
  ])('may be one that brings $accessToken for $expiresIn s', async ({ field, ...fetched }) => {
    const { source } = create({ fetchToken: async () => JSON.parse(JSON.stringify(fetched)) })
    await expect(source.get()).rejects.toEqual(
      expect.objectContaining({
        code: 'ERR_TOKEN_CACHE_BAD_TOKEN',
        detail: expect.objectContaining({ provider: 'bank', field }),
      }),
    )
    expect(source.peek()).toBeUndefined()
  })

  it.each([undefined, null, 'token', 7])('may be one that resolves to %s', async (fetched) => {
    const { source, last } = create()
    const caller = source.get()
    Reflect.apply(last().answer, undefined, [fetched])
    await expect(caller).rejects.toBeInstanceOf(TokenCacheError)
    await expect(caller).rejects.toHaveProperty('detail.field', 'accessToken')
  })

  it('needs a lifetime from somewhere', async () => {
    const without = create()
    const caller = without.source.get()
    without.last().answer({ accessToken: 'first' })
    await expect(caller).rejects.toHaveProperty('code', 'ERR_TOKEN_CACHE_NO_LIFETIME')

    const withDefault = create({ defaultLifetimeSeconds: 900 })
    const first = withDefault.source.get()
    withDefault.last().answer({ accessToken: 'first' })
    expect(await first).toHaveProperty('expiresAt', START + 900_000)
  })
})

describe('the time limit of a fetch', () => {
  it('rejects the waiters, aborts the fetch and drops what comes later', async () => {
    const { source, advance, last } = create()
    const caller = watch(source.get())
    const slow = last()
    advance(29_999)
    await settle()
    expect(caller.state).toBe('pending')
    advance(1)
    await settle()
    expect(caller.reason).toEqual(timedOut)
    expect(slow.signal.reason).toBe(caller.reason)
    slow.answer({ accessToken: 'late', expiresIn: 900 })
    await settle()
    expect(source.peek()).toBeUndefined()
  })

  it('can be set', async () => {
    const { source, advance } = create({ fetchTimeoutMs: 50 })
    const caller = watch(source.get())
    advance(50)
    await settle()
    expect(caller.reason).toHaveProperty('detail.timeoutMs', 50)
  })

  it('ends with the fetch', async () => {
    const { source, timers, last } = create()
    const caller = source.get()
    expect(timers.size).toBe(1)
    last().refuse(new Error('503'))
    await expect(caller).rejects.toThrow('503')
    expect(timers.size).toBe(0)
  })

  it('works on the real clock', async () => {
    const source = createTokenCache().source({
      key: key(),
      fetchTimeoutMs: 1,
      fetchToken: ({ signal }) =>
        new Promise((_, refuse) => signal.addEventListener('abort', () => refuse(new Error('aborted')))),
    })
    await expect(source.get()).rejects.toHaveProperty('code', 'ERR_TOKEN_CACHE_FETCH_TIMEOUT')
  })
})

describe("a caller's signal", () => {
  it('detaches that caller only', async () => {
    const { source, requests, last } = create()
    const leaving = new AbortController()
    const first = watch(source.get({ signal: leaving.signal }))
    const others = Array.from({ length: 99 }, () =>
      watch(source.get({ signal: new AbortController().signal })),
    )
    leaving.abort('gone')
    await settle()
    expect(first).toEqual({ state: 'rejected', reason: 'gone' })
    expect(last().signal.aborted).toBe(false)
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    expect(others.every(({ value }) => value?.value === 'first')).toBe(true)
    expect(requests).toHaveLength(1)
  })

  it('starts no fetch when it is aborted already, and is heeded on a hit too', async () => {
    const cold = create()
    await expect(cold.source.get({ signal: AbortSignal.abort('early') })).rejects.toBe('early')
    expect(cold.requests).toHaveLength(0)
    const { source } = await createKept()
    await expect(source.get({ signal: AbortSignal.abort('early') })).rejects.toBe('early')
  })

  it('is heeded when fetchToken itself aborts it', async () => {
    const controller = new AbortController()
    const { source } = create({
      fetchToken: () => {
        controller.abort('inside')
        return new Promise(() => {})
      },
    })
    await expect(source.get({ signal: controller.signal })).rejects.toBe('inside')
  })

  it('keeps no listener after ten thousand callers came and left', async () => {
    const { source, last } = create()
    const shared = new AbortController()
    for (let cycle = 0; cycle < 10_000; cycle += 1) {
      const own = new AbortController()
      source.get({ signal: own.signal }).catch(() => {})
      own.abort()
      if (cycle % 1_000 === 0) source.get({ signal: shared.signal })
      expect(getEventListeners(own.signal, 'abort')).toHaveLength(0)
    }
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    expect(getEventListeners(shared.signal, 'abort')).toHaveLength(0)
    for (let cycle = 0; cycle < 100; cycle += 1) await source.get({ signal: shared.signal })
    await settle()
    expect(getEventListeners(shared.signal, 'abort')).toHaveLength(0)
  })
})

describe('source.peek', () => {
  it('shows the kept token up to its hard end and never fetches', async () => {
    const { source, token, requests, advance } = await createKept()
    expect(source.peek()).toBe(token)
    advance(869_999)
    expect(source.peek()).toBe(token)
    advance(1)
    expect(source.peek()).toBeUndefined()
    await settle()
    expect(requests).toHaveLength(1)
    expect(create().source.peek()).toBeUndefined()
  })
})

describe('cache.close', () => {
  it('rejects waiters and later callers, aborts the fetch and drops what comes later', async () => {
    const { cache, source, last, timers } = create()
    const caller = watch(source.get())
    cache.close()
    cache.close()
    await settle()
    expect(caller.reason).toEqual(closed)
    expect(last().signal.aborted).toBe(true)
    expect(timers.size).toBe(0)
    last().answer({ accessToken: 'late', expiresIn: 900 })
    await settle()
    expect(source.peek()).toBeUndefined()
    await expect(source.get()).rejects.toEqual(closed)
  })

  it('forgets kept tokens', async () => {
    const { cache, source } = await createKept()
    cache.close()
    expect(source.peek()).toBeUndefined()
    await expect(source.get()).rejects.toEqual(closed)
    await expect(source.get({ minValidityMs: 1 })).rejects.toEqual(closed)
  })

  it('closes sources that are asked for later', async () => {
    const { cache, fetchToken, requests } = create()
    cache.close()
    await expect(cache.source({ key: key({ clientId: 'late' }), fetchToken }).get()).rejects.toEqual(closed)
    expect(requests).toHaveLength(0)
  })

  it('may come from within fetchToken', async () => {
    const virtual = createWorld()
    const cache = createTokenCache(virtual.options)
    const source = cache.source({
      key: key(),
      fetchToken: () => {
        cache.close()
        return Promise.resolve({ accessToken: 'late', expiresIn: 900 })
      },
    })
    await expect(source.get()).rejects.toEqual(closed)
    expect(source.peek()).toBeUndefined()
  })
})

describe('cache.source', () => {
  it('shares token and fetch between equal keys, and the first fetchToken runs', async () => {
    const { cache, source, last } = create()
    const second = cache.source({
      key: key({ scope: [] }),
      fetchToken: () => Promise.reject(new Error('the second must not run')),
    })
    const both = [source.get(), second.get()]
    last().answer({ accessToken: 'first', expiresIn: 900 })
    const [a, b] = await Promise.all(both)
    expect(a).toBe(b)
    expect(second.peek()).toBe(a)
  })

  it('is not moved by a later change of the key object', async () => {
    const virtual = createWorld()
    const cache = createTokenCache(virtual.options)
    const scope = ['a']
    const source = cache.source({ key: key({ scope }), fetchToken: virtual.fetchToken })
    scope.push('b')
    const other = cache.source({ key: key({ scope }), fetchToken: virtual.fetchToken })
    source.get()
    other.get()
    expect(virtual.requests).toHaveLength(2)
  })

  it('shares nothing between caches', async () => {
    const one = await createKept()
    const other = create()
    expect(other.source.peek()).toBeUndefined()
    expect(one.source.peek()).toBeDefined()
  })

  it.each([
    { fetchToken: undefined, message: '"fetchToken" must be a function, got undefined' },
    { fetchToken: 'https://bank.example', message: '"fetchToken" must be a function, got string' },
    {
      defaultLifetimeSeconds: 0,
      message: '"defaultLifetimeSeconds" must be a number of seconds above 0, got 0',
    },
    { defaultLifetimeSeconds: -1, message: 'got -1' },
    { defaultLifetimeSeconds: Number.NaN, message: 'got NaN' },
    { defaultLifetimeSeconds: '900', message: 'got string' },
    {
      fetchTimeoutMs: 0,
      message: '"fetchTimeoutMs" must be milliseconds above 0, at most 2147483647, got 0',
    },
    { fetchTimeoutMs: 2_147_483_648, message: 'got 2147483648' },
    { fetchTimeoutMs: Number.POSITIVE_INFINITY, message: 'got Infinity' },
    { fetchTimeoutMs: '30', message: 'got string' },
    { rotation: 'never', message: '"rotation" must be one of unknown, exclusive, independent, got string' },
    { rotation: null, message: 'got null' },
    { rotation: 'toString', message: 'got string' },
    { key: undefined, message: '"key" must be an object, got undefined' },
  ])('refuses what it cannot use: $message', ({ message, ...wrong }) => {
    const { cache, fetchToken } = create()
    const options = { key: key(), fetchToken, ...wrong }
    const refused = () => Reflect.apply(cache.source, undefined, [options])
    expect(refused).toThrow(TypeError)
    expect(refused).toThrow(message)
  })

  it.each(['now', 'onEvent', 'waitUntil'])('refuses a cache whose %s is no function', (field) => {
    expect(() => createTokenCache({ [field]: 1 })).toThrow(
      new TypeError(`"${field}" must be a function, got 1`),
    )
  })

  it.each(['monotonic', 'random', 'randomId', 'setTimer'])(
    'refuses a cache whose runtime.%s is no function',
    (field) => {
      expect(() => createTokenCache({ runtime: { [field]: 1 } })).toThrow(
        new TypeError(`"${field}" must be a function, got 1`),
      )
    },
  )

  it.each([
    { options: { runtime: null }, message: '"runtime" must be an object, got null' },
    { options: { runtime: 7 }, message: '"runtime" must be an object, got 7' },
    { options: { joinFetches: 'yes' }, message: '"joinFetches" must be true or false, got string' },
    { options: { store: null }, message: '"store" must be a TokenStore, got null' },
    { options: { store: 'redis://' }, message: '"store" must be a TokenStore, got string' },
    { options: { store: { get() {} } }, message: '"store.set" must be a function, got undefined' },
    { options: { store: { get() {}, set() {}, delete() {} } }, message: '"codec" must be keyring' },
  ])('refuses a cache with $message', ({ options, message }) => {
    const refused = () => Reflect.apply(createTokenCache, undefined, [options])
    expect(refused).toThrow(TypeError)
    expect(refused).toThrow(message)
  })

  it('has defaults for time and chance', async () => {
    const cache = createTokenCache()
    const fetchToken = async () => ({ accessToken: 'real', expiresIn: 900 })
    const before = Date.now()
    const one = await cache.source({ key: key(), fetchToken }).get()
    const two = await cache.source({ key: key({ clientId: 'other' }), fetchToken }).get()
    expect(one.version).toMatch(/^[0-9a-f]{24}$/)
    expect(two.version).not.toBe(one.version)
    expect(one.expiresAt - 900_000).toBeGreaterThanOrEqual(before)
    expect(one.expiresAt - 900_000).toBeLessThanOrEqual(Date.now())
  })
})
