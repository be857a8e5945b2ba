import KeyvRedis, { createKeyvNonBlocking } from '@keyv/redis'
import { BentoCache, bentostore } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import { redisBusDriver, redisDriver } from 'bentocache/drivers/redis'
import { Cacheable } from 'cacheable'
import { Redis } from 'ioredis'
import { createTokenCache, keyring } from '../../packages/token-cache/dist/index.js'
import { ioredis, redisStore } from '../../packages/token-cache/dist/redis.js'

/**
 * One way to have a token, in one process of a fleet.
 * @typedef {{ value: string }} Token
 * @typedef {{ get: () => Promise<Token>, reject: (token: Token) => unknown, accept: (token: Token) => void }} Reader
 * @typedef {{ port: number, sealKey: Uint8Array, rotation: 'unknown' | 'exclusive', lifeMs: number, fetchToken: (key: string) => Promise<{ accessToken: string, expiresIn: number }> }} Surroundings
 * @typedef {{ name: string, isOurs: boolean, open: (surroundings: Surroundings) => (key: string) => Reader }} Contender
 */

const host = '127.0.0.1'
const nothing = () => {}
/** How much of a life those may use who have no margin of their own. */
const margin = 0.95

const fetchValue = async (fetchToken, key) => ({ value: (await fetchToken(key)).accessToken })

const ours = (withStore) => (surroundings) => {
  const { fetchToken, rotation } = surroundings
  const store = withStore(surroundings)
  const cache = createTokenCache(store ? { store } : {})
  return (clientId) => {
    const source = cache.source({
      key: { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId, credentialId: 'key' },
      fetchToken: () => fetchToken(clientId),
      rotation,
    })
    return {
      get: () => source.get(),
      reject: (token) => source.invalidate(token),
      accept: (token) => source.confirm(token),
    }
  }
}

const overRedis =
  ({ isWatching }) =>
  ({ port, sealKey }) => {
    const client = new Redis(port, host)
    const options = isWatching ? { subscriber: client.duplicate() } : undefined
    return redisStore(ioredis(client, options), { codec: keyring([sealKey]) })
  }

/** Memory, Redis and a bus between them, as its documentation sets up several processes. No grace: no dead tokens. */
const bento =
  ({ connection, store } = {}) =>
  ({ port, lifeMs, fetchToken }) => {
    const at = { host, port, ...connection }
    const cache = new BentoCache({
      default: 'tokens',
      stores: {
        tokens: bentostore(store)
          .useL1Layer(memoryDriver({ maxSize: '10mb' }))
          .useL2Layer(redisDriver({ connection: at }))
          .useBus(redisBusDriver({ connection: at })),
      },
    })
    return (key) => ({
      get: () => cache.getOrSet({ key, ttl: lifeMs * margin, factory: () => fetchValue(fetchToken, key) }),
      reject: async ({ value }) => {
        if ((await cache.get({ key }))?.value === value) await cache.delete({ key })
      },
      accept: nothing,
    })
  }

/** Memory and Redis, as its documentation sets up two layers. */
const cacheable =
  (connect, options = {}) =>
  ({ port, lifeMs, fetchToken }) => {
    const cache = new Cacheable({ secondary: connect(`redis://${host}:${port}`), ...options })
    // Without a listener an error of the server would end the process.
    cache.on('error', nothing)
    return (key) => ({
      get: () =>
        cache.getOrSet(key, () => fetchValue(fetchToken, key), { ttl: lifeMs * margin, throwErrors: true }),
      reject: async ({ value }) => {
        if ((await cache.get(key))?.value === value) await cache.delete(key)
      },
      accept: nothing,
    })
  }

/** What is written by hand: one token and one fetch at a time in each process. */
const alone = ({ lifeMs, fetchToken }) => {
  const kept = new Map()
  const running = new Map()
  const fetch = async (key) => {
    const started = Date.now()
    const token = { ...(await fetchValue(fetchToken, key)), until: started + lifeMs * margin }
    kept.set(key, token)
    return token
  }
  return (key) => ({
    get: async () => {
      const token = kept.get(key)
      if (token && Date.now() < token.until) return token
      if (!running.has(key))
        running.set(
          key,
          fetch(key).finally(() => running.delete(key)),
        )
      return running.get(key)
    },
    reject: (token) => {
      if (kept.get(key) === token) kept.delete(key)
    },
    accept: nothing,
  })
}

/** @type {Readonly<Record<string, Contender>>} */
export const contenders = {
  poll: { name: 'ours, poll', isOurs: true, open: ours(overRedis({ isWatching: false })) },
  pubsub: { name: 'ours, pub/sub', isOurs: true, open: ours(overRedis({ isWatching: true })) },
  bentocache: { name: 'bentocache', isOurs: false, open: bento() },
  cacheable: { name: 'cacheable', isOurs: false, open: cacheable((url) => new KeyvRedis(url)) },
  // What their documentation offers for a server that does not answer.
  bentocacheLimits: {
    name: 'bentocache, 250 ms limit, breaker',
    isOurs: false,
    open: bento({ connection: { commandTimeout: 250 }, store: { l2CircuitBreakerDuration: '1s' } }),
  },
  cacheableLimits: {
    name: 'cacheable, non-blocking, 250 ms limit',
    isOurs: false,
    open: cacheable(
      (url) => {
        const socket = { socketTimeout: 250, connectTimeout: 250 }
        return createKeyvNonBlocking({ url, pingInterval: 100, socket }, { connectionTimeout: 250 })
      },
      { nonBlocking: true },
    ),
  },
  alone: { name: 'a cache in each process', isOurs: false, open: alone },
}
