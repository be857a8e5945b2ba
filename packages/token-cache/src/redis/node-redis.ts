import { createChannelHub } from './channel-hub.js'
import { requireMethods, requireOther } from './read-client.js'
import type { RedisConnection } from './redis-connection.js'

/** What {@link nodeRedis} calls of a client: those of `createClient` and `createCluster` have it. */
export interface NodeRedisClient {
  /** Runs a script. */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
}

/** What {@link nodeRedis} calls of a subscriber: those of `createClient` and `createCluster` have it. */
export interface NodeRedisSubscriber {
  /** Begins to listen. */
  subscribe(channel: string, listener: (message: unknown, channel: unknown) => void): Promise<unknown>
  /** Stops listening. */
  unsubscribe(channel: string, listener: (message: unknown, channel: unknown) => void): Promise<unknown>
  /** Hears of reconnects. */
  on(event: 'ready', listener: () => void): unknown
  /** Hears no more. */
  off(event: 'ready', listener: () => void): unknown
}

/**
 * Lets {@link redisStore} use a client of node-redis 5 or 6, or its cluster. With a `subscriber`, a connection that you
 * open for it (`client.duplicate()`), those who wait for another process's token are told when it is there, else they
 * poll. Both stay yours: connect them, listen to their `error` events, close them after the cache.
 *
 * @throws TypeError if `client` or `subscriber` is no client of node-redis, or if they are the same one.
 *
 * @example
 * ```ts
 * import { nodeRedis, redisStore } from '@x/token-cache/redis'
 *
 * // Stands in for: await createClient({ url: 'redis://127.0.0.1:6379' }).connect() of node-redis.
 * const client = { eval: async () => ['miss'] }
 * const store = redisStore(nodeRedis(client), { codec: 'plaintext' })
 * console.log(await store.get('bank')) // undefined
 * ```
 */
export function nodeRedis(
  client: NodeRedisClient,
  { subscriber }: { readonly subscriber?: NodeRedisSubscriber | undefined } = {},
): RedisConnection {
  const other = { mark: 'evalBuffer', sentence: 'is of ioredis: use ioredis()' }
  requireMethods({ field: 'client', value: client, methods: ['eval'], other })
  const connection: RedisConnection = {
    run: (script, keys, args) => client.eval(script, { keys: [...keys], arguments: [...args] }),
  }
  if (subscriber === undefined) return connection
  requireOther({ client, subscriber })
  requireMethods({
    field: 'subscriber',
    value: subscriber,
    methods: ['subscribe', 'unsubscribe', 'on', 'off'],
    other,
  })
  const tell = (_message: unknown, channel: unknown) => hub.tell(String(channel))
  const renew = () => hub.renew()
  const hub = createChannelHub({
    subscribe: (channel) => subscriber.subscribe(channel, tell),
    unsubscribe: (channel) => subscriber.unsubscribe(channel, tell),
    open: () => void subscriber.on('ready', renew),
    close: () => void subscriber.off('ready', renew),
  })
  return { ...connection, subscribe: hub.listen }
}
