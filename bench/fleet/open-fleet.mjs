import { randomBytes } from 'node:crypto'
import { startRedis } from './redis.mjs'
import { start } from './rpc.mjs'

/**
 * A Redis server, a provider, and processes that share tokens through the one and fetch them from the other. Each of
 * them has every contender open, so that they take turns on the same machine at the same time.
 */
export const openFleet = async ({ processes, who, lifeMs = 900_000, takesMs = 100, ...rules }) => {
  const redis = await startRedis()
  const workers = []
  let onAsked = () => {}
  const upstream = await start('upstream.mjs', { onNews: (news) => onAsked(news) })
  const upstreamPort = await upstream.call('port')
  const surroundings = {
    who,
    port: redis.port,
    lifeMs,
    sealKey: new Uint8Array(randomBytes(32)),
    rotation: rules.isExclusive ? 'exclusive' : 'unknown',
  }
  const openWorker = async (index) => {
    workers[index] = await start('worker.mjs', { args: [String(index), String(upstreamPort)] })
    await workers[index].call('open', surroundings)
  }
  const rule = (changes = {}) =>
    upstream.call('rule', { expiresIn: lifeMs / 1000, takesMs, isFailing: false, ...rules, ...changes })
  const all = (name, argument) => Promise.all(workers.map((worker) => worker.call(name, argument)))
  await rule()
  // One after the other: starting takes all of a small machine.
  for (let index = 0; index < processes; index += 1) await openWorker(index)
  return {
    redis,
    workers,
    rule,
    all,
    count: () => upstream.call('count'),
    /** Kills the process of a worker, and starts another one in its place. */
    kill: (index) => workers[index].kill(),
    replace: openWorker,
    /** Resolves to the next request that reaches the token endpoint. */
    nextAsked: () =>
      new Promise((resolve) => {
        onAsked = resolve
      }),
    close: async () => {
      redis.thaw()
      await Promise.all([upstream, ...workers].map((each) => each.kill()))
      await redis.stop()
    },
  }
}
