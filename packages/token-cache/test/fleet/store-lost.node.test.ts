import { describe, expect } from 'vitest'
import { ask, type RedisServer } from '../start-redis.js'
import {
  BUSY_MS,
  crash,
  eventually,
  everybody,
  type FleetKit,
  isSharedAgain,
  it,
  LEASE_MS,
  program,
  sharedBank,
  tokensOf,
} from './fleet-kit.js'
import type { Bank } from './start-upstream.js'

const PERSISTENT = ['--appendonly', 'yes', '--appendfsync', 'always']

const exclusive = { rotation: 'exclusive' } as const

/** Whether Redis has a token of this bank. */
const isKept = async ({ port }: RedisServer, { name }: Bank): Promise<boolean> =>
  (await ask(port, `EVAL "return #redis.call('KEYS', '*:${name}:*:v')" 0`)) === ':1'

interface Loss {
  readonly how: string
  /** Whether what is in the store can still be read. */
  readonly isReadable: boolean
  /** Whether what was in the store is there again afterwards. */
  readonly survives: boolean
  readonly lose: (server: RedisServer) => Promise<unknown>
  /** Brings it back. */
  readonly back: (kit: Pick<FleetKit, 'redis'>, server: RedisServer) => Promise<unknown>
}

const losses: readonly Loss[] = [
  {
    how: 'killed, and started again without its data',
    isReadable: false,
    survives: false,
    lose: crash,
    back: (kit, { port }) => kit.redis({ port }),
  },
  {
    how: 'killed, and started again with its data',
    isReadable: false,
    survives: true,
    lose: crash,
    back: (kit, { port, folder }) => kit.redis({ port, folder, arguments: PERSISTENT }),
  },
  {
    how: 'frozen, and thawed',
    isReadable: false,
    survives: true,
    lose: async ({ process }) => process.kill('SIGSTOP'),
    back: async (_, { process }) => process.kill('SIGCONT'),
  },
  {
    how: 'told to pause writing',
    isReadable: false,
    survives: true,
    lose: ({ port }) => ask(port, 'CLIENT PAUSE 60000 WRITE'),
    back: (_, { port }) => ask(port, 'CLIENT UNPAUSE'),
  },
  {
    how: 'told to pause for two seconds',
    isReadable: false,
    survives: true,
    lose: ({ port }) => ask(port, 'CLIENT PAUSE 2000 ALL'),
    back: async () => {},
  },
  {
    how: 'out of memory',
    isReadable: true,
    survives: true,
    lose: ({ port }) => ask(port, 'CONFIG SET maxmemory 1'),
    back: (_, { port }) => ask(port, 'CONFIG SET maxmemory 0'),
  },
  {
    how: 'a replica that only reads',
    isReadable: true,
    survives: true,
    lose: ({ port }) => ask(port, 'REPLICAOF 127.0.0.1 1'),
    back: (_, { port }) => ask(port, 'REPLICAOF NO ONE'),
  },
]

describe.skipIf(!program)('a Redis that is', { timeout: 120_000, concurrent: true }, () => {
  for (const loss of losses)
    it(`${loss.how}: what is kept is served, the rest fetched alone, and shared afterwards`, async ({
      kit,
    }) => {
      const server = await kit.redis({ arguments: PERSISTENT })
      const workers = await kit.workers([server.port], [{}, {}, {}])
      const { bank: kept, token } = await sharedBank(kit, workers)
      const cold = kit.bank()
      await loss.lose(server)
      expect(tokensOf(await everybody(workers, kept, 50))).toEqual([token])
      const served = await everybody(workers, cold)
      expect(tokensOf(served).length).toBeLessThanOrEqual(workers.length)
      for (const took of served.flatMap((each) => each.took)) expect(took).toBeLessThan(300 + BUSY_MS)
      // Once for each process and not again, however often it is asked.
      expect(tokensOf(await everybody(workers, cold))).toHaveLength(cold.mints.length)
      expect(cold.mints.length).toBeLessThanOrEqual(workers.length)
      for (const worker of workers)
        expect(worker.saw('store-failed') || worker.saw('store-paused')).toBe(true)
      if (loss.isReadable) {
        await workers[0].forget()
        expect((await workers[0].get(kept.name)).tokens).toEqual([token])
      }
      await loss.back(kit, server)
      await isSharedAgain(kit, workers)
      // What was fetched alone is put into the store for the others.
      await eventually(() => isKept(server, cold), 'it to be published')
      const before = cold.mints.length
      await workers[1].forget()
      expect(cold.mints.map((mint) => mint.token)).toEqual(
        expect.arrayContaining(tokensOf([await workers[1].get(cold.name)])),
      )
      expect(cold.mints).toHaveLength(before)
      await workers[2].forget()
      const again = tokensOf([await workers[2].get(kept.name)])
      if (loss.survives) expect(again).toEqual([token])
      expect(kept.mints).toHaveLength(loss.survives ? 1 : 2)
    })

  it('frozen leaves no lease behind that nobody gives up', async ({ kit }) => {
    const server = await kit.redis()
    const [one, two] = await kit.workers([server.port], [{}, {}])
    const bank = kit.bank({ answer: 'failure' })
    server.process.kill('SIGSTOP')
    // It asked for the lease, fetched alone, and failed: Redis hears of all that after the thaw.
    expect((await one.get(bank.name)).errors).toHaveLength(1)
    bank.answer = 'token'
    server.process.kill('SIGCONT')
    const served = await two.get(bank.name)
    expect(tokensOf([served])).toEqual([bank.mints[0]?.token])
    expect(Math.max(...served.took)).toBeLessThan(LEASE_MS + 300 + BUSY_MS)
    expect(bank.mints).toHaveLength(1)
  })

  it('frozen while a token is fetched costs those who wait no more than a fetch each', async ({ kit }) => {
    const server = await kit.redis()
    const workers = await kit.workers([server.port], [{}, {}, {}])
    const bank = kit.bank()
    const open = bank.hold('after', 1)
    const asked = everybody(workers, bank)
    await bank.until(() => bank.requests.length === 1, 'the fetch')
    server.process.kill('SIGSTOP')
    await bank.until(() => bank.requests.length === workers.length, 'the others, who fetch alone')
    open()
    expect(tokensOf(await asked).length).toBeLessThanOrEqual(workers.length)
    expect(bank.mints).toHaveLength(workers.length)
    server.process.kill('SIGCONT')
    await eventually(() => isKept(server, bank), 'it to be published')
    await workers[0].forget()
    tokensOf([await workers[0].get(bank.name)])
    expect(bank.mints).toHaveLength(workers.length)
  })

  it('frozen, where a new token ends the old one: each process fetches once and then waits', async ({
    kit,
  }) => {
    const server = await kit.redis()
    const workers = await kit.workers([server.port], [exclusive, exclusive])
    const [one, two] = workers
    const bank = kit.bank({ exclusive: true })
    server.process.kill('SIGSTOP')
    expect((await one.get(bank.name)).errors).toEqual([])
    expect((await two.get(bank.name)).errors).toEqual([])
    await Promise.all(workers.map((worker) => worker.age(10_000)))
    // The second one has ended the first one's token, and nothing can be done about that without a store.
    const called = await one.call(bank.name)
    expect(called).toMatchObject({ accepted: 0, refused: 1 })
    const [error] = (await one.get(bank.name)).errors
    expect(error?.code).toBe('ERR_TOKEN_CACHE_STORE_UNAVAILABLE')
    expect(error?.retryAfterMs).toBeGreaterThan(0)
    expect(error?.retryAfterMs).toBeLessThanOrEqual(225_000)
    expect(await two.call(bank.name)).toMatchObject({ accepted: 1, refused: 0 })
    expect(bank.mints).toHaveLength(2)
    server.process.kill('SIGCONT')
    await eventually(async () => (await one.call(bank.name)).accepted === 1, 'the store to be back')
    // Whoever is first puts a token into the empty store: the living one, or a new one that ends it.
    await Promise.all(workers.map((worker) => worker.age(10_000)))
    expect(await two.call(bank.name)).toMatchObject({ accepted: 1, failed: 0, errors: [] })
    for (const worker of workers)
      expect(await worker.call(bank.name)).toMatchObject({ accepted: 1, refused: 0 })
    expect(bank.mints.length).toBeLessThanOrEqual(3)
  })

  it('emptied in the middle of a life: one process that starts afterwards fetches, and the others take its token', async ({
    kit,
  }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const [late, ...workers] = await kit.workers([server.port], [exclusive, exclusive, exclusive])
      const { bank } = await sharedBank(kit, [late, ...workers], { exclusive: true })
      await ask(server.port, 'FLUSHALL')
      await late.forget()
      expect((await late.get(bank.name)).tokens).toEqual([bank.mints[1]?.token])
      await Promise.all(workers.map((worker) => worker.age(10_000)))
      const calls = await Promise.all(workers.map((worker) => worker.call(bank.name)))
      expect(calls.map(({ accepted, failed }) => [accepted, failed])).toEqual([
        [1, 0],
        [1, 0],
      ])
      expect(bank.mints).toHaveLength(2)
    }))

  it('emptied while a token is fetched: a second one may be, and then all have the same', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const workers = await kit.workers([server.port], [exclusive, exclusive])
      const bank = kit.bank({ exclusive: true })
      const open = bank.hold('before')
      const asked = everybody(workers, bank)
      await bank.until(() => bank.requests.length === 1, 'the fetch')
      await ask(server.port, 'FLUSHALL')
      await bank.until(() => bank.requests.length === 2, 'the second fetch')
      open()
      tokensOf(await asked)
      await Promise.all(workers.map((worker) => worker.age(10_000)))
      const round = async () => {
        const calls = await Promise.all(workers.map((worker) => worker.call(bank.name)))
        expect(calls.map(({ accepted, errors }) => [accepted, errors])).toEqual([
          [1, []],
          [1, []],
        ])
        return calls.reduce((sum, { refused }) => sum + refused, 0)
      }
      expect(await round()).toBeLessThanOrEqual(1)
      expect(await round()).toBe(0)
      expect(bank.mints).toHaveLength(2)
    }))
})
