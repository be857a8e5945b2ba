import * as ioredis6 from 'ioredis'
import * as ioredis5 from 'ioredis-5'
import * as redis6 from 'redis'
import * as redis5 from 'redis-5'
import { describe, expect, it } from 'vitest'
import { ioredis, nodeRedis, type RedisConnection } from '../src/redis/index.js'

// Each is made as its users make it and connects to nothing: the types are what is tried, by the type check.
const nowhere = { lazyConnect: true, host: '127.0.0.1', port: 1 } as const
const startup = [{ host: '127.0.0.1', port: 1 }]
const rootNodes = [{ socket: { host: '127.0.0.1', port: 1 } }]

const accepted: Record<string, () => RedisConnection> = {
  'Redis of ioredis 6': () => {
    const client = new ioredis6.Redis(nowhere)
    return ioredis(client, { subscriber: client.duplicate() })
  },
  'Redis of ioredis 5': () => {
    const client = new ioredis5.Redis(nowhere)
    return ioredis(client, { subscriber: client.duplicate() })
  },
  'Cluster of ioredis 6': () => {
    const client = new ioredis6.Cluster(startup, { lazyConnect: true })
    return ioredis(client, { subscriber: client.duplicate([], { lazyConnect: true }) })
  },
  'Cluster of ioredis 5': () => {
    const client = new ioredis5.Cluster(startup, { lazyConnect: true })
    return ioredis(client, { subscriber: new ioredis5.Redis(nowhere) })
  },
  'a client of node-redis 6': () => {
    const client = redis6.createClient()
    return nodeRedis(client, { subscriber: client.duplicate() })
  },
  'a client of node-redis 6 that speaks RESP3': () => {
    const client = redis6.createClient({ RESP: 3 })
    return nodeRedis(client, { subscriber: client.duplicate() })
  },
  'a client of node-redis 5': () => {
    const client = redis5.createClient()
    return nodeRedis(client, { subscriber: client.duplicate() })
  },
  'a cluster of node-redis 6': () => {
    const client = redis6.createCluster({ rootNodes })
    return nodeRedis(client, { subscriber: client.duplicate() })
  },
  'a cluster of node-redis 5': () => {
    const client = redis5.createCluster({ rootNodes })
    return nodeRedis(client, { subscriber: client.duplicate() })
  },
}

describe('the clients people have', () => {
  it.each(Object.entries(accepted))('%s is accepted, and its subscriber', (_, connect) => {
    expect(Object.keys(connect())).toEqual(['run', 'subscribe'])
  })

  it('are not taken for one another', () => {
    const ofIoredis = new ioredis6.Redis(nowhere)
    const ofNodeRedis = redis6.createClient()
    // @ts-expect-error the other library's
    expect(() => nodeRedis(ofIoredis)).toThrow(new TypeError('"client" is of ioredis: use ioredis()'))
    // @ts-expect-error the other library's
    expect(() => ioredis(ofNodeRedis)).toThrow(new TypeError('"client" is of node-redis: use nodeRedis()'))
    const alsoOfIoredis = new ioredis5.Cluster(startup, { lazyConnect: true })
    // @ts-expect-error the other library's
    expect(() => nodeRedis(alsoOfIoredis)).toThrow('use ioredis()')
    // @ts-expect-error the other library's
    expect(() => ioredis(redis5.createCluster({ rootNodes }))).toThrow('use nodeRedis()')
  })
})
