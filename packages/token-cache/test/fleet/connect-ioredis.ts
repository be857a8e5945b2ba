import { Cluster, Redis } from 'ioredis'
import { ioredis } from '../../src/redis/index.js'
import type { Connected } from './connect-redis.js'
import type { WorkerPlan } from './worker-protocol.js'

const host = '127.0.0.1'

export function connectIoredis({ ports, subscribes }: WorkerPlan): Connected {
  const [node = { host }, ...more] = ports.map((port) => ({ host, port }))
  const open = () => (more.length > 0 ? new Cluster([node, ...more]) : new Redis(node)).on('error', () => {})
  const [client, subscriber] = [open(), subscribes ? open() : undefined]
  return {
    connection: ioredis(client, subscriber && { subscriber }),
    ready: Promise.all([client.ping(), subscriber?.ping()]),
    end: () => {
      client.disconnect()
      subscriber?.disconnect()
    },
  }
}
