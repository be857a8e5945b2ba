import { createClient, createCluster } from 'redis'
import { nodeRedis } from '../../src/redis/index.js'
import type { Connected } from './connect-redis.js'
import type { WorkerPlan } from './worker-protocol.js'

const host = '127.0.0.1'

export function connectNodeRedis({ ports, subscribes }: WorkerPlan): Connected {
  const [node = { socket: { host } }, ...more] = ports.map((port) => ({ socket: { host, port } }))
  const open = () =>
    (more.length > 0 ? createCluster({ rootNodes: [node, ...more] }) : createClient(node)).on(
      'error',
      () => {},
    )
  const [client, subscriber] = [open(), subscribes ? open() : undefined]
  return {
    connection: nodeRedis(client, subscriber && { subscriber }),
    ready: Promise.all([client.connect(), subscriber?.connect()]),
    end: () => {
      client.destroy()
      subscriber?.destroy()
    },
  }
}
