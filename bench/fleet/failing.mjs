import { contenders } from './contenders.mjs'
import { openFleet } from './open-fleet.mjs'

const callers = 1000
const forMs = 10_000
const who = ['poll', 'bentocache', 'cacheable']
const atMost = 10

/** The token endpoint answers 500 after 100 ms; everybody asks again 100 ms after each refusal. */
export const failing = async () => {
  const targets = []
  for (const id of who) {
    // Each alone: whoever has built up a queue would leave it to the next one.
    const fleet = await openFleet({ processes: 1, who: [id], isFailing: true })
    try {
      await fleet.all('arm', { who: id, key: id })
      const [{ served }] = await fleet.all('storm', { callers, forMs, everyMs: 100 })
      const { total } = await fleet.count()
      const { name, isOurs } = contenders[id]
      targets.push({
        name: `${name}: upstream calls`,
        value: total,
        unit: 'calls',
        ...(isOurs
          ? { target: `at most ${atMost}`, ok: total <= atMost && served === 0 }
          : { target: 'to compare', ok: true }),
      })
    } finally {
      await fleet.close()
    }
  }
  return targets
}
