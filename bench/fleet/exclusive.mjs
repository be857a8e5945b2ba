import { contenders } from './contenders.mjs'
import { openFleet } from './open-fleet.mjs'

const processes = 8
const requests = 10_000
const who = ['poll', 'pubsub', 'bentocache', 'cacheable', 'alone']
/** So long that one token ends on the way; the last second of it is not used. */
const lifeMs = 10_000
const forMs = 15_000

/** A provider that keeps one token alive for each client: a new one ends the old one. */
export const exclusive = async () => {
  const targets = []
  const fleet = await openFleet({ processes, who, lifeMs, takesMs: 20, isExclusive: true })
  try {
    for (const id of who) {
      const { name, isOurs } = contenders[id]
      await fleet.rule()
      await fleet.all('arm', { who: id, key: id })
      const begun = performance.now()
      const answers = await fleet.all('call', { count: requests / processes, forMs })
      const tookMs = performance.now() - begun
      const { total, refusals } = await fleet.count()
      const failed = answers.reduce((sum, answer) => sum + answer.failed, 0)
      const expiries = Math.floor(tookMs / (lifeMs - 1000))
      const compare = { target: 'to compare', ok: true }
      targets.push(
        {
          name: `${name}: tokens fetched / expired on the way`,
          value: [total, expiries],
          unit: 'tokens',
          ...(isOurs ? { target: 'one more than expired', ok: total <= expiries + 1 } : compare),
        },
        {
          name: `${name}: calls refused with 401 / failed after one repetition`,
          value: [refusals, failed],
          unit: 'calls',
          ...(isOurs
            ? { target: `at most ${processes} / 0`, ok: refusals <= processes && failed === 0 }
            : compare),
        },
      )
    }
  } finally {
    await fleet.close()
  }
  return targets
}
