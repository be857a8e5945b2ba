import { describe, expect, it } from 'vitest'
import { memoryStore, type TokenStore } from '../src/index.js'
import { type StoreUnderTest, storeContract } from '../src/testing/index.js'
import { coordinatedStore } from './coordinated-store.js'
import { type Flaw, flaws } from './flawed-stores.js'

function subject(flaw: Flaw = (good) => good): StoreUnderTest {
  const time = { now: 1_000 }
  const store = flaw(coordinatedStore({ now: () => time.now }))
  const advance = (ms: number) => {
    time.now += ms
  }
  return { store, advance }
}

/** The names of the cases that a store with this flaw fails. */
async function failing(flaw: Flaw): Promise<string[]> {
  const cases = storeContract({ create: () => subject(flaw), coordinates: true })
  const outcomes = await Promise.allSettled(cases.map(({ run }) => run()))
  return cases.flatMap(({ name }, index) => (outcomes[index]?.status === 'rejected' ? [name] : []))
}

describe('storeContract', () => {
  const all = storeContract({ create: () => subject(), coordinates: true })

  for (const { name, run } of all) it(`lets a right store pass: ${name}`, run)

  it('has no two cases of one name', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  it.each(Object.entries(flaws))('catches a store that %s', async (_, { flaw, caughtBy }) => {
    expect(await failing(flaw)).toContain(caughtBy)
  })

  it('has a flawed store for every case', () => {
    const caught = new Set(Object.values(flaws).map(({ caughtBy }) => caughtBy))
    const uncaught = all.map(({ name }) => name).filter((name) => !caught.has(name))
    expect(uncaught).toEqual([])
  })

  it('lets a store pass that cannot tell what is left', async () => {
    const create = () => {
      let now = 0
      const { get, ...rest } = memoryStore({ now: () => now, monotonic: () => now })
      const store: TokenStore = {
        ...rest,
        async get(key) {
          const hit = await get(key)
          return hit && { version: hit.version, data: hit.data }
        },
      }
      const advance = (ms: number) => {
        now += ms
      }
      return { store, advance }
    }
    for (const { run } of storeContract({ create })) await run()
  })

  it('tells a store that it has a capability nobody proves', async () => {
    const [first] = storeContract({ create: () => subject() })
    await expect(first?.run()).rejects.toThrow('The store has coordinate: say coordinates: true to prove it.')
  })

  it('closes after every case, passed or not', async () => {
    let open = 0
    const create = async () => {
      open++
      const close = async () => {
        open--
      }
      return { ...subject(({ coordinate: _, ...rest }) => rest), close }
    }
    await Promise.allSettled(storeContract({ create, coordinates: true }).map(({ run }) => run()))
    expect(open).toBe(0)
  })

  it('gives every case a store of its own', async () => {
    let created = 0
    const create = () => {
      created++
      return subject()
    }
    const cases = storeContract({ create, coordinates: true })
    expect(created).toBe(0)
    for (const { run } of cases) await run()
    expect(created).toBe(cases.length)
  })

  it('refuses a create that is no function', () => {
    expect(() => Reflect.apply(storeContract, undefined, [{}])).toThrow('"create" must be a function')
  })
})
