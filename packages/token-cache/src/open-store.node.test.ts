import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it } from 'vitest'
import { settle } from '../test/virtual-world.js'
import type { TokenCodec } from './codec/token-codec.js'
import { createTokenCache } from './create-token-cache.js'
import { openStore } from './open-store.js'
import type { TokenStore } from './store.js'
import { openAccess } from './store-access.js'
import { createStoreGuard } from './store-guard.js'

const NOW = Date.UTC(2026, 10, 21)
const token = { value: 'secret', version: 'v1', lifetimeMs: 900_000, expiresAt: NOW + 900_000 }
const entry = { token, remainingMs: 900_000, owner: 'owner', replacing: undefined }

/** A store and a codec whose every step ends when the test says so. */
function create() {
  const calls: string[] = []
  const steps: (() => void)[] = []
  const waited: Promise<void>[] = []
  const step = (name: string) => {
    calls.push(name)
    return new Promise<void>((resolve) => steps.push(resolve))
  }
  const codec: TokenCodec = {
    seal: ({ version }) => step(`seal ${version}`).then(() => 'data'),
    open: async () => ({ unreadable: 'unknown-key' }),
  }
  const store: TokenStore = {
    codec,
    get: () => step('get').then(() => undefined),
    set: ({ record }) => step(`set ${record.version}`),
    delete: ({ version }) => step(`delete ${version}`).then(() => true),
  }
  const surroundings = {
    now: () => NOW,
    monotonic: () => 0,
    setTimer: () => () => {},
    setIdleTimer: () => () => {},
    waitUntil: (ended: Promise<void>) => {
      waited.push(ended)
    },
    outside: <T>(run: () => T): T => run(),
  }
  const guard = createStoreGuard(surroundings)
  const access = openAccess({ store, key: 'key', guard, report: () => {}, surroundings })
  const opened = openStore({ access, surroundings })
  const next = async () => {
    steps.shift()?.()
    await settle()
  }
  return { opened, calls, waited, next }
}

describe('openStore', () => {
  it('shares a version again that was forgotten before, and not what was being sealed meanwhile', async () => {
    const { opened, calls, next } = create()
    opened.publish(entry)
    opened.forget('v1')
    opened.forget('v0')
    opened.publish(entry)
    for (let steps = 0; steps < 6; steps++) await next()
    expect(calls).toEqual(['seal v1', 'delete v1', 'delete v0', 'seal v1', 'set v1'])
  })

  it('forgets two versions while both are being sealed', async () => {
    const { opened, calls, next } = create()
    opened.publish(entry)
    opened.publish({ ...entry, token: { ...token, version: 'v2' } })
    opened.forget('v1')
    opened.forget('v2')
    for (let steps = 0; steps < 4; steps++) await next()
    expect(calls).toEqual(['seal v1', 'seal v2', 'delete v1', 'delete v2'])
  })

  it('keeps the runtime alive until the store has what it was given', async () => {
    const { opened, waited, next } = create()
    opened.publish(entry)
    opened.forget('v0')
    expect(waited).toHaveLength(2)
    const ended: string[] = []
    for (const [index, name] of ['set', 'delete'].entries()) void waited[index]?.then(() => ended.push(name))
    await next()
    expect(ended).toEqual([])
    await next()
    expect(ended).toEqual(['delete'])
    await next()
    expect(ended).toEqual(['delete', 'set'])
  })

  it('runs nothing of a store in the context of the caller who happened to ask', async () => {
    const context = new AsyncLocalStorage<string>()
    const seen: unknown[] = []
    const note = async () => {
      seen.push(context.getStore())
    }
    const store: TokenStore = {
      codec: {
        seal: async () => {
          await note()
          return 'data'
        },
        open: async () => ({ unreadable: 'unknown-key' }),
      },
      get: async () => note().then(() => undefined),
      set: note,
      delete: async () => note().then(() => true),
    }
    const clock = { now: Date.now() }
    const options = { store, now: () => clock.now, runtime: { monotonic: () => clock.now } }
    const cache = context.run('creator', () => createTokenCache(options))
    await context.run('caller', async () => {
      const source = cache.source({
        key: { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId: 'a', credentialId: 'b' },
        fetchToken: async () => ({ accessToken: 'token', expiresIn: 900 }),
      })
      const first = await source.get()
      await settle()
      clock.now += 10_000
      source.invalidate(first)
      await settle()
    })
    expect(seen).toEqual(['creator', 'creator', 'creator', 'creator'])
  })
})
