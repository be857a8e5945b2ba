import { AsyncLocalStorage } from 'node:async_hooks'
import { channel } from 'node:diagnostics_channel'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTokenCache } from '../src/index.js'
import { createWorld, key, settle, watch } from './virtual-world.js'

function create(changes: Partial<Parameters<typeof createTokenCache>[0]> = {}) {
  const virtual = createWorld()
  const cache = createTokenCache({ ...virtual.options, ...changes })
  return { ...virtual, source: cache.source({ key: key(), fetchToken: virtual.fetchToken }) }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('where requests must not share promises', () => {
  it('each caller fetches for itself, and none waits for another', async () => {
    const { source, requests, advance } = create({ joinFetches: false })
    const callers = [watch(source.get())]
    advance(1)
    callers.push(watch(source.get()))
    expect(requests).toHaveLength(2)
    requests[1]?.answer({ accessToken: 'second', expiresIn: 900 })
    await settle()
    expect(callers.map(({ value }) => value?.value)).toEqual([undefined, 'second'])
    requests[0]?.answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    // The endpoint may have revoked the first by issuing the second.
    expect(callers.map(({ value }) => value?.value)).toEqual(['second', 'second'])
  })

  it('a cached token comes in a promise of the one who asks', async () => {
    const { source, last } = create({ joinFetches: false })
    const asked = source.get()
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await asked
    expect(source.get()).not.toBe(source.get())
    expect(await source.get()).toBe(await asked)
  })

  it('a fetch that vanished with its request leaves nobody waiting, and nothing behind', async () => {
    const { source, requests, jumpWall, timers } = create({ joinFetches: false })
    const lost = watch(source.get())
    jumpWall(30_000)
    const next = watch(source.get())
    await settle()
    expect(lost.reason).toHaveProperty('code', 'ERR_TOKEN_CACHE_FETCH_TIMEOUT')
    expect(requests[0]?.signal.aborted).toBe(true)
    requests[0]?.answer({ accessToken: 'first', expiresIn: 900 })
    requests[1]?.answer({ accessToken: 'second', expiresIn: 900 })
    await settle()
    expect(next.value).toMatchObject({ value: 'second' })
    expect(timers.size).toBe(0)
  })

  it('what a runtime refuses to abort, being of another request, is no fault of the next one', async () => {
    class Refusing extends AbortController {
      override abort(): void {
        throw new Error('belongs to another request')
      }
    }
    vi.stubGlobal('AbortController', Refusing)
    const { source, last, jumpWall } = create({ joinFetches: false })
    const lost = watch(source.get())
    jumpWall(30_000)
    const next = watch(source.get())
    last().answer({ accessToken: 'second', expiresIn: 900 })
    await settle()
    expect(lost.reason).toHaveProperty('code', 'ERR_TOKEN_CACHE_FETCH_TIMEOUT')
    expect(next.value).toMatchObject({ value: 'second' })
  })

  it('that is found out by itself on Workers', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
    const { source, requests } = create()
    watch(source.get())
    watch(source.get())
    expect(requests).toHaveLength(2)
  })
})

describe('waitUntil', () => {
  it('is given each fetch, and never a rejection', async () => {
    const given: Promise<void>[] = []
    const { source, last } = create({ waitUntil: (promise) => given.push(promise) })
    watch(source.get())
    expect(given).toHaveLength(1)
    const seen = watch(given[0] ?? Promise.reject(new Error('nothing given')))
    await settle()
    expect(seen.state).toBe('pending')
    last().refuse(new Error('503'))
    await settle()
    expect(seen.state).toBe('fulfilled')
  })

  it('may refuse', async () => {
    const { source, last } = create({
      waitUntil: () => {
        throw new Error('no request')
      },
    })
    const asked = source.get()
    last().answer({ accessToken: 'first', expiresIn: 900 })
    expect(await asked).toMatchObject({ value: 'first' })
  })
})

describe('events', () => {
  it('tell what a fetch took', async () => {
    const { source, last, advance, events } = create()
    const asked = source.get()
    advance(120)
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await asked
    const of = { provider: 'bank', clientId: 'shop' }
    expect(events).toEqual([
      { type: 'fetch-started', ...of },
      { type: 'fetched', version: 'v1', lifetimeMs: 900_000, tookMs: 120, ...of },
    ])
  })

  it('tell a jump of the wall clock once', async () => {
    const { source, last, advance, jumpWall, events } = create()
    const asked = source.get()
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await asked
    jumpWall(5_000)
    advance(720_000)
    await source.get()
    expect(events.map(({ type }) => type)).not.toContain('clock-jump')
    jumpWall(-5_001)
    await source.get()
    await source.get()
    expect(events.filter(({ type }) => type === 'clock-jump')).toMatchObject([{ byMs: -5_001 }])
  })

  it('reach the diagnostics channel too', async () => {
    const heard: unknown[] = []
    const listen = (message: unknown) => heard.push(message)
    channel('token-cache').subscribe(listen)
    watch(create().source.get())
    channel('token-cache').unsubscribe(listen)
    watch(create().source.get())
    expect(heard).toEqual([{ type: 'fetch-started', provider: 'bank', clientId: 'shop' }])
  })

  it('are nobody’s way to break a call', async () => {
    const { source, last } = create({
      onEvent: () => {
        throw new Error('broken listener')
      },
    })
    const asked = source.get()
    last().answer({ accessToken: 'first', expiresIn: 900 })
    expect(await asked).toMatchObject({ value: 'first' })
  })

  it('may close the cache', async () => {
    const virtual = createWorld()
    const cache = createTokenCache({ ...virtual.options, onEvent: () => cache.close() })
    const source = cache.source({ key: key(), fetchToken: virtual.fetchToken })
    await expect(source.get()).rejects.toHaveProperty('code', 'ERR_TOKEN_CACHE_CLOSED')
    expect(virtual.requests).toHaveLength(0)
  })
})

it('fetchToken runs outside of the context of the caller who happened to start it', async () => {
  const user = new AsyncLocalStorage<string>()
  const seen: unknown[] = []
  const source = createTokenCache().source({
    key: key(),
    fetchToken: async () => {
      seen.push(user.getStore())
      return { accessToken: 'first', expiresIn: 900 }
    },
  })
  await user.run('somebody', () => source.get())
  expect(seen).toEqual([undefined])
})
