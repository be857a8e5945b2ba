import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryStore } from './memory-store.js'
import { storeContract } from './testing/store-contract.js'

function create({ maxEntries }: { maxEntries?: number } = {}) {
  const time = { wall: 1_700_000_000_000, mono: 0 }
  const store = memoryStore({ maxEntries, now: () => time.wall, monotonic: () => time.mono })
  const advance = (ms: number) => {
    time.wall += ms
    time.mono += ms
  }
  const set = (key: string, version: string, ttlMs = 1_000) =>
    store.set({ key, record: { version, data: `data of ${version}` }, ttlMs })
  return { store, time, advance, set }
}

describe('memoryStore', () => {
  for (const { name, run } of storeContract({ create: () => create() })) it(`contract: ${name}`, run)

  it('keeps as many as it may, and drops the one written longest ago', async () => {
    const { store, set } = create({ maxEntries: 2 })
    await set('a', 'a1')
    await set('b', 'b1')
    await set('a', 'a2')
    await set('c', 'c1')
    expect(await store.get('b')).toBeUndefined()
    expect((await store.get('a'))?.version).toBe('a2')
    expect((await store.get('c'))?.version).toBe('c1')
  })

  it('drops what has expired before anything that lives', async () => {
    const { store, set, advance } = create({ maxEntries: 2 })
    await set('old', 'o1', 60_000)
    await set('short', 's1', 10)
    advance(10)
    await set('new', 'n1')
    expect((await store.get('old'))?.version).toBe('o1')
    expect((await store.get('new'))?.version).toBe('n1')
  })

  it('replaces in a full store without dropping another', async () => {
    const { store, set } = create({ maxEntries: 2 })
    await set('a', 'a1')
    await set('b', 'b1')
    await set('b', 'b2')
    expect((await store.get('a'))?.version).toBe('a1')
  })

  it.each([
    { clock: 'wall', ms: 1_000 },
    { clock: 'mono', ms: 1_000 },
  ] as const)('ages by the $clock clock alone, when the other stands still', async ({ clock, ms }) => {
    const { store, set, time } = create()
    await set('a', 'a1', ms)
    time[clock] += ms - 1
    expect((await store.get('a'))?.ttlMs).toBe(1)
    time[clock] += 1
    expect(await store.get('a')).toBeUndefined()
  })

  it('gives nobody a longer life when the wall clock is set back', async () => {
    const { store, set, time } = create()
    await set('a', 'a1', 1_000)
    time.wall -= 3_600_000
    time.mono += 400
    expect((await store.get('a'))?.ttlMs).toBe(600)
  })

  it('forgets rather than serves when a clock answers NaN', async () => {
    const { store, set, time } = create()
    await set('a', 'a1')
    time.mono = Number.NaN
    expect(await store.get('a')).toBeUndefined()
  })

  it.each([
    { maxEntries: 0 },
    { maxEntries: 1.5 },
    { maxEntries: '10' },
    { maxEntries: Number.NaN },
    { now: 1 },
    { monotonic: null },
  ])('refuses the options %o', (options) => {
    expect(() => Reflect.apply(memoryStore, undefined, [options])).toThrow(TypeError)
  })

  it.each([
    { field: 'key', entry: { key: '' } },
    { field: 'key', entry: { key: 7 } },
    { field: 'ttlMs', entry: { ttlMs: 0 } },
    { field: 'ttlMs', entry: { ttlMs: 0.5 } },
    { field: 'ttlMs', entry: { ttlMs: Number.POSITIVE_INFINITY } },
    { field: 'record', entry: { record: null } },
    { field: 'record.version', entry: { record: { version: '', data: 'd' } } },
    { field: 'record.data', entry: { record: { version: 'v', data: new Uint8Array(1) } } },
  ])('rejects $entry and keeps what it had', async ({ field, entry }) => {
    const { store, set } = create()
    await set('a', 'a1')
    const whole = { key: 'a', record: { version: 'v', data: 'd' }, ttlMs: 5, ...entry }
    await expect(Reflect.apply(store.set, store, [whole])).rejects.toThrow(`"${field}" must be`)
    expect((await store.get('a'))?.version).toBe('a1')
  })

  it('does what a list of everything ever written would do', async () => {
    const key = fc.constantFrom('a', 'b', 'c', '__proto__')
    const version = fc.constantFrom('1', '2')
    const step = fc.oneof(
      fc.record({ type: fc.constant('set' as const), key, version, ttlMs: fc.integer({ min: 1, max: 50 }) }),
      fc.record({ type: fc.constant('get' as const), key }),
      fc.record({ type: fc.constant('delete' as const), key, version }),
      fc.record({ type: fc.constant('advance' as const), ms: fc.integer({ min: 0, max: 30 }) }),
    )
    const steps = fc.array(step, { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 3 }), async (script, maxEntries) => {
        const { store, advance } = create({ maxEntries })
        // Deliberately slow and plain: a list in the order of writing.
        let list: { key: string; version: string; data: string; end: number }[] = []
        let now = 0
        const live = (wanted: string) => list.find(({ key, end }) => key === wanted && end > now)
        for (const [index, one] of script.entries()) {
          if (one.type === 'advance') {
            now += one.ms
            advance(one.ms)
          } else if (one.type === 'set') {
            const { key, version, ttlMs } = one
            list = list.filter((other) => other.key !== key)
            if (list.length >= maxEntries) list = list.filter(({ end }) => end > now)
            if (list.length >= maxEntries) list = list.slice(1)
            list.push({ key, version, data: `${index}`, end: now + ttlMs })
            await store.set({ key, record: { version, data: `${index}` }, ttlMs })
          } else if (one.type === 'delete') {
            const { key, version } = one
            const found = live(key)?.version === version
            expect(await store.delete({ key, version })).toBe(found)
            if (found) list = list.filter((other) => other.key !== key)
          } else {
            const found = live(one.key)
            const hit = found && { version: found.version, data: found.data, ttlMs: found.end - now }
            expect(await store.get(one.key)).toEqual(hit)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
