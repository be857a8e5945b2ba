import { Redis } from 'ioredis'
import { vi } from 'vitest'
import { freePort, type RedisServer, type RedisSettings, startRedis } from './start-redis.js'

const SLOTS = [0, 5461, 10923, 16384] as const

/** Three nodes that share the slots, ready when this resolves. */
export async function startCluster(
  program: string,
  { arguments: more = [] }: Pick<RedisSettings, 'arguments'> = {},
): Promise<readonly RedisServer[]> {
  const nodes = await Promise.all(
    [0, 1, 2].map(async (index) => {
      // The usual port of the bus, 10 000 higher, may be beyond the last one.
      const bus = await freePort()
      const settings = ['--cluster-enabled', 'yes', '--cluster-config-file', 'nodes.conf', '--cluster-port']
      const server = await startRedis(program, { arguments: [...settings, String(bus), ...more] })
      return {
        server,
        bus,
        client: new Redis(server.port),
        first: SLOTS[index] ?? 0,
        next: SLOTS[index + 1] ?? 0,
      }
    }),
  )
  await Promise.all(nodes.map(({ client, first, next }) => client.cluster('ADDSLOTSRANGE', first, next - 1)))
  for (const { client } of nodes) {
    for (const { server, bus } of nodes) await client.call('CLUSTER', 'MEET', '127.0.0.1', server.port, bus)
  }
  const isReady = async (client: Redis) => {
    const info = String(await client.call('CLUSTER', 'INFO'))
    const slots = await client.cluster('SLOTS')
    if (!info.includes('cluster_state:ok') || slots.length < 3) throw new Error(`no cluster yet:\n${info}`)
  }
  for (const { client } of nodes) await vi.waitFor(() => isReady(client), { timeout: 20_000, interval: 50 })
  await Promise.all(nodes.map(({ client }) => client.quit()))
  return nodes.map(({ server }) => server)
}
