import { describe, expect, it } from 'vitest'
import { createTokenCache } from '../src/index.js'
import { createWorld, key, settle, watch } from './virtual-world.js'

async function createKept() {
  const virtual = createWorld()
  const source = createTokenCache(virtual.options).source({ key: key(), fetchToken: virtual.fetchToken })
  const next = async (accessToken: string) => {
    const asked = source.get()
    virtual.last().answer({ accessToken, expiresIn: 900 })
    return asked
  }
  return { ...virtual, source, next, token: await next('first') }
}

describe('source.invalidate', () => {
  it('drops the token, and the next call fetches another', async () => {
    const { source, next, token, requests, advance, events } = await createKept()
    advance(5_000)
    expect(source.invalidate(token)).toBe('renewed')
    expect(source.peek()).toBeUndefined()
    expect(requests).toHaveLength(1)
    expect(await next('second')).toMatchObject({ value: 'second' })
    expect(events).toContainEqual({
      type: 'rejected',
      version: 'v1',
      verdict: 'renewed',
      provider: 'bank',
      clientId: 'shop',
    })
  })

  it('takes a version as well, such as one from a log', async () => {
    const { source, advance } = await createKept()
    advance(5_000)
    expect(source.invalidate({ version: 'v0' })).toBe('renewed')
    expect(source.peek()).toBeDefined()
    expect(source.invalidate({ version: 'v1' })).toBe('renewed')
    expect(source.peek()).toBeUndefined()
  })

  it('stops after the same token came again, and says when to come back', async () => {
    const { source, advance, token, last, requests, events } = await createKept()
    advance(5_000)
    source.invalidate(token)
    const waiting = watch(source.get())
    last().answer({ accessToken: 'first', expiresIn: 895 })
    await settle()
    const refusal = {
      code: 'ERR_TOKEN_CACHE_REJECTED',
      detail: { provider: 'bank', retryAfterMs: 15_000, retryable: false },
    }
    expect(waiting.reason).toMatchObject(refusal)
    advance(1_000)
    const later = { ...refusal, detail: { ...refusal.detail, retryAfterMs: 14_000 } }
    await expect(source.get()).rejects.toMatchObject(later)
    expect(requests).toHaveLength(2)
    expect(events.at(-1)).toMatchObject({ type: 'fetch-failed', reason: 'rejected', pauseMs: 15_000 })
  })

  it('knows a token that is issued again by its value, and keeps it if calls accepted it', async () => {
    const { source, advance, token, next } = await createKept()
    source.confirm(token)
    advance(5_000)
    source.invalidate(token)
    const again = await next('first')
    expect(again.version).toBe(token.version)
    expect(source.peek()).toBe(again)
    expect(source.invalidate(token)).toBe('kept')
  })

  it.each([undefined, null, 7, 'v1', {}, { version: 7 }])('refuses %j', async (wrong) => {
    const { source } = await createKept()
    for (const report of [source.invalidate, source.confirm]) {
      const refused = () => Reflect.apply(report, undefined, [wrong])
      expect(refused).toThrow(TypeError)
      expect(refused).toThrow('"token" must be a token of this cache')
    }
  })

  it('refuses a getter that throws', async () => {
    const { source } = await createKept()
    const hostile = {
      get version(): string {
        throw new Error('mine')
      },
    }
    expect(() => source.invalidate(hostile)).toThrow('"token" must be a token of this cache')
  })
})

describe('source.confirm', () => {
  it('costs no reading of a clock once it is known', async () => {
    const { source, token, world, advance } = await createKept()
    source.confirm(token)
    let readings = 0
    Object.defineProperty(world, 'wall', {
      get() {
        readings += 1
        return 0
      },
    })
    source.confirm(token)
    expect(readings).toBe(0)
    Object.defineProperty(world, 'wall', { value: 1, writable: true })
    advance(1)
  })

  it('protects a token from a call that is always rejected', async () => {
    const { source, token, requests, advance } = await createKept()
    advance(3_000)
    expect(source.invalidate(token)).toBe('kept')
    for (let second = 0; second < 600; second += 1) {
      source.confirm(token)
      advance(1_000)
      expect(source.invalidate(token)).toBe('kept')
    }
    expect(requests).toHaveLength(1)
  })
})

describe('an error of fetchToken', () => {
  const failing = (error: unknown) => {
    const virtual = createWorld()
    const source = createTokenCache(virtual.options).source({
      key: key(),
      fetchToken: () => {
        virtual.fetchToken({ signal: AbortSignal.timeout(0) })
        return Promise.reject(error)
      },
    })
    return { ...virtual, source }
  }
  const hopeless = Object.assign(new Error('invalid_client'), { detail: { retryable: false } })

  it('that says it is hopeless is repeated for a while', async () => {
    const { source, requests, advance, events } = failing(hopeless)
    await expect(source.get()).rejects.toBe(hopeless)
    for (let call = 0; call < 100; call += 1) await expect(source.get()).rejects.toBe(hopeless)
    expect(requests).toHaveLength(1)
    expect(events.at(-1)).toMatchObject({ type: 'fetch-failed', reason: 'refused', pauseMs: 15_000 })
    advance(15_000)
    await expect(source.get()).rejects.toBe(hopeless)
    expect(requests).toHaveLength(2)
  })

  it('that names a time is not followed by another attempt before it', async () => {
    const busy = Object.assign(new Error('429'), { detail: { retryable: true, retryAfterMs: 20_000 } })
    const { source, requests, advance } = failing(busy)
    await expect(source.get()).rejects.toBe(busy)
    advance(19_999)
    await expect(source.get()).rejects.toMatchObject({ detail: { retryAfterMs: 1 }, cause: busy })
    expect(requests).toHaveLength(1)
    advance(1)
    await expect(source.get()).rejects.toBe(busy)
  })

  it.each([
    undefined,
    null,
    'text',
    Object.assign(new Error('x'), { detail: null }),
    Object.assign(new Error('x'), { detail: 'retryable' }),
    Object.assign(new Error('x'), { detail: { retryAfterMs: Number.NaN } }),
    Object.assign(new Error('x'), { detail: { retryAfterMs: -5 } }),
    Object.assign(new Error('x'), { detail: Object.create({ retryable: false, retryAfterMs: 9_000 }) }),
    Object.defineProperty(new Error('x'), 'detail', {
      get() {
        throw new Error('mine')
      },
    }),
  ])('that says nothing of the kind may be followed at once: %s', async (error) => {
    const { source, requests } = failing(error)
    await expect(source.get()).rejects.toBe(error)
    await expect(source.get()).rejects.toBe(error)
    expect(requests).toHaveLength(2)
  })
})
