import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenCache, memoryStore, type TokenStore } from '../src/index.js'
import { createWorld, key } from './virtual-world.js'

/** Lets the scheduler decide when an operation takes effect, and when its answer arrives. */
function scheduled(store: TokenStore, scheduler: fc.Scheduler): TokenStore {
  const operate = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    await scheduler.schedule(Promise.resolve(), `${name} takes effect`)
    const answer = await run()
    await scheduler.schedule(Promise.resolve(), `${name} answers`)
    return answer
  }
  return {
    codec: 'plaintext',
    get: (name) => operate('get', () => store.get(name)),
    set: (entry) => operate('set', () => store.set(entry)),
    delete: (which) => operate('delete', () => store.delete(which)),
  }
}

describe('any interleaving of calls, a revocation, reports of it, fetches and a store', () => {
  it.each([{ hasStore: false }, { hasStore: true }])(
    'drops the dead token only, and fetches one for it (store: $hasStore)',
    async ({ hasStore }) => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 5 }), async (scheduler, callers) => {
          const virtual = createWorld()
          const { now, runtime } = virtual.options
          const store = hasStore
            ? { store: scheduled(memoryStore({ now, monotonic: runtime.monotonic }), scheduler) }
            : {}
          const alive = new Set<string>()
          let issued = 0
          const source = createTokenCache({ ...virtual.options, ...store }).source({
            key: key(),
            fetchToken: async () => {
              await scheduler.schedule(Promise.resolve(), 'the provider issues a token')
              issued += 1
              const accessToken = `token ${issued}`
              alive.add(accessToken)
              await scheduler.schedule(Promise.resolve(), 'the token arrives')
              return { accessToken, expiresIn: 900 }
            },
          })
          const first = source.get()
          await scheduler.waitFor(first)
          await scheduler.waitIdle()
          virtual.advance(5_000)

          let reports = 0
          const revoked = scheduler.schedule(Promise.resolve(), 'the provider revokes it').then(() => {
            alive.delete('token 1')
          })
          const calls = Array.from({ length: callers }, async (_, caller) => {
            await scheduler.schedule(Promise.resolve(), `caller ${caller} comes`)
            const token = await source.get()
            await scheduler.schedule(Promise.resolve(), `the call of ${caller} arrives`)
            if (alive.has(token.value)) {
              await scheduler.schedule(Promise.resolve(), `the answer to ${caller} arrives`)
              source.confirm(token)
              return 'accepted'
            }
            await scheduler.schedule(Promise.resolve(), `the rejection of ${caller} arrives`)
            const before = source.peek()
            reports += 1
            expect(source.invalidate(token)).toBe('renewed')
            if (before && before.version !== token.version) expect(source.peek()).toBe(before)
            const next = await source.get()
            expect(next.value).not.toBe(token.value)
            await scheduler.schedule(Promise.resolve(), `the second call of ${caller} arrives`)
            return alive.has(next.value) ? 'accepted' : 'rejected'
          })
          const outcomes = await scheduler.waitFor(Promise.all([revoked, ...calls]))
          await scheduler.waitIdle()
          expect(outcomes.slice(1)).toEqual(calls.map(() => 'accepted'))
          expect(issued).toBe(reports > 0 ? 2 : 1)
          expect(virtual.timers.size).toBe(0)
        }),
        { numRuns: 300 },
      )
    },
    30_000,
  )
})
