import { written } from '../written.mjs'
import { contenders } from './contenders.mjs'
import { openFleet } from './open-fleet.mjs'
import { percentile, settle } from './statistics.mjs'

const callers = 200
const who = ['poll', 'pubsub', 'bentocache', 'cacheable']
/** Peers are not expected to vary: they take part in one round of so many. */
const peersEach = 5

const tallyOf = () => ({ calls: [], waits: [], operations: [], failures: 0 })

/** One round of one contender: a new key, everybody asks at once. */
const play = async (fleet, { id, key, tally }) => {
  await fleet.rule()
  await fleet.all('arm', { who: id, key })
  await fleet.redis.resetOperations()
  const answers = await fleet.all('go', { callers })
  await settle()
  const { total } = await fleet.count()
  tally.calls.push(total)
  tally.operations.push(await fleet.redis.operations())
  const minted = answers.flatMap(({ mints }) => mints)
  const followers = answers.filter(({ mints }) => mints.length === 0)
  // Where every process fetches for itself, none of them follows: each waits for its own fetch.
  for (const { latencies, mints } of followers.length > 0 ? followers : answers)
    for (const latency of latencies) tally.waits.push(latency - (mints[0] ?? minted[0]))
  for (const { failures } of answers) tally.failures += failures
}

const targetsOf = ({ id, tally, bars }) => {
  const { name, isOurs } = contenders[id]
  const { calls, waits, operations, failures } = tally
  const rounds = calls.length
  const one = calls.filter((count) => count === 1).length
  const most = Math.max(...calls)
  const compare = { target: 'to compare', ok: true }
  const [median, high] = bars ?? []
  return [
    {
      name: `${name}: upstream calls a round at most / rounds of ${rounds} with 1`,
      value: [most, one],
      unit: 'calls',
      ...(isOurs
        ? { target: written({ value: [1, rounds], unit: 'calls' }), ok: most === 1 && failures === 0 }
        : compare),
    },
    ...[
      { of: 'median', value: percentile(waits, 0.5), atMost: median },
      { of: '99 of 100', value: percentile(waits, 0.99), atMost: high },
    ].map(({ of, value, atMost }) => ({
      name: `${name}: wait over the fetch, ${of}`,
      value,
      unit: 'ms',
      ...(isOurs ? { target: `at most ${atMost} ms`, ok: value <= atMost } : compare),
    })),
    {
      name: `${name}: Redis commands a round`,
      value: percentile(operations, 0.5),
      unit: 'commands',
      target: 'to compare',
      ok: true,
    },
    ...(failures > 0
      ? [{ name: `${name}: failed calls`, value: failures, unit: 'calls', target: '0', ok: false }]
      : []),
  ]
}

const bars = { poll: [25, 65], pubsub: [10, 25] }

/** Nobody has a token, everybody needs it now. */
export const cold = async ({ processes, rounds }) => {
  const fleet = await openFleet({ processes, who })
  const tallies = new Map(who.map((id) => [id, tallyOf()]))
  try {
    // The first rounds compile the code and open the connections.
    for (const id of who)
      for (const key of ['warm-1', 'warm-2']) await play(fleet, { id, key: `${id}-${key}`, tally: tallyOf() })
    for (let round = 0; round < rounds; round += 1) {
      const turn = who.map((_, place) => who[(place + round) % who.length])
      for (const id of turn)
        if (contenders[id].isOurs || round % peersEach === 0)
          await play(fleet, { id, key: `${id}-${round}`, tally: tallies.get(id) })
    }
  } finally {
    await fleet.close()
  }
  return who.flatMap((id) => targetsOf({ id, tally: tallies.get(id), bars: bars[id] }))
}
