import { describe, expect } from 'vitest'
import { isFull, it, many, program } from './fleet-kit.js'

/** Served for 11/12 of it, by the rules for short lives. */
const LIFE_S = 1

describe.skipIf(!program)('where a new token ends the old one', { timeout: 60_000 }, () => {
  it('eight processes fetch once for each life, and none meets a dead token twice', {
    timeout: 120_000,
  }, async ({ kit }) => {
    const { calls, lives } = isFull ? { calls: 100_000, lives: 30 } : { calls: 10_000, lives: 3 }
    const server = await kit.redis()
    const workers = await kit.workers([server.port], many(8, { rotation: 'exclusive' }))
    const bank = kit.bank({ exclusive: true, expiresIn: LIFE_S })
    const count = { calls: 0, refused: 0, failed: 0 }
    while (count.calls < calls || bank.mints.length <= lives) {
      const done = await Promise.all(workers.map((worker) => worker.call(bank.name, { times: 25 })))
      for (const { accepted, refused, failed, errors } of done) {
        expect(errors).toEqual([])
        count.calls += accepted + failed
        count.refused += refused
        count.failed += failed
      }
    }
    const renewals = bank.mints.length - 1
    expect(count.refused).toBeLessThanOrEqual(renewals * workers.length)
    expect(count.failed).toBe(0)
    for (const [at, mint] of bank.mints.entries()) {
      const before = bank.mints[at - 1]
      // A life that ended early would have been fetched twice.
      if (before) expect(mint.at - before.at).toBeGreaterThan(LIFE_S * 1_000 * (11 / 12) - 50)
    }
  })
})
