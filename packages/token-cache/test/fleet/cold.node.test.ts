import { describe, expect } from 'vitest'
import { everybody, isFull, it, KINDS, many, program, sharedBank, stopsOf, tokensOf } from './fleet-kit.js'

const fleets = isFull
  ? [
      { processes: 8, callers: 200, rounds: 1_000 },
      { processes: 16, callers: 200, rounds: 1_000 },
    ]
  : [{ processes: 8, callers: 50, rounds: 5 }]

describe.skipIf(!program)('a fleet without a token', { timeout: 60_000 }, () => {
  for (const { processes, callers, rounds } of fleets)
    it(`${processes} processes with ${callers} callers each fetch once, in each of ${rounds} rounds`, {
      timeout: 60_000 + rounds * 2_000,
    }, async ({ kit, annotate }) => {
      const server = await kit.redis()
      const workers = await kit.workers([server.port], many(processes))
      let excused = 0
      for (let round = 0; round - excused < rounds; round += 1) {
        const bank = kit.bank({ delayMs: 50 })
        const served = await everybody(workers, bank, callers)
        expect(served.flatMap(({ took }) => took)).toHaveLength(processes * callers)
        const stops = stopsOf(workers, bank)
        if (stops > 0) {
          excused += 1
          expect(bank.mints.length, `round ${round}`).toBeLessThanOrEqual(1 + stops)
        } else {
          expect(tokensOf(served)).toEqual([bank.mints[0]?.token])
          expect(bank.mints, `round ${round}`).toHaveLength(1)
        }
      }
      await annotate(`the machine stopped a process in ${excused} rounds more`)
      expect(excused, 'rounds in which the machine stopped a process').toBeLessThanOrEqual(5 + rounds / 10)
    })

  for (const kind of KINDS)
    it(`of ${kind.client} alone, ${kind.subscribes ? 'told' : 'polling'}, fetches once`, async ({ kit }) => {
      const server = await kit.redis()
      const workers = await kit.workers([server.port], [kind, kind])
      const { bank } = await sharedBank(kit, workers, { delayMs: 50 })
      for (const worker of workers) await worker.forget()
      expect(tokensOf(await everybody(workers, bank, 50))).toEqual([bank.mints[0]?.token])
    })

  it('that subscribes asks the store less while it waits', async ({ kit }) =>
    kit.undisturbed(async () => {
      const server = await kit.redis()
      const bank = kit.bank()
      const open = bank.hold('after')
      const [leader] = await kit.workers([server.port], [{}])
      const first = leader.get(bank.name)
      await bank.until(() => bank.requests.length === 1, 'the fetch')
      const sent = async (subscribes: boolean) => {
        const proxy = await kit.proxy(server.port)
        const [worker] = await kit.workers([proxy.port], [{ client: 'ioredis', subscribes }])
        const before = proxy.sent
        return { proxy, before, served: worker.get(bank.name, 20) }
      }
      const [polling, told] = await Promise.all([sent(false), sent(true)])
      await polling.proxy.until(() => polling.proxy.sent - polling.before >= 40, 'forty questions')
      expect(told.proxy.sent - told.before).toBeLessThan(20)
      open()
      const served = await Promise.all([first, polling.served, told.served])
      expect(tokensOf(served)).toEqual([bank.mints[0]?.token])
    }))
})
