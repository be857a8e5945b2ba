import { cacheKey } from './cache-key.js'
import { resolveCodec } from './codec/resolve-codec.js'
import { createEntry, type Entry } from './create-entry.js'
import type { TokenCacheEventDetail } from './events.js'
import type { Rotation } from './freshness.js'
import { misuse } from './misuse.js'
import type { StoreCoordination, TokenStore } from './store.js'
import { openAccess } from './store-access.js'
import { createStoreGuard } from './store-guard.js'
import { storeKey } from './store-key.js'
import { readSurroundings } from './surroundings.js'
import type { TokenCache, TokenCacheOptions, TokenSourceOptions } from './types.js'

const ROTATIONS: ReadonlySet<string> = new Set<Rotation>(['unknown', 'exclusive', 'independent'])

/** The longest delay a timer takes: a longer one would fire at once. */
const MAX_TIMEOUT_MS = 2_147_483_647

/**
 * Creates a cache that keeps one valid token per credential.
 *
 * @throws TypeError if an option is malformed.
 *
 * @example
 * ```ts
 * import { createTokenCache } from '@x/token-cache'
 *
 * const cache = createTokenCache()
 * const source = cache.source({
 *   key: { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId: 'shop', credentialId: 'key-1' },
 *   fetchToken: async () => ({ accessToken: 'from the token endpoint', expiresIn: 900 }),
 * })
 * const { value } = await source.get()
 * console.log(value.length)
 * cache.close()
 * ```
 *
 * @see RFC 6749 sections 4.4 and 5.1, RFC 6750 section 5.3
 */
export function createTokenCache(options: TokenCacheOptions = {}): TokenCache {
  const surroundings = readSurroundings(options)
  const store = checkStore(options.store)
  const entries = new Map<string, Entry>()
  let closed = false
  return {
    source(sourceOptions) {
      const { key, fetchToken, rotation, defaultLifetimeSeconds, fetchTimeoutMs } =
        readSourceOptions(sourceOptions)
      const name = cacheKey(key)
      const existing = entries.get(name)
      if (existing) return existing.source
      const { provider, clientId } = key
      const report = (detail: TokenCacheEventDetail) => surroundings.report({ provider, clientId, ...detail })
      const entry = createEntry({
        provider,
        fetchToken,
        defaultLifetimeSeconds,
        rules: {
          rotation,
          joins: surroundings.joins,
          hasStore: store !== undefined,
          coordinates: store?.coordinate !== undefined,
          flightLimitMs: fetchTimeoutMs,
        },
        access:
          store &&
          openAccess({
            store,
            key: storeKey({ key, name }),
            // One for each key: of a cluster one node may be gone, and the others have done nothing.
            guard: createStoreGuard(surroundings),
            report,
            surroundings,
          }),
        report,
        surroundings,
      })
      if (closed) entry.close()
      entries.set(name, entry)
      return entry.source
    },
    close() {
      closed = true
      for (const entry of entries.values()) entry.close()
    },
  }
}

function checkStore(store: TokenStore | undefined): TokenStore | undefined {
  if (store === undefined) return undefined
  if (typeof store !== 'object' || store === null) {
    throw misuse({ field: 'store', expected: 'a TokenStore', value: store })
  }
  const { get, set, delete: remove, coordinate } = store
  checkFunctions('store', { get, set, delete: remove })
  if (coordinate !== undefined) checkCoordination(coordinate)
  resolveCodec(store.codec)
  return store
}

function checkCoordination(coordinate: StoreCoordination): void {
  if (typeof coordinate !== 'object' || coordinate === null)
    throw misuse({ field: 'store.coordinate', expected: 'an object or nothing', value: coordinate })
  const { readOrLock, renew, commit, release, watch = () => () => {} } = coordinate
  checkFunctions('store.coordinate', { readOrLock, renew, commit, release, watch })
}

function checkFunctions(of: string, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions))
    if (typeof value !== 'function') throw misuse({ field: `${of}.${name}`, expected: 'a function', value })
}

function readSourceOptions({
  key,
  fetchToken,
  rotation = 'unknown',
  defaultLifetimeSeconds,
  fetchTimeoutMs = 30_000,
}: TokenSourceOptions): TokenSourceOptions & {
  rotation: Rotation
  defaultLifetimeSeconds: number | undefined
  fetchTimeoutMs: number
} {
  if (typeof fetchToken !== 'function') {
    throw misuse({ field: 'fetchToken', expected: 'a function', value: fetchToken })
  }
  if (!ROTATIONS.has(rotation)) {
    const expected = `one of ${[...ROTATIONS].join(', ')}`
    throw misuse({ field: 'rotation', expected, value: rotation })
  }
  if (defaultLifetimeSeconds !== undefined && !isPositive(defaultLifetimeSeconds)) {
    const expected = 'a number of seconds above 0'
    throw misuse({ field: 'defaultLifetimeSeconds', expected, value: defaultLifetimeSeconds })
  }
  if (!isPositive(fetchTimeoutMs) || fetchTimeoutMs > MAX_TIMEOUT_MS) {
    const expected = `milliseconds above 0, at most ${MAX_TIMEOUT_MS}`
    throw misuse({ field: 'fetchTimeoutMs', expected, value: fetchTimeoutMs })
  }
  return { key, fetchToken, rotation, defaultLifetimeSeconds, fetchTimeoutMs }
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0
}
