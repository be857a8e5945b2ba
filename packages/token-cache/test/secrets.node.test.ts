import { format, inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  createTokenCache,
  type StoreHit,
  TokenCacheError,
  type TokenCacheErrorCode,
  type TokenCacheEvent,
  type TokenCodec,
  type TokenSource,
  type TokenStore,
} from '../src/index.js'
import { coordinatedStore } from './coordinated-store.js'
import { createWorld, key, settle, watch } from './virtual-world.js'

/** Leaving one out does not compile. */
const everyType: { readonly [T in TokenCacheEvent['type']]: true } = {
  adopted: true,
  'clock-jump': true,
  'fetch-failed': true,
  'fetch-started': true,
  fetched: true,
  'lease-lost': true,
  overtaken: true,
  rejected: true,
  'store-back': true,
  'store-failed': true,
  'store-paused': true,
  unreadable: true,
  waiting: true,
}
const EVENT_TYPES = Object.keys(everyType).sort()

const CANARY = 'canary-7c1e9b'

/** Every way in which a value ends up in a log. */
function printed(value: unknown): string {
  const views = [
    () => inspect(value, { showHidden: true, depth: null }),
    () => inspect(value, { showHidden: true, depth: null, customInspect: false }),
    () => inspect(value, { showHidden: true, getters: true, customInspect: false, depth: null }),
    () => inspect(value, { showProxy: true, getters: true, depth: null }),
    () => format('%s %o %O %j', value, value, value, value),
    () => JSON.stringify(value),
    () => String(value),
    () => (value instanceof Error ? `${value.stack} ${inspect(value.cause)}` : ''),
    () => inspect(structuredClone(value), { showHidden: true, depth: null }),
  ]
  return views.map((view) => attempt(view)).join('\n')
}

/** What cannot be printed or cloned at all shows nothing either. */
function attempt(view: () => string): string {
  try {
    return view() ?? ''
  } catch (error) {
    return String(error)
  }
}

function create() {
  const virtual = createWorld()
  const cache = createTokenCache(virtual.options)
  const source = cache.source({ key: key(), fetchToken: virtual.fetchToken })
  return { ...virtual, cache, source }
}

async function failure(source: TokenSource, after: () => void): Promise<unknown> {
  const seen = watch(source.get())
  after()
  await settle()
  return seen.reason
}

/** One case for each code; leaving one out does not compile. */
const failures: { readonly [C in TokenCacheErrorCode]: () => Promise<unknown> } = {
  ERR_TOKEN_CACHE_NO_LIFETIME: () => {
    const { source, last } = create()
    return failure(source, () => last().answer({ accessToken: CANARY }))
  },
  ERR_TOKEN_CACHE_BAD_TOKEN: () => {
    const { source, last } = create()
    return failure(source, () => last().answer({ accessToken: CANARY, expiresIn: JSON.parse(`"${CANARY}"`) }))
  },
  ERR_TOKEN_CACHE_FETCH_TIMEOUT: () => {
    const { source, last, advance } = create()
    return failure(source, () => {
      advance(30_000)
      last().answer({ accessToken: CANARY, expiresIn: 900 })
    })
  },
  ERR_TOKEN_CACHE_PAUSED: async () => {
    const { source, last } = create()
    await failure(source, () => last().answer({ accessToken: CANARY, expiresIn: 0 }))
    await failure(source, () => last().refuse(new Error('503')))
    await failure(source, () => last().refuse(new Error('503')))
    return failure(source, () => {})
  },
  ERR_TOKEN_CACHE_REJECTED: async () => {
    const { source, last, advance } = create()
    const asked = source.get()
    last().answer({ accessToken: CANARY, expiresIn: 900 })
    const token = await asked
    advance(5_000)
    source.invalidate(token)
    return failure(source, () => last().answer({ accessToken: CANARY, expiresIn: 900 }))
  },
  ERR_TOKEN_CACHE_LEASE_TIMEOUT: async () => {
    const virtual = createWorld()
    const store = coordinatedStore(virtual.options)
    const [one, two] = [0, 1].map(() => {
      const cache = createTokenCache({ ...virtual.options, store })
      return cache.source({ key: key(), fetchToken: virtual.fetchToken, fetchTimeoutMs: 1_000 })
    })
    void one?.get().catch(() => {})
    await settle()
    const seen = watch(two?.get() ?? Promise.reject(new Error('none')))
    await settle()
    virtual.advance(1_000)
    await settle()
    return seen.reason
  },
  ERR_TOKEN_CACHE_STORE_UNAVAILABLE: async () => {
    const { options, fetchToken, last, advance } = createWorld()
    const store = coordinatedStore(options)
    const readOrLock = () => Promise.reject(new Error(CANARY))
    const get = readOrLock
    const gone = { ...store, get, coordinate: { ...store.coordinate, readOrLock } }
    const cache = createTokenCache({ ...options, store: gone })
    const source = cache.source({ key: key(), fetchToken, rotation: 'exclusive' })
    const asked = source.get()
    await settle()
    last().answer({ accessToken: CANARY, expiresIn: 900 })
    source.confirm(await asked)
    advance(30_000)
    source.invalidate(await asked)
    return failure(source, () => {})
  },
  ERR_TOKEN_CACHE_CLOSED: async () => {
    const { source, last, cache } = create()
    const asked = source.get()
    last().answer({ accessToken: CANARY, expiresIn: 900 })
    await asked
    cache.close()
    return failure(source, () => {})
  },
}

describe('a token', () => {
  it('is nowhere in what prints the cache, its source or the token', async () => {
    const { cache, source, last } = create()
    const asked = source.get()
    last().answer({ accessToken: CANARY, expiresIn: 900 })
    const token = await asked
    expect(token.value).toBe(CANARY)
    for (const value of [
      cache,
      source,
      token,
      { token },
      [token],
      new Map([['token', token]]),
      source.peek(),
    ]) {
      expect(printed(value)).not.toContain(CANARY)
    }
    expect(printed(token)).toContain('[AccessToken version=v1 expiresAt=2026-11-21T00:15:00.000Z]')
  })

  it.each(Object.entries(failures))('is nowhere in %s', async (code, cause) => {
    const error = await cause()
    expect(error).toBeInstanceOf(TokenCacheError)
    expect(error).toHaveProperty('code', code)
    expect(printed(error)).not.toContain(CANARY)
  })
})

/** Two processes, a lease that is lost, and a store that hangs for a while. */
async function inAFleet(virtual: ReturnType<typeof createWorld>): Promise<void> {
  const { options, fetchToken, last, advance, requests } = virtual
  const inner = coordinatedStore(options)
  let hangs = false
  const hang = <T>(run: () => Promise<T>): Promise<T> => (hangs ? new Promise(() => {}) : run())
  const store: TokenStore = {
    ...inner,
    coordinate: {
      ...inner.coordinate,
      renew: (request) => hang(() => inner.coordinate.renew(request)),
      readOrLock: (request) => hang(() => inner.coordinate.readOrLock(request)),
    },
  }
  const open = () =>
    createTokenCache({ ...options, store }).source({ key: key({ clientId: 'fleet' }), fetchToken })
  const [one, two] = [open(), open()]
  const first = watch(one.get())
  await settle()
  const own = last()
  const second = watch(two.get())
  await settle()
  hangs = true
  advance(1_000)
  await settle()
  advance(250)
  await settle()
  hangs = false
  advance(3_000)
  await settle()
  expect(requests.at(-1)).not.toBe(own)
  last().answer({ accessToken: CANARY, expiresIn: 900 })
  await settle()
  own.answer({ accessToken: `${CANARY} late`, expiresIn: 900 })
  await settle()
  expect([first.value?.version, second.value?.version]).toEqual([
    second.value?.version,
    second.value?.version,
  ])
}

describe('an event', () => {
  it('of any type has no token in it, nor what a store or fetchToken failed with', async () => {
    const virtual = createWorld()
    const stored = new Map<string, StoreHit>()
    let broken = false
    const store: TokenStore = {
      codec: 'plaintext',
      async get(storeKey) {
        if (broken) throw new Error(CANARY)
        return stored.get(storeKey)
      },
      async set({ key: storeKey, record, ttlMs }) {
        stored.set(storeKey, { ...record, ttlMs })
      },
      async delete() {
        throw new Error(CANARY)
      },
    }
    const open = () => {
      const source = createTokenCache({ ...virtual.options, store }).source({
        key: key(),
        fetchToken: virtual.fetchToken,
      })
      return { source, ask: () => watch(source.get()) }
    }
    const one = open()
    const first = one.ask()
    await settle()
    virtual.last().answer({ accessToken: CANARY, expiresIn: 900 })
    await settle()
    open().ask()
    await settle()
    virtual.jumpWall(6_000)
    virtual.advance(6_000)
    if (first.value) one.source.invalidate(first.value)
    broken = true
    one.ask()
    await settle()
    virtual.last().refuse(new Error(CANARY))
    await settle()
    broken = false
    stored.set([...stored.keys()][0] ?? '', { version: 'v', data: CANARY })
    open().ask()
    await settle()
    await inAFleet(virtual)
    const types = new Set(virtual.events.map(({ type }) => type))
    expect([...types].sort()).toEqual(EVENT_TYPES)
    expect(printed(virtual.events)).not.toContain(CANARY)
    expect(virtual.events[0]).toEqual({ type: 'fetch-started', provider: 'bank', clientId: 'shop' })
  })
})

describe('a store', () => {
  it('is never told who a token is for, nor what is in a URL', async () => {
    const { options, fetchToken, last, advance } = createWorld()
    const seen: unknown[] = []
    const codec: TokenCodec = {
      async seal({ text: _, ...rest }) {
        seen.push(rest)
        return 'sealed'
      },
      async open(input) {
        seen.push(input)
        return { unreadable: 'unknown-key' }
      },
    }
    const store: TokenStore = {
      codec,
      async get(storeKey) {
        seen.push(storeKey)
        return { version: 'v', data: 'sealed' }
      },
      async set(entry) {
        seen.push(entry)
      },
      async delete(which) {
        seen.push(which)
        return true
      },
    }
    const tokenUrl = `https://bank.example/token?tenant=${CANARY}`
    const personal = { tokenUrl, subject: CANARY, clientId: CANARY, credentialId: CANARY, scope: [CANARY] }
    const source = createTokenCache({ ...options, store }).source({ key: key(personal), fetchToken })
    const asked = watch(source.get())
    await settle()
    last().answer({ accessToken: 'token', expiresIn: 900 })
    await settle()
    advance(5_000)
    if (asked.value) source.invalidate(asked.value)
    await settle()
    expect(seen.length).toBe(5)
    expect(printed(seen)).not.toContain(CANARY)
  })
})

describe('a secret in the wrong place', () => {
  it.each([
    { field: 'tokenUrl', value: `https://user:${CANARY}@bank.example/` },
    { field: 'tokenUrl', value: `https://bank.example/#${CANARY}` },
    { field: 'tokenUrl', value: CANARY },
    { field: 'scope', value: CANARY },
    { field: 'scope', value: [`${CANARY} b`] },
    { field: 'clientId', value: { secret: CANARY } },
    { field: 'partnerSecret', value: CANARY },
  ])('is not repeated when $field is refused', ({ field, value }) => {
    const { cache, fetchToken } = create()
    let error: unknown
    try {
      cache.source({ key: { ...key(), [field]: value }, fetchToken })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(TypeError)
    expect(printed(error)).not.toContain(CANARY)
  })

  it('is not repeated when it is given as another option', () => {
    const { cache } = create()
    for (const wrong of [
      { fetchToken: CANARY },
      { fetchTimeoutMs: CANARY },
      { defaultLifetimeSeconds: CANARY },
    ]) {
      const options = { key: key(), fetchToken: () => new Promise(() => {}), ...wrong }
      let error: unknown
      try {
        Reflect.apply(cache.source, undefined, [options])
      } catch (thrown) {
        error = thrown
      }
      expect(error).toBeInstanceOf(TypeError)
      expect(printed(error)).not.toContain(CANARY)
    }
  })
})
