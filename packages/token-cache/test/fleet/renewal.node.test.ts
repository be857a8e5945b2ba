import { describe, expect } from 'vitest'
import { eventually, everybody, isFull, it, many, program, sharedBank, tokensOf } from './fleet-kit.js'

/** Within the last fifth of a life of 900 s, and not within its last twentieth. */
const OLD_MS = 800_000

describe.skipIf(!program)('a fleet with an old token', { timeout: 60_000 }, () => {
  it('renews it once for all, and nobody waits for that', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const workers = await kit.workers([server.port], many(4))
      const { bank, token: old } = await sharedBank(kit, workers)
      const all = (callers: number) => everybody(workers, bank, callers)
      await Promise.all(workers.map((worker) => worker.age(OLD_MS)))
      const open = bank.hold('after')
      // Answered while the endpoint is silent: whoever waited for the new token would wait for ever.
      expect(tokensOf(await all(50))).toEqual([old])
      await bank.until(() => bank.requests.length === 2, 'the renewal')
      expect(tokensOf(await all(50))).toEqual([old])
      open()
      const followers = workers.filter(({ name }) => name !== bank.requests[1])
      await Promise.all(
        followers.map((worker) => worker.until(() => worker.saw('adopted'), `${worker.name} to adopt`)),
      )
      // The one who fetched may still wait for the store's answer to its commit.
      await eventually(async () => !tokensOf(await all(50)).includes(old), 'the old token to go')
      expect(tokensOf(await all(50))).toEqual([bank.mints[1]?.token])
      expect(bank.requests).toHaveLength(2)
    }))

  it('gives no new life to it by passing it on', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const workers = await kit.workers([server.port], [{}, {}])
      const { bank, token } = await sharedBank(kit, workers)
      await workers[1].forget()
      await Promise.all(workers.map((worker) => worker.age(600_000)))
      expect(tokensOf(await everybody(workers, bank))).toEqual([token])
      // 900 s, less a margin of 30 s.
      await Promise.all(workers.map((worker) => worker.age(280_000)))
      expect(tokensOf(await everybody(workers, bank))).toEqual([bank.mints[1]?.token])
    }))

  it('that was rejected in one process after another renews it once', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const workers = await kit.workers([server.port], [{}, {}, {}, {}])
      const [first, ...late] = workers
      const { bank } = await sharedBank(kit, workers)
      // Older than the time that a new token is given to become known to all servers.
      await Promise.all(workers.map((worker) => worker.age(10_000)))
      bank.revokeAll()
      expect(await first.call(bank.name)).toMatchObject({ accepted: 1, refused: 1, failed: 0, errors: [] })
      expect(bank.mints).toHaveLength(2)
      for (const worker of late) {
        expect(await worker.call(bank.name)).toMatchObject({ accepted: 1, refused: 1, failed: 0, errors: [] })
        expect(worker.saw('adopted')).toBe(true)
        expect(worker.saw('fetched')).toBe(worker.name === bank.mints[0]?.worker)
      }
      expect(bank.mints).toHaveLength(2)
    }))

  it('that was rejected in all processes at once renews it once', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const workers = await kit.workers([server.port], many(4))
      const { bank } = await sharedBank(kit, workers)
      await Promise.all(workers.map((worker) => worker.age(10_000)))
      bank.revokeAll()
      const calls = await Promise.all(
        workers.map((worker) => worker.call(bank.name, { times: 10, atOnce: 10 })),
      )
      for (const { accepted, failed, errors } of calls)
        expect([accepted, failed, errors]).toEqual([10, 0, []])
      expect(bank.mints).toHaveLength(2)
    }))

  it('whose endpoint fails asks one at a time, with pauses, and recovers', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const bank = kit.bank({ answer: 'failure', delayMs: 20 })
      const workers = await kit.workers([server.port], many(4))
      // From one process: at once, at once again, and then after 0.5 s, 1 s, 2 s, 4 s at the least.
      const { steps, most } = isFull ? { steps: 40, most: 6 } : { steps: 8, most: 4 }
      for (let step = 0; step < steps; step += 1) {
        const served = await everybody(workers, bank, 50)
        for (const { errors, tokens } of served) expect([errors.length, tokens.length]).toEqual([50, 0])
        await Promise.all(workers.map((worker) => worker.age(250)))
      }
      expect(bank.mostAtOnce).toBe(1)
      expect(bank.requests.length).toBeGreaterThanOrEqual(workers.length)
      expect(bank.requests.length).toBeLessThanOrEqual(workers.length * most)
      bank.answer = 'token'
      await Promise.all(workers.map((worker) => worker.age(30_000)))
      expect(tokensOf(await everybody(workers, bank, 50))).toEqual([bank.mints[0]?.token])
      expect(bank.mints).toHaveLength(1)
    }))

  it('whose first answer is lost fetches once more', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const bank = kit.bank({ answer: 'lost', exclusive: true })
      const workers = await kit.workers([server.port], many(3, { rotation: 'exclusive' }))
      const open = bank.hold('before', 1)
      const asked = workers.map((worker) => worker.get(bank.name, 10))
      await bank.until(() => bank.requests.length === 1, 'the fetch')
      const followers = workers.filter(({ name }) => name !== bank.requests[0])
      await Promise.all(
        followers.map((worker) => worker.until(() => worker.saw('waiting'), `${worker.name} to wait`)),
      )
      open()
      await bank.until(() => bank.answered === 1, 'the broken connection')
      bank.answer = 'token'
      const served = await Promise.all(asked)
      for (const [at, worker] of workers.entries()) {
        const { errors, tokens } = served[at] ?? { errors: [], tokens: [] }
        // It may have been issued: only those who waited for this very request are told that it failed.
        if (worker.name === bank.requests[0]) expect(errors).toHaveLength(10)
        else expect(tokens).toEqual([bank.mints[1]?.token])
      }
      expect(bank.mints).toHaveLength(2)
      const calls = await Promise.all(workers.map((worker) => worker.call(bank.name)))
      expect(calls.map(({ accepted, refused }) => [accepted, refused])).toEqual(Array(3).fill([1, 0]))
    }))
})
