import { describe, expect, it } from 'vitest'
import { createTokenCache, memoryStore, type StoreHit, type TokenStore } from '../src/index.js'
import { createWorld, key, settle, watch } from './virtual-world.js'

function create(store?: TokenStore) {
  const virtual = createWorld()
  const open = () =>
    createTokenCache({ ...virtual.options, store }).source({ key: key(), fetchToken: virtual.fetchToken })
  return { ...virtual, open }
}

describe('what a store says', () => {
  const answering = (hit: object): TokenStore => ({
    codec: 'plaintext',
    get: () => Promise.resolve(Object.defineProperty(hit, 'version', { value: 'v' }) as StoreHit),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(true),
  })

  const hostile = {
    get data(): string {
      throw new Error('mine')
    },
  }

  it.each([
    { what: 'a life that no date can hold', hit: { data: 'p1.9999999999999999.["token",9000000000000000]' } },
    { what: 'a getter that throws', hit: hostile },
  ])('leaves nobody waiting: $what', async ({ hit }) => {
    const { open, requests, last } = create(answering(hit))
    const asked = watch(open().get())
    await settle()
    expect(requests).toHaveLength(1)
    last().answer({ accessToken: 'fetched', expiresIn: 900 })
    await settle()
    expect(asked.value).toMatchObject({ value: 'fetched' })
  })

  it('costs nothing of the time for the fetch', async () => {
    const hung = { ...answering({}), get: () => new Promise<undefined>(() => {}) }
    const { open, advance, requests } = create(hung)
    const asked = watch(open().get())
    advance(250)
    await settle()
    expect(requests).toHaveLength(1)
    advance(29_999)
    await settle()
    expect(asked.state).toBe('pending')
    advance(1)
    await settle()
    expect(asked.reason).toHaveProperty('code', 'ERR_TOKEN_CACHE_FETCH_TIMEOUT')
  })
})

describe('a pause', () => {
  it('ends for a process as soon as another has a token in the store', async () => {
    const virtual = createWorld()
    const store = memoryStore({ now: virtual.options.now, monotonic: virtual.options.runtime.monotonic })
    const open = () =>
      createTokenCache({ ...virtual.options, store }).source({ key: key(), fetchToken: virtual.fetchToken })
    const [one, other] = [open(), open()]
    const busy = Object.assign(new Error('429'), { detail: { retryable: true, retryAfterMs: 300_000 } })
    const refused = watch(one.get())
    await settle()
    virtual.last().refuse(busy)
    await settle()
    expect(refused.reason).toBe(busy)
    await expect(one.get()).rejects.toMatchObject({ code: 'ERR_TOKEN_CACHE_PAUSED', cause: busy })
    const asked = watch(other.get())
    await settle()
    virtual.last().answer({ accessToken: 'shared', expiresIn: 900 })
    await settle()
    expect(asked.state).toBe('fulfilled')
    expect(await one.get()).toMatchObject({ value: 'shared' })
    expect(virtual.requests).toHaveLength(2)
  })

  it('is none if the provider repeats the living token to one who needs more', async () => {
    const { open, advance, last, requests, events } = create()
    const source = open()
    const first = source.get()
    last().answer({ accessToken: 'same', expiresIn: 900 })
    const token = await first
    advance(500_000)
    const demanding = source.get({ minValidityMs: 600_000 })
    last().answer({ accessToken: 'same', expiresIn: 400 })
    expect(await demanding).toBe(token)
    expect(await source.get({ minValidityMs: 600_000 })).toBe(token)
    expect(requests).toHaveLength(2)
    expect(events.some(({ type }) => type === 'fetch-failed')).toBe(false)
  })
})

describe('a machine that sleeps while a token is on its way', () => {
  it('hands out no token that has ended meanwhile', async () => {
    const { open, jumpWall, last, events, timers } = create()
    const asked = watch(open().get())
    jumpWall(3_600_000)
    last().answer({ accessToken: 'dead', expiresIn: 900 })
    await settle()
    expect(asked.reason).toMatchObject({
      code: 'ERR_TOKEN_CACHE_FETCH_TIMEOUT',
      detail: { timeoutMs: 30_000 },
    })
    expect(events.at(-1)).toMatchObject({ type: 'fetch-failed', reason: 'failed' })
    expect(timers.size).toBe(0)
  })
})
