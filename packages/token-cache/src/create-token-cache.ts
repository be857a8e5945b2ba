import { cacheKey } from './cache-key.js'
import { createEntry, type Entry, type Surroundings } from './create-entry.js'
import { misuse } from './misuse.js'
import type { TokenCache, TokenCacheOptions, TokenSourceOptions } from './types.js'

/** The longest delay a timer takes: a longer one would fire at once. */
const MAX_TIMEOUT_MS = 2_147_483_647

/**
 * Creates a cache that keeps one valid token per credential in this process.
 *
 * @throws TypeError if an option is not a function.
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
  const entries = new Map<string, Entry>()
  let closed = false
  return {
    source(sourceOptions) {
      const { key, fetchToken, defaultLifetimeSeconds, fetchTimeoutMs } = readSourceOptions(sourceOptions)
      const name = cacheKey(key)
      const existing = entries.get(name)
      if (existing) return existing.source
      const { provider } = key
      const entry = createEntry({
        provider,
        fetchToken,
        defaultLifetimeSeconds,
        fetchTimeoutMs,
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

function readSurroundings({
  // Looked up at each call, so that a test or a runtime that replaces a clock is heeded.
  now = () => Date.now(),
  monotonic = () => performance.now(),
  random = () => Math.random(),
  randomId = randomHex,
  setTimer = startTimer,
}: TokenCacheOptions): Surroundings {
  const surroundings = { now, monotonic, random, randomId, setTimer }
  for (const [field, value] of Object.entries(surroundings)) {
    if (typeof value !== 'function') throw misuse({ field, expected: 'a function', value })
  }
  return surroundings
}

function readSourceOptions({
  key,
  fetchToken,
  defaultLifetimeSeconds,
  fetchTimeoutMs = 30_000,
}: TokenSourceOptions): TokenSourceOptions & {
  defaultLifetimeSeconds: number | undefined
  fetchTimeoutMs: number
} {
  if (typeof fetchToken !== 'function') {
    throw misuse({ field: 'fetchToken', expected: 'a function', value: fetchToken })
  }
  if (defaultLifetimeSeconds !== undefined && !isPositive(defaultLifetimeSeconds)) {
    const expected = 'a number of seconds above 0'
    throw misuse({ field: 'defaultLifetimeSeconds', expected, value: defaultLifetimeSeconds })
  }
  if (!isPositive(fetchTimeoutMs) || fetchTimeoutMs > MAX_TIMEOUT_MS) {
    const expected = `milliseconds above 0, at most ${MAX_TIMEOUT_MS}`
    throw misuse({ field: 'fetchTimeoutMs', expected, value: fetchTimeoutMs })
  }
  return { key, fetchToken, defaultLifetimeSeconds, fetchTimeoutMs }
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0
}

function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function startTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}
