import { describe, expect } from 'vitest'
import { BUSY_MS, it, LEASE_MS, many, program, tokensOf } from './fleet-kit.js'
import type { Bank } from './start-upstream.js'
import type { Worker } from './start-worker.js'

/** Lets everybody ask; resolves once one of them fetches and the others wait for it. */
async function race(bank: Bank, workers: readonly Worker[], callers = 10) {
  const asked = workers.map((worker) => worker.get(bank.name, callers).catch(() => undefined))
  await bank.until(() => bank.requests.length === 1, 'the fetch')
  const at = workers.findIndex(({ name }) => name === bank.requests[0])
  const leader = workers[at]
  const [leading] = asked.splice(at, 1)
  if (leader === undefined || leading === undefined) throw new Error('nobody leads')
  const others = workers.filter((worker) => worker !== leader)
  await Promise.all(
    others.map((worker) => worker.until(() => worker.saw('waiting'), `${worker.name} to wait`)),
  )
  const waiting = Promise.all(asked).then((served) => tokensOf(served.flatMap((each) => each ?? [])))
  return { leader, leading, others, waiting }
}

describe.skipIf(!program)('whoever fetches for the fleet', { timeout: 120_000, concurrent: true }, () => {
  it('is killed meanwhile, and one other fetches when the lease has ended', async ({ kit, annotate }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const bank = kit.bank()
      const workers = await kit.workers([server.port], many(4))
      bank.hold('before', 1)
      const { leader, waiting } = await race(bank, workers)
      const killed = performance.now()
      leader.signal('SIGKILL')
      expect(await waiting).toEqual([bank.mints[1]?.token])
      const tookMs = performance.now() - killed
      await annotate(`survivors served ${Math.round(tookMs)} ms after the SIGKILL`)
      expect(tookMs).toBeLessThan(LEASE_MS + 300 + BUSY_MS)
      // The lost one, and that of the one who took over.
      expect(bank.mints).toHaveLength(2)
      expect(bank.requests).toHaveLength(2)
    }))

  it('is frozen past its lease, and takes the token of the one who took over', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const bank = kit.bank({ exclusive: true })
      const workers = await kit.workers([server.port], many(3, { rotation: 'exclusive' }))
      const open = bank.hold('before', 1)
      const { leader, leading, waiting } = await race(bank, workers)
      leader.signal('SIGSTOP')
      expect(await waiting).toEqual([bank.mints[1]?.token])
      // Its answer is there when it wakes up, and what it says is dead.
      open()
      await bank.until(() => bank.answered === 2, 'both answers')
      leader.signal('SIGCONT')
      expect((await leading)?.tokens).toEqual([bank.mints[1]?.token])
      await leader.until(() => leader.saw('overtaken'), 'the refused commit to be told')
      const [late] = await kit.workers([server.port], [{ name: 'late', rotation: 'exclusive' }])
      expect((await late.get(bank.name))?.tokens).toEqual([bank.mints[1]?.token])
      const calls = await Promise.all(workers.map((worker) => worker.call(bank.name)))
      expect(calls.map(({ accepted, refused }) => [accepted, refused])).toEqual(Array(3).fill([1, 0]))
      expect(bank.mints).toHaveLength(2)
    }))

  it('is frozen before its token is issued, which ends the one that all have: one round of 401 heals it', async ({
    kit,
  }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const bank = kit.bank({ exclusive: true })
      const workers = await kit.workers([server.port], many(3, { rotation: 'exclusive' }))
      const open = bank.hold('after', 1)
      const { leader, leading, waiting } = await race(bank, workers)
      leader.signal('SIGSTOP')
      await waiting
      open()
      await bank.until(() => bank.answered === 2, 'both answers')
      leader.signal('SIGCONT')
      await leading
      await Promise.all(workers.map((worker) => worker.age(10_000)))
      const round = async () => {
        const calls = await Promise.all(workers.map((worker) => worker.call(bank.name)))
        expect(calls.flatMap(({ errors }) => errors)).toEqual([])
        expect(calls.map(({ accepted }) => accepted)).toEqual([1, 1, 1])
        return calls.reduce((sum, { refused }) => sum + refused, 0)
      }
      expect(await round()).toBeLessThanOrEqual(workers.length)
      expect(await round()).toBe(0)
      expect(bank.mints.length).toBeLessThanOrEqual(3)
    }))

  it('is frozen past its lease and then fails, and gives up no lease but its own', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const bank = kit.bank()
      const workers = await kit.workers([server.port], many(2))
      const fail = bank.hold('after', 1)
      const { leader, leading, waiting } = await race(bank, workers)
      leader.signal('SIGSTOP')
      const open = bank.hold('after', 1)
      await bank.until(() => bank.requests.length === 2, 'the one who takes over')
      bank.answer = 'failure'
      fail()
      await bank.until(() => bank.answered === 1, 'the failure')
      bank.answer = 'token'
      leader.signal('SIGCONT')
      expect((await leading)?.errors).toHaveLength(10)
      const proxy = await kit.proxy(server.port)
      const [late] = await kit.workers([proxy.port], [{ name: 'late', client: 'ioredis', subscribes: false }])
      const before = proxy.sent
      const asked = late.get(bank.name)
      await proxy.until(() => proxy.sent - before >= 20, 'twenty questions')
      expect(bank.requests).toHaveLength(2)
      open()
      expect(await waiting).toEqual([bank.mints[0]?.token])
      expect((await asked)?.tokens).toEqual([bank.mints[0]?.token])
      expect(bank.mints).toHaveLength(1)
    }))

  it('may take longer than a lease lasts, and who will not wait that long is told so and fetches nothing', async ({
    kit,
  }) => {
    const server = await kit.redis()
    const bank = kit.bank()
    const [leader, patient, impatient] = await kit.workers([server.port], [{}, {}, { fetchTimeoutMs: 1_000 }])
    const open = bank.hold('after')
    const leading = leader.get(bank.name)
    await bank.until(() => bank.requests.length === 1, 'the fetch')
    const waiting = patient.get(bank.name, 10)
    const started = performance.now()
    const told = await impatient.get(bank.name, 10)
    expect(told?.errors.map(({ code }) => code)).toEqual(Array(10).fill('ERR_TOKEN_CACHE_LEASE_TIMEOUT'))
    // The time itself is under test: without renewal the lease would have ended.
    await new Promise((resolve) => setTimeout(resolve, LEASE_MS + 700 - (performance.now() - started)))
    expect(bank.requests).toEqual([leader.name])
    open()
    expect((await waiting)?.tokens).toEqual([bank.mints[0]?.token])
    expect((await leading)?.tokens).toEqual([bank.mints[0]?.token])
    expect((await impatient.get(bank.name))?.tokens).toEqual([bank.mints[0]?.token])
    expect(bank.mints).toHaveLength(1)
  })
})
