import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTokenCache, type TokenKey } from '../src/index.js'
import { createWorld, key, settle, watch } from './virtual-world.js'

/** Each test bears the name of a mistake that token caches are known to make. */
describe('known mistakes', () => {
  const unhandled: unknown[] = []
  const collect = (reason: unknown) => unhandled.push(reason)
  beforeEach(() => {
    unhandled.length = 0
    process.on('unhandledRejection', collect)
  })
  afterEach(async () => {
    await settle()
    process.off('unhandledRejection', collect)
    expect(unhandled).toEqual([])
  })

  function create(changes: { expiresIn?: number } = {}) {
    const virtual = createWorld()
    const cache = createTokenCache(virtual.options)
    const source = cache.source({ key: key(), fetchToken: virtual.fetchToken })
    const keep = async (accessToken: string) => {
      const asked = source.get()
      virtual.last().answer({ accessToken, expiresIn: changes.expiresIn ?? 900 })
      return asked
    }
    return { ...virtual, cache, source, keep }
  }

  it('windows in whole minutes: a token shorter than the window is fetched on every call', async () => {
    for (const expiresIn of [1, 6, 30, 60, 120, 299]) {
      const { source, keep, requests } = create({ expiresIn })
      await keep('first')
      for (let call = 0; call < 100; call += 1) await source.get()
      expect(requests).toHaveLength(1)
    }
  })

  it('the background renewal that nobody catches: it fails until expiry and ends the process', async () => {
    const { source, keep, advance, last, requests } = create()
    await keep('first')
    advance(720_000)
    for (let second = 720; second < 870; second += 1) {
      await source.get()
      last().refuse(new Error('503'))
      await settle()
      advance(1_000)
    }
    expect(requests.length).toBeGreaterThan(4)
    const abandoned = watch(source.get())
    last().refuse(new Error('503'))
    await settle()
    expect(abandoned.state).toBe('rejected')
  })

  it('the valid token that is thrown away because its renewal failed', async () => {
    const { source, keep, advance, last } = create()
    const token = await keep('first')
    advance(720_000)
    await source.get()
    last().refuse(new Error('503'))
    await settle()
    advance(149_999)
    expect(await source.get()).toBe(token)
  })

  it('the soft window that asks again on each call while the endpoint fails', async () => {
    const { source, keep, advance, last, requests, world } = create()
    await keep('first')
    advance(720_000)
    world.random = 0.999
    await source.get()
    last().refuse(new Error('503'))
    await settle()
    for (let call = 0; call < 100; call += 1) await source.get()
    expect(requests).toHaveLength(2)
  })

  it('the lock queue: two hundred waiters of a failure become two hundred requests', async () => {
    const { source, requests, last } = create()
    const callers = Array.from({ length: 200 }, () => watch(source.get()))
    last().refuse(new Error('503'))
    await settle()
    expect(callers.every(({ state }) => state === 'rejected')).toBe(true)
    expect(requests).toHaveLength(1)
  })

  it('the lock map that forgets its lock: several fetches at once after some failures', async () => {
    const { source, requests, last, advance } = create()
    for (let failure = 0; failure < 3; failure += 1) {
      advance(30_000)
      const callers = Array.from({ length: 10 }, () => watch(source.get()))
      expect(requests).toHaveLength(failure + 1)
      last().refuse(new Error('503'))
      callers.push(...Array.from({ length: 10 }, () => watch(source.get())))
      expect(requests).toHaveLength(failure + 1)
      await settle()
      expect(callers.every(({ state }) => state === 'rejected')).toBe(true)
    }
  })

  it('the rejection that is kept for good', async () => {
    const { source, last, keep, advance } = create()
    const refused = watch(source.get())
    last().refuse(new Error('503'))
    await settle()
    expect(refused.state).toBe('rejected')
    advance(500)
    expect(await keep('second')).toMatchObject({ value: 'second' })
  })

  it('the shared fetch that dies with its first caller', async () => {
    const { source, last } = create()
    const controller = new AbortController()
    const first = watch(source.get({ signal: controller.signal }))
    const rest = Array.from({ length: 99 }, () => watch(source.get()))
    controller.abort()
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    expect(first.reason).toBe(controller.signal.reason)
    expect(rest.every(({ value }) => value?.value === 'first')).toBe(true)
  })

  it('the newcomer that joins a cancelled fetch', async () => {
    const { source, last, requests } = create()
    const controller = new AbortController()
    const left = Array.from({ length: 5 }, () => watch(source.get({ signal: controller.signal })))
    controller.abort()
    await settle()
    expect(left.every(({ state }) => state === 'rejected')).toBe(true)
    expect(last().signal.aborted).toBe(false)
    const newcomer = watch(source.get())
    expect(requests).toHaveLength(1)
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    expect(newcomer.value).toMatchObject({ value: 'first' })
  })

  it('the fetch that is lost because all callers left, although the provider has issued a token', async () => {
    const { source, last, requests } = create()
    const controller = new AbortController()
    watch(source.get({ signal: controller.signal }))
    controller.abort()
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await settle()
    expect(await source.get()).toMatchObject({ value: 'first' })
    expect(requests).toHaveLength(1)
  })

  it.each<{ field: string; a: Partial<TokenKey>; b: Partial<TokenKey> }>([
    { field: 'scope', a: { scope: ['a'] }, b: { scope: ['b'] } },
    { field: 'audience', a: { audience: 'a' }, b: { audience: 'b' } },
    { field: 'subject', a: { subject: 'a' }, b: { subject: 'b' } },
    { field: 'credentialId', a: { credentialId: 'a' }, b: { credentialId: 'b' } },
    { field: 'clientId', a: { clientId: 'a' }, b: { clientId: 'b' } },
    { field: 'tokenUrl', a: { tokenUrl: 'https://a.example/' }, b: { tokenUrl: 'https://b.example/' } },
    { field: 'environment', a: { environment: 'a' }, b: { environment: 'b' } },
    { field: 'provider', a: { provider: 'a' }, b: { provider: 'b' } },
  ])('the fetch that is joined without looking at $field', async ({ a, b }) => {
    const { cache, requests, fetchToken } = create()
    const callers = [a, b].map((changes) => cache.source({ key: key(changes), fetchToken }).get())
    requests.forEach((request, index) => {
      request.answer({ accessToken: `token ${index}`, expiresIn: 900 })
    })
    expect((await Promise.all(callers)).map(({ value }) => value)).toEqual(['token 0', 'token 1'])
  })

  it('the old fetch that clears, or answers for, the fetch that followed it', async () => {
    const { source, requests, advance, last } = create()
    const first = watch(source.get())
    advance(30_000)
    await settle()
    expect(first.reason).toHaveProperty('code', 'ERR_TOKEN_CACHE_FETCH_TIMEOUT')
    advance(500)
    const second = watch(source.get())
    expect(requests).toHaveLength(2)
    requests[0]?.answer({ accessToken: 'late', expiresIn: 900 })
    await settle()
    expect(second.state).toBe('pending')
    expect(source.peek()).toBeUndefined()
    const joining = watch(source.get())
    expect(requests).toHaveLength(2)
    last().answer({ accessToken: 'second', expiresIn: 900 })
    await settle()
    expect([second.value?.value, joining.value?.value]).toEqual(['second', 'second'])
  })

  it('the life that begins when the answer arrives', async () => {
    const { source, advance, last } = create()
    const asked = source.get()
    advance(20_000)
    last().answer({ accessToken: 'first', expiresIn: 900 })
    await asked
    advance(849_999)
    expect(source.peek()).toBeDefined()
    advance(1)
    expect(source.peek()).toBeUndefined()
  })

  it('the lifetime 0 that is taken for "forever"', async () => {
    const { source, requests, last } = create()
    const callers = Array.from({ length: 3 }, () => source.get())
    last().answer({ accessToken: 'once', expiresIn: 0 })
    expect((await Promise.all(callers)).map(({ value }) => value)).toEqual(['once', 'once', 'once'])
    expect(source.peek()).toBeUndefined()
    watch(source.get())
    expect(requests).toHaveLength(2)
  })

  it('the former token that outlives a successor which cannot be kept', async () => {
    const { source, keep, requests, advance, last } = create()
    await keep('first')
    advance(300_000)
    const demanding = source.get({ minValidityMs: 600_000 })
    last().answer({ accessToken: 'once', expiresIn: 0 })
    expect(await demanding).toMatchObject({ value: 'once' })
    expect(source.peek()).toBeUndefined()
    watch(source.get())
    expect(requests).toHaveLength(3)
  })

  it('the wall clock that is set back and lengthens a life', async () => {
    const { source, keep, jumpWall, advance } = create()
    await keep('first')
    jumpWall(-86_400_000)
    advance(869_999)
    expect(source.peek()).toBeDefined()
    advance(1)
    expect(source.peek()).toBeUndefined()
  })

  it('the monotonic clock that stops while the machine sleeps', async () => {
    const { source, keep, jumpWall } = create()
    await keep('first')
    jumpWall(870_000)
    expect(source.peek()).toBeUndefined()
  })

  it('the token that is served up to its last second and arrives expired', async () => {
    const { source, keep, advance } = create()
    await keep('first')
    advance(899_000)
    expect(source.peek()).toBeUndefined()
  })

  it('the demand that no token can meet and that fetches on every call', async () => {
    const { source, keep, requests, advance } = create()
    await keep('first')
    for (let call = 0; call < 100; call += 1) {
      advance(1_000)
      await source.get({ minValidityMs: 3_600_000 })
    }
    expect(requests).toHaveLength(1)
  })

  it('the jittered window that begins later than the plain one', async () => {
    for (const random of [0, 0.25, 0.5, 0.999]) {
      const virtual = createWorld({ random })
      const source = createTokenCache(virtual.options).source({ key: key(), fetchToken: virtual.fetchToken })
      const asked = source.get()
      virtual.last().answer({ accessToken: 'first', expiresIn: 900 })
      await asked
      virtual.advance(630_000)
      await source.get()
      expect(virtual.requests).toHaveLength(1)
      virtual.advance(90_000)
      await source.get()
      expect(virtual.requests).toHaveLength(2)
    }
  })

  it('the naive invalidation: a late report about the former token drops the new one', async () => {
    const { source, keep, advance, requests } = create()
    const first = await keep('first')
    advance(5_000)
    for (let caller = 0; caller < 3; caller += 1) expect(source.invalidate(first)).toBe('renewed')
    const second = await keep('second')
    for (let caller = 0; caller < 100; caller += 1) {
      expect(source.invalidate(first)).toBe('renewed')
      expect(await source.get()).toBe(second)
    }
    expect(requests).toHaveLength(2)
  })

  it('the forced refresh of each call that got a 401: a hundred reports become a hundred requests', async () => {
    const { source, keep, advance, requests, last } = create()
    const first = await keep('first')
    advance(5_000)
    const callers = Array.from({ length: 100 }, () => {
      source.invalidate(first)
      return watch(source.get())
    })
    expect(requests).toHaveLength(2)
    last().answer({ accessToken: 'second', expiresIn: 900 })
    await settle()
    expect(callers.every(({ value }) => value?.value === 'second')).toBe(true)
  })

  it('the 401 for a bad signature that fetches a token each time', async () => {
    const { source, advance, last, requests } = create()
    // A call each second for an hour, all of them rejected, with a new token each time.
    for (let second = 0; second < 3_600; second += 1) {
      const before = requests.length
      const asked = watch(source.get())
      if (requests.length > before) last().answer({ accessToken: `token ${before}`, expiresIn: 900 })
      await settle()
      if (asked.value) source.invalidate(asked.value)
      advance(1_000)
    }
    // 15 s to 30 s of pause, and 60 s of patience for each token after the first few.
    expect(requests.length).toBeLessThan(3_600 / 60)
  })

  it('the provider that hands out the rejected token again: a loop of requests', async () => {
    const { source, keep, advance, last, requests } = create()
    const first = await keep('same')
    advance(5_000)
    source.invalidate(first)
    for (let call = 0; call < 100; call += 1) {
      const before = requests.length
      const asked = watch(source.get())
      if (requests.length > before) last().answer({ accessToken: 'same', expiresIn: 800 })
      await settle()
      expect(asked.reason).toHaveProperty('code', 'ERR_TOKEN_CACHE_REJECTED')
    }
    expect(requests).toHaveLength(2)
  })

  it('the provider that hands out the living token again: a renewal on every call', async () => {
    const { source, keep, advance, last, requests } = create()
    await keep('same')
    advance(720_000)
    for (let left = 180; left > 30; left -= 1) {
      const before = requests.length
      await source.get()
      if (requests.length > before) last().answer({ accessToken: 'same', expiresIn: left })
      await settle()
      advance(1_000)
    }
    expect(requests.length).toBeLessThan(30)
  })

  it('the new token that not every server knows yet and that is thrown away for it', async () => {
    const { source, keep, advance, requests } = create()
    const token = await keep('first')
    advance(4_999)
    expect(source.invalidate(token)).toBe('kept')
    expect(await source.get()).toBe(token)
    expect(requests).toHaveLength(1)
  })

  it('the endpoint that fails and is asked by every caller', async () => {
    const { source, last, requests, advance } = create()
    for (let call = 0; call < 1_000; call += 1) {
      const before = requests.length
      watch(source.get())
      if (requests.length > before) last().refuse(new Error('503'))
      await settle()
      advance(10)
    }
    // Ten seconds: tries at 0, 0, 0.5, 1.5, 3.5 and 7.5 s, with chance at its least.
    expect(requests).toHaveLength(6)
  })

  it('the refused client that retry loops hammer with', async () => {
    const { source, last, requests } = create()
    const hopeless = Object.assign(new Error('invalid_client'), { detail: { retryable: false } })
    for (let call = 0; call < 100; call += 1) {
      const before = requests.length
      const seen = watch(source.get())
      if (requests.length > before) last().refuse(hopeless)
      await settle()
      expect(seen.reason).toBe(hopeless)
    }
    expect(requests).toHaveLength(1)
  })
})
