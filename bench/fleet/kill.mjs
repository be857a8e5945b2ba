import { contenders } from './contenders.mjs'
import { openFleet } from './open-fleet.mjs'
import { settle } from './statistics.mjs'

const processes = 8
const callers = 200
const who = ['poll', 'pubsub', 'bentocache', 'cacheable']
/** The lease of a fetch is 3 s; whoever waits has to notice its end. */
const atMost = 3300

const play = async (fleet, { id, key }) => {
  await fleet.rule({ isWatched: true })
  await fleet.all('arm', { who: id, key })
  const asked = fleet.nextAsked()
  const answers = fleet.workers.map((worker) => worker.call('go', { callers }).catch(() => undefined))
  const { worker: leader } = await asked
  // In the middle of the fetch, which takes 100 ms.
  await settle(30)
  await fleet.kill(leader)
  const killed = performance.now()
  const survivors = (await Promise.all(answers)).filter((_, index) => index !== leader)
  const tookMs = performance.now() - killed
  const failures = survivors.reduce((sum, answer) => sum + (answer?.failures ?? callers), 0)
  const { total } = await fleet.count()
  await fleet.replace(leader)
  return { tookMs, failures, total }
}

/** The process that fetches is killed while all the others wait for what it brings. */
export const kill = async ({ rounds }) => {
  const fleet = await openFleet({ processes, who })
  const played = new Map(who.map((id) => [id, []]))
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const id of who) played.get(id).push(await play(fleet, { id, key: `${id}-${round}` }))
  } finally {
    await fleet.close()
  }
  return who.flatMap((id) => {
    const { name, isOurs } = contenders[id]
    const games = played.get(id)
    const longest = Math.max(...games.map(({ tookMs }) => tookMs))
    const failed = games.some(({ failures }) => failures > 0)
    const calls = Math.max(...games.map(({ total }) => total))
    const compare = { target: 'to compare', ok: true }
    return [
      {
        name: `${name}: until the last of the others is served`,
        value: longest,
        unit: 'ms',
        ...(isOurs ? { target: `at most ${atMost} ms`, ok: longest <= atMost && !failed } : compare),
      },
      {
        name: `${name}: upstream calls, the lost one included`,
        value: calls,
        unit: 'calls',
        ...(isOurs ? { target: '2', ok: calls === 2 } : compare),
      },
    ]
  })
}
