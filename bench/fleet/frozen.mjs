import { contenders } from './contenders.mjs'
import { openFleet } from './open-fleet.mjs'
import { percentile, settle } from './statistics.mjs'

const who = ['poll', 'pubsub', 'bentocache', 'bentocacheLimits', 'cacheable', 'cacheableLimits']
const capMs = 5000

const play = async (fleet, { id, round }) => {
  const [worker] = fleet.workers
  const ask = async () => (await worker.call('ask', { capMs })) ?? { tookMs: undefined, mintMs: 0 }
  await worker.call('arm', { who: id, key: `${id}-${round}-kept` })
  await ask()
  await settle(50)
  fleet.redis.freeze()
  await settle(50)
  const kept = []
  for (let asked = 0; asked < 20; asked += 1) {
    kept.push((await ask()).tookMs ?? capMs)
    await settle(10)
  }
  await worker.call('arm', { who: id, key: `${id}-${round}-cold` })
  const { tookMs, mintMs } = await ask()
  fleet.redis.thaw()
  await fleet.redis.client.ping()
  // Long enough for whoever pauses after a failure.
  await settle(1500)
  return { kept, cold: tookMs === undefined ? undefined : tookMs - mintMs }
}

/** The Redis server is there and does not answer: the hardest way for it to be gone. */
export const frozen = async ({ rounds }) => {
  const fleet = await openFleet({ processes: 1, who })
  const played = new Map(who.map((id) => [id, []]))
  try {
    // Compiled, connected, and with what a first fetch takes behind it.
    for (const id of who) {
      await fleet.all('arm', { who: id, key: `${id}-warm` })
      await fleet.all('ask', { capMs })
    }
    for (let round = 0; round < rounds; round += 1)
      for (const id of who) played.get(id).push(await play(fleet, { id, round }))
  } finally {
    await fleet.close()
  }
  return who.flatMap((id) => {
    const { name, isOurs } = contenders[id]
    const games = played.get(id)
    const asked = games.flatMap((game) => game.kept)
    const kept = [percentile(asked, 0.5), Math.max(...asked)]
    const cold = Math.max(...games.map((game) => game.cold ?? capMs))
    const isOver = games.some((game) => game.cold === undefined)
    const compare = { target: 'to compare', ok: true }
    return [
      {
        name: `${name}: get() with a kept token, median / longest of ${asked.length}`,
        value: kept,
        unit: 'ms',
        ...(isOurs ? { target: 'nothing added: less than 1 ms', ok: kept[0] < 1 } : compare),
      },
      {
        name: `${name}: get() without, over the fetch, longest of ${rounds}`,
        value: cold,
        unit: 'ms',
        isOver,
        ...(isOurs ? { target: 'at most 300 ms', ok: cold <= 300 } : compare),
      },
    ]
  })
}
