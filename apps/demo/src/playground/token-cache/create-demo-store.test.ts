import { storeContract } from '@x/token-cache/testing'
import { describe, expect, it } from 'vitest'
import { createDemoStore } from './create-demo-store.js'

describe('the store of the demo, by the contract of the package', () => {
  const create = () => {
    let clock = 0
    const advance = (ms: number) => {
      clock += ms
    }
    return { store: createDemoStore({ now: () => clock }), advance }
  }
  for (const { name, run } of storeContract({ create, coordinates: true })) it(name, run)
})

describe('what it remembers of leases', () => {
  it('tells who held one, until when, and how it ended', async () => {
    let clock = 0
    const { coordinate, leases } = createDemoStore({ now: () => clock })
    const lease = { key: 'k', leaseMs: 3_000 }
    await coordinate.readOrLock({ ...lease, owner: 'a' })
    clock = 1_000
    await coordinate.renew({ ...lease, owner: 'a' })
    clock = 5_000
    await coordinate.readOrLock({ ...lease, owner: 'b' })
    clock = 5_300
    await coordinate.commit({ key: 'k', owner: 'b', record: { version: 'v', data: 'd' }, ttlMs: 9 })
    expect(leases()).toEqual([
      { owner: 'a', from: 0, until: 4_000, renewals: 1, end: 'lapsed' },
      { owner: 'b', from: 5_000, until: 5_300, renewals: 0, end: 'written' },
    ])
  })
})
