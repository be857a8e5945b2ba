// needs Node's types: AbortSignal
import {
  type AccessToken,
  createTokenCache,
  keyring,
  memoryStore,
  TokenCacheError,
  type TokenCodec,
  type TokenSource,
  type TokenStore,
} from '@x/token-cache'
import { ioredis, nodeRedis, type RedisConnection, redisStore } from '@x/token-cache/redis'
import { type StoreContractCase, storeContract } from '@x/token-cache/testing'

export const source: TokenSource = createTokenCache().source({
  key: { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId: 'id', credentialId: 'k1' },
  fetchToken: async ({ signal }) => ({ accessToken: signal.aborted ? 'a' : 'b', expiresIn: 900 }),
})

export const token: Promise<AccessToken> = source.get({ minValidityMs: 60_000 })

export const timeoutMs = (error: unknown): number | undefined =>
  error instanceof TokenCacheError && error.code === 'ERR_TOKEN_CACHE_FETCH_TIMEOUT'
    ? error.detail.timeoutMs
    : undefined

export const codec: TokenCodec = keyring(['AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='])

/** A store of one's own: what wraps another hands its capability through. */
export const counted = (store: TokenStore, count: () => void): TokenStore => ({
  ...store,
  codec,
  get(key) {
    count()
    return store.get(key)
  },
})

export const cases: readonly StoreContractCase[] = storeContract({
  create: () => ({ store: counted(memoryStore(), () => {}), advance: async () => {} }),
})

const connections: readonly RedisConnection[] = [
  ioredis({ eval: async (_script, numberOfKeys, ...rest) => rest.slice(numberOfKeys) }),
  nodeRedis({ eval: async (_script, options) => options.keys }),
  { run: async (_script, keys, args) => [...keys, ...args] },
]

export const inRedis: readonly TokenStore[] = connections.map((connection) =>
  redisStore(connection, { codec }),
)
