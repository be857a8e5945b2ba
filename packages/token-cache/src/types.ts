import type { TokenKey } from './cache-key.js'

/**
 * A token that can be used and passed around, and that shows nothing when it is printed.
 *
 * `JSON.stringify`, `String()`, template literals, `util.inspect` and `structuredClone` never see `value`.
 */
export interface AccessToken {
  /** The secret itself; not enumerable. */
  readonly value: string
  /** Names this token without revealing it: safe to log and to compare. */
  readonly version: string
  /** When the provider stops accepting it, in wall-clock milliseconds since 1970. For people: the cache stops earlier. */
  readonly expiresAt: number
}

/** How one call asks for a token. */
export interface GetOptions {
  /** Detaches this caller only; the fetch that others may wait for goes on. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds the token must remain usable, for a long batch. A token in its first quarter meets any demand. */
  readonly minValidityMs?: number | undefined
}

/** Anything that hands out tokens: a source of this cache, or your own. */
export interface TokenSource {
  /**
   * Resolves to a usable token, from the cache or freshly fetched.
   *
   * Rejects with the signal's reason, with what `fetchToken` threw, with a `TypeError` for a malformed option,
   * or with a `TokenCacheError`: `ERR_TOKEN_CACHE_NO_LIFETIME`, `ERR_TOKEN_CACHE_BAD_TOKEN`,
   * `ERR_TOKEN_CACHE_FETCH_TIMEOUT` or `ERR_TOKEN_CACHE_CLOSED`.
   */
  get(options?: GetOptions): Promise<AccessToken>
  /** Returns the kept token if it is usable now; never fetches. */
  peek(): AccessToken | undefined
}

/** What `fetchToken` resolves to. */
export interface FetchedToken {
  /** The token itself, not empty. */
  readonly accessToken: string
  /** Lifetime in seconds, already a number. Leave it out if the server names none. */
  readonly expiresIn?: number | undefined
  /** Accepted so that a token response can be passed on as it is; the cache does not use it. */
  readonly tokenType?: string | undefined
}

/** Asks the provider for a token. The signal aborts on timeout and on `close()`, never because a caller left. */
export type FetchToken = (context: { readonly signal: AbortSignal }) => Promise<FetchedToken>

/** What {@link TokenCache.source} needs to know. */
export interface TokenSourceOptions {
  /** Everything that makes one token differ from another. */
  readonly key: TokenKey
  /** Asks the provider. What it throws reaches every waiter as it is. */
  readonly fetchToken: FetchToken
  /** Seconds to assume when the server names no lifetime. There is no default: never "forever". */
  readonly defaultLifetimeSeconds?: number | undefined
  /** Milliseconds after which a fetch is given up. Default 30 000. */
  readonly fetchTimeoutMs?: number | undefined
}

/** Where time and chance come from; each has a default. */
export interface TokenCacheOptions {
  /** Wall clock, milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** A clock that is never set back, milliseconds. Default `performance.now`. */
  readonly monotonic?: (() => number) | undefined
  /** A number from 0 up to 1, for jitter. Default `Math.random`. */
  readonly random?: (() => number) | undefined
  /** A new token version. Default: 16 random hexadecimal digits. */
  readonly randomId?: (() => string) | undefined
  /** Calls back once after so many milliseconds and returns its cancellation. Default `setTimeout`. */
  readonly setTimer?: ((callback: () => void, ms: number) => () => void) | undefined
}

/** Keeps the tokens of many credentials apart, one fetch at a time for each. */
export interface TokenCache {
  /**
   * Returns the source for a key. Sources with equal keys share one token and one fetch;
   * the options of the first one count.
   *
   * @throws TypeError if an option or a field of the key is missing or malformed.
   */
  source(options: TokenSourceOptions): TokenSource
  /** Aborts running fetches, forgets every token; from then on `get` rejects with `ERR_TOKEN_CACHE_CLOSED`. */
  close(): void
}
