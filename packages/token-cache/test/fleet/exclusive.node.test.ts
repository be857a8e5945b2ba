import { describe, expect } from 'vitest'
import { isFull, it, many, program, stopsOf } from './fleet-kit.js'

/** Served for 11/12 of it, by the rules for short lives. */
const LIFE_S = 1

const { calls, lives } = isFull ? { calls: 100_000, lives: 30 } : { calls: 10_000, lives: 3 }

describe.skipIf(!program)(
  'where a new token ends the old one',
  { timeout: isFull ? 600_000 : 120_000 },
  () => {
    it('eight processes fetch once for each life, and none meets a dead token twice', async ({ kit }) => {
      const server = await kit.redis()
      const workers = await kit.workers([server.port], many(8, { rotation: 'exclusive' }))
      const bank = kit.bank({ exclusive: true, expiresIn: LIFE_S })
      const count = { accepted: 0, refused: 0, failed: 0 }
      while (count.accepted < calls || bank.mints.length <= lives) {
        const done = await Promise.all(workers.map((worker) => worker.call(bank.name, { times: 25 })))
        for (const { accepted, refused, failed, errors } of done) {
          count.accepted += accepted
          count.refused += refused
          count.failed += failed + errors.length
        }
      }
      // A life counts from the request, which on a busy machine is a while before the token is issued.
      const early = bank.mints.filter(
        ({ at }, index) => at - (bank.mints[index - 1]?.at ?? 0) < (LIFE_S * 1_000) / 2,
      )
      const stops = stopsOf(workers, bank)
      // For a second then it is without the store, and fetches once in each quarter of a life.
      const most = stops * (1 + 4 / LIFE_S)
      expect(early.length, `fetches too many, and ${stops} reasons`).toBeLessThanOrEqual(most)
      // Whoever fetches without the others' knowledge ends the token that they go on with.
      if (stops > 0) return
      expect(count.refused).toBeLessThanOrEqual((bank.mints.length - 1) * workers.length)
      expect(count.failed).toBe(0)
    })
  },
)
