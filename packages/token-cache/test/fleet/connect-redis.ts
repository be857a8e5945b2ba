import { Cluster, Redis } from 'ioredis'
import { createClient, createCluster } from 'redis'
import { ioredis, nodeRedis, type RedisConnection } from '../../src/redis/index.js'
import type { WorkerPlan } from './worker-protocol.js'

export interface Connected {
  readonly connection: RedisConnection
  /** Resolves once commands are answered. */
  readonly ready: Promise<unknown>
  readonly end: () => void
}

/** A client as its documentation starts one: with its own defaults, which wait for ever. */
export function connectRedis(plan: WorkerPlan): Connected {
  const host = '127.0.0.1'
  const [port = 0] = plan.ports
  const isCluster = plan.ports.length > 1
  if (plan.client === 'ioredis') {
    const open = () =>
      isCluster ? new Cluster(plan.ports.map((each) => ({ host, port: each }))) : new Redis({ host, port })
    const [client, subscriber] = [open(), plan.subscribes ? open() : undefined]
    for (const each of [client, subscriber]) each?.on('error', () => {})
    return {
      connection: ioredis(client, subscriber && { subscriber }),
      ready: Promise.all([client.ping(), subscriber?.ping()]),
      end: () => {
        client.disconnect()
        subscriber?.disconnect()
      },
    }
  }
  const open = () =>
    isCluster
      ? createCluster({ rootNodes: plan.ports.map((each) => ({ socket: { host, port: each } })) })
      : createClient({ socket: { host, port } })
  const [client, subscriber] = [open(), plan.subscribes ? open() : undefined]
  for (const each of [client, subscriber]) each?.on('error', () => {})
  return {
    connection: nodeRedis(client, subscriber && { subscriber }),
    ready: Promise.all([client.connect(), subscriber?.connect()]),
    end: () => {
      client.destroy()
      subscriber?.destroy()
    },
  }
}
