import { expect } from 'vitest'
import { ask, type RedisServer } from '../start-redis.js'
import { eventually, type FleetKit } from './fleet-kit.js'

const SLOTS = 16_384

/** Three masters without replicas; each goes on with its own slots when another is gone. */
export async function startCluster(kit: Pick<FleetKit, 'redis'>): Promise<readonly RedisServer[]> {
  const settings = [
    ...['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000'],
    // What it tells its clients: by itself it learns its address from the others, and late.
    ...['--cluster-announce-ip', '127.0.0.1'],
    ...['--cluster-require-full-coverage', 'no', '--cluster-allow-reads-when-down', 'yes'],
  ]
  const nodes = await Promise.all([1, 2, 3].map(() => kit.redis({ arguments: settings })))
  const share = Math.ceil(SLOTS / nodes.length)
  for (const [at, { port }] of nodes.entries()) {
    const last = Math.min(SLOTS, (at + 1) * share) - 1
    expect(await ask(port, `CLUSTER ADDSLOTSRANGE ${at * share} ${last}`)).toBe('+OK')
    expect(await ask(port, `CLUSTER MEET 127.0.0.1 ${nodes[0]?.port}`)).toBe('+OK')
  }
  const knowsAll = async ({ port }: RedisServer) =>
    (await ask(port, `EVAL "local all = redis.call('CLUSTER', 'SLOTS') return #all" 0`)) ===
    `:${nodes.length}`
  await eventually(async () => (await Promise.all(nodes.map(knowsAll))).every(Boolean), 'the nodes to meet')
  return nodes
}
