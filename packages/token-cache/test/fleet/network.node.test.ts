import { describe, expect } from 'vitest'
import { ask } from '../start-redis.js'
import {
  BUSY_MS,
  crash,
  everybody,
  isSharedAgain,
  it,
  many,
  program,
  sharedBank,
  tokensOf,
} from './fleet-kit.js'
import type { Bank } from './start-upstream.js'

describe.skipIf(!program)('a network that is', { timeout: 60_000 }, () => {
  it('slow, 100 ms there and back, shares as a fast one does', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const proxy = await kit.proxy(server.port)
      const workers = await kit.workers([proxy.port], many(4))
      proxy.latencyMs = 45
      proxy.jitterMs = 10
      const { bank } = await sharedBank(kit, workers, { delayMs: 50 })
      for (const worker of workers) expect(worker.saw('store-failed', bank.name)).toBe(false)
    }))

  it('too slow, 400 ms there and back, is as good as none', async ({ kit }) => {
    const server = await kit.redis()
    const proxy = await kit.proxy(server.port)
    const workers = await kit.workers([proxy.port], many(2))
    proxy.latencyMs = 200
    const bank = kit.bank()
    const served = await everybody(workers, bank, 20)
    expect(tokensOf(served)).toHaveLength(2)
    for (const took of served.flatMap((each) => each.took)) expect(took).toBeLessThan(300 + BUSY_MS)
    for (const worker of workers) expect(worker.saw('store-paused')).toBe(true)
    proxy.latencyMs = 0
    await isSharedAgain(kit, workers)
  })

  it('cut in the middle of an answer leaves nobody without a token', async ({ kit }) => {
    const server = await kit.redis()
    const proxy = await kit.proxy(server.port)
    const workers = await kit.workers([proxy.port], many(4))
    const { bank: kept, token } = await sharedBank(kit, workers)
    for (const cutAfter of [0, 1, 7]) {
      proxy.cutAfter = cutAfter
      const bank = kit.bank()
      const served = await everybody(workers, bank)
      expect(tokensOf(served).length).toBeLessThanOrEqual(workers.length)
      expect(bank.mints.length).toBeLessThanOrEqual(workers.length)
      expect(tokensOf(await everybody(workers, kept))).toEqual([token])
    }
    expect(kept.mints).toHaveLength(1)
  })

  it('a black hole costs one deadline, and what is kept nothing', async ({ kit }) => {
    const server = await kit.redis()
    const proxy = await kit.proxy(server.port)
    const workers = await kit.workers([proxy.port], many(4))
    const { bank: kept, token } = await sharedBank(kit, workers)
    const cold = kit.bank()
    proxy.blackhole(true)
    expect(tokensOf(await everybody(workers, kept))).toEqual([token])
    const served = await everybody(workers, cold)
    expect(tokensOf(served)).toHaveLength(workers.length)
    for (const took of served.flatMap((each) => each.took)) expect(took).toBeLessThan(300 + BUSY_MS)
    proxy.blackhole(false)
    await Promise.all(
      workers.map((worker) => worker.until(() => worker.saw('store-back'), `${worker.name} to be back`)),
    )
    expect(cold.mints).toHaveLength(workers.length)
  })

  it('refusing connections, and taking them again, is noticed', async ({ kit }) => {
    const server = await kit.redis()
    const proxy = await kit.proxy(server.port)
    const workers = await kit.workers([proxy.port], many(4))
    await proxy.refuse()
    const cold = kit.bank()
    tokensOf(await everybody(workers, cold))
    expect(cold.mints.length).toBeLessThanOrEqual(workers.length)
    await proxy.accept()
    await isSharedAgain(kit, workers)
  })
})

describe.skipIf(!program)('a cluster of three nodes', { timeout: 60_000 }, () => {
  it('shares each key, and goes on with two nodes for the keys that they have', {
    timeout: 60_000,
  }, async ({ kit }) => {
    const nodes = await kit.cluster()
    const ports = nodes.map(({ port }) => port)
    const workers = await kit.workers(ports, many(4))
    const banks = []
    for (let count = 0; count < 12; count += 1) banks.push(await sharedBank(kit, workers))
    const isOn = async (port: number, name: string) =>
      (await ask(port, `EVAL "return #redis.call('KEYS', '*:${name}:*:v')" 0`)) === ':1'
    const [lost] = nodes
    if (lost === undefined) throw new Error('no node')
    const homeOf = async ({ name }: Bank) =>
      (await Promise.all(nodes.map(({ port }) => isOn(port, name)))).indexOf(true)
    const homes = await Promise.all(banks.map(({ bank }) => homeOf(bank)))
    expect(new Set(homes).size).toBe(3)
    await crash(lost)
    for (const { bank, token } of banks) expect(tokensOf(await everybody(workers, bank))).toEqual([token])
    for (const worker of workers) await worker.forget()
    for (const [at, { bank, token }] of banks.entries()) {
      const served = await everybody(workers, bank)
      if (homes[at] === 0) expect(tokensOf(served).length).toBeLessThanOrEqual(workers.length)
      else expect(tokensOf(served), `a key of node ${homes[at]}`).toEqual([token])
    }
  })
})
