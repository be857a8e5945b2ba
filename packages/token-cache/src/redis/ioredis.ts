import { createChannelHub } from './channel-hub.js'
import { requireMethods, requireOther } from './read-client.js'
import type { RedisConnection } from './redis-connection.js'

/** What {@link ioredis} calls of a client: `Redis` and `Cluster` of ioredis have it. */
export interface IoredisClient {
  /** Runs a script. */
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>
}

/** What {@link ioredis} calls of a subscriber: `Redis` and `Cluster` of ioredis have it. */
export interface IoredisSubscriber {
  /** Begins to listen. */
  subscribe(...channels: string[]): Promise<unknown>
  /** Stops listening. */
  unsubscribe(...channels: string[]): Promise<unknown>
  /** Hears of messages and of reconnects. */
  on(event: 'message' | 'ready', listener: (channel: string) => void): unknown
  /** Hears no more. */
  off(event: 'message' | 'ready', listener: (channel: string) => void): unknown
}

/**
 * Lets {@link redisStore} use a client of ioredis 5 or 6, or its `Cluster`. With a `subscriber`, a connection that you open
 * for it (`client.duplicate()`), those who wait for another process's token are told when it is there, else they poll.
 * Both stay yours: close them after the cache. A `keyPrefix` is put before the keys, and not before the channels.
 *
 * @throws TypeError if `client` or `subscriber` is no client of ioredis, or if they are the same one.
 *
 * @example
 * ```ts
 * import { ioredis, redisStore } from '@x/token-cache/redis'
 *
 * // Stands in for: new Redis('redis://127.0.0.1:6379') of ioredis.
 * const client = { eval: async () => ['miss'] }
 * const store = redisStore(ioredis(client), { codec: 'plaintext' })
 * console.log(await store.get('bank')) // undefined
 * ```
 */
export function ioredis(
  client: IoredisClient,
  { subscriber }: { readonly subscriber?: IoredisSubscriber | undefined } = {},
): RedisConnection {
  const other = { mark: 'withTypeMapping', sentence: 'is of node-redis: use nodeRedis()' }
  requireMethods({ field: 'client', value: client, methods: ['eval'], other })
  const connection: RedisConnection = {
    run: (script, keys, args) => client.eval(script, keys.length, ...keys, ...args),
  }
  if (subscriber === undefined) return connection
  requireOther({ client, subscriber })
  requireMethods({
    field: 'subscriber',
    value: subscriber,
    methods: ['subscribe', 'unsubscribe', 'on', 'off'],
    other,
  })
  const tell = (channel: string) => hub.tell(channel)
  const renew = () => hub.renew()
  const hub = createChannelHub({
    subscribe: (channel) => subscriber.subscribe(channel),
    unsubscribe: (channel) => subscriber.unsubscribe(channel),
    open() {
      subscriber.on('message', tell)
      subscriber.on('ready', renew)
    },
    close() {
      subscriber.off('message', tell)
      subscriber.off('ready', renew)
    },
  })
  return { ...connection, subscribe: hub.listen }
}
