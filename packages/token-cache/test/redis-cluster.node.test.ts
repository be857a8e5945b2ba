import { Cluster, Redis } from 'ioredis'
import { createCluster } from 'redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ioredis, nodeRedis, type RedisConnection, redisStore } from '../src/redis/index.js'
import { contractOn } from './contract-on.js'
import { redisPrograms } from './redis-programs.js'
import { startCluster } from './start-cluster.js'
import type { RedisServer } from './start-redis.js'

interface Connected {
  readonly connection: RedisConnection
  readonly close: () => unknown
}

const ways: Record<string, (ports: readonly number[]) => Connected | Promise<Connected>> = {
  'ioredis, listening to the cluster': (ports) => {
    const client = new Cluster(ports.map((port) => ({ host: '127.0.0.1', port })))
    const subscriber = client.duplicate()
    const close = () => Promise.all([client.quit(), subscriber.quit()])
    return { connection: ioredis(client, { subscriber }), close }
  },
  'ioredis, listening to one node': (ports) => {
    const client = new Cluster(ports.map((port) => ({ host: '127.0.0.1', port })))
    const subscriber = new Redis(ports[2] ?? 0)
    const close = () => Promise.all([client.quit(), subscriber.quit()])
    return { connection: ioredis(client, { subscriber }), close }
  },
  'node-redis': async (ports) => {
    const client = createCluster({
      rootNodes: ports.map((port) => ({ socket: { host: '127.0.0.1', port } })),
    })
    const subscriber = client.duplicate()
    await Promise.all([client.connect(), subscriber.connect()])
    const close = () => Promise.all([client.close(), subscriber.close()])
    return { connection: nodeRedis(client, { subscriber }), close }
  },
}

for (const { name, program } of redisPrograms) {
  describe.skipIf(!program)(`redisStore on three nodes of ${name}`, () => {
    let nodes: readonly RedisServer[] = []
    beforeAll(async () => {
      nodes = await startCluster(program ?? '')
    }, 30_000)
    afterAll(async () => {
      await Promise.all(nodes.map(({ stop }) => stop()))
    })

    describe.each(Object.entries(ways))('through %s', (_, connect) => {
      let connected: Connected
      beforeAll(async () => {
        connected = await connect(nodes.map(({ port }) => port))
      })
      afterAll(async () => {
        await connected.close()
      })

      const cases = contractOn(() => redisStore(connected.connection, { codec: 'plaintext' }))
      for (const { name, run } of cases) it.concurrent(name, run)
    })

    it('keeps record and lease of a key together, and keys on every node', async () => {
      const [port] = nodes.map((node) => node.port)
      const client = new Cluster([{ host: '127.0.0.1', port: port ?? 0 }])
      const store = redisStore(ioredis(client), { codec: 'plaintext' })
      for (let index = 0; index < 30; index++) {
        const key = `token-cache:1:bank::${index}`
        await store.set({ key, record: { version: 'v1', data: 'd' }, ttlMs: 60_000 })
        await store.coordinate.readOrLock({ key, owner: 'a', leaseMs: 60_000, replacing: 'v1' })
      }
      const kept = await Promise.all(
        client.nodes('master').map((node) => node.keys('{token-cache:1:bank::*')),
      )
      expect(kept.map((keys) => keys.length > 0)).toEqual([true, true, true])
      expect(kept.flat()).toHaveLength(60)
      for (const keys of kept) {
        const tags = (ending: string) =>
          keys
            .filter((key) => key.endsWith(ending))
            .map((key) => key.slice(0, -2))
            .sort()
        expect(tags(':v')).toEqual(tags(':l'))
      }
      await client.quit()
    })
  })
}
