import type { TokenKey } from './cache-key.js'
import type { TokenCacheEvent } from './events.js'
import type { Rotation } from './freshness.js'
import type { TokenStore } from './store.js'

/**
 * A token that can be used and passed around, and that shows nothing when it is printed.
 *
 * `JSON.stringify`, `String()`, template literals, `util.inspect` with any option and `structuredClone` never see `value`.
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
   * `ERR_TOKEN_CACHE_FETCH_TIMEOUT`, `ERR_TOKEN_CACHE_PAUSED`, `ERR_TOKEN_CACHE_REJECTED` or `ERR_TOKEN_CACHE_CLOSED`.
   */
  get(options?: GetOptions): Promise<AccessToken>
  /** Returns the kept token if it is usable now; never fetches. */
  peek(): AccessToken | undefined
}

/** What {@link TokenCache.source} returns: it learns from the calls that are made with its tokens. */
export interface CachedTokenSource extends TokenSource {
  /**
   * Reports that the provider rejected a call because of this token: a 401 with `invalid_token`, or its own code for
   * that. Only this very token is dropped, so a late report never costs the token that has followed it.
   *
   * Returns what `get` brings now. `renewed`: another token, so send the call again once. `kept`: the same one, since it
   * is too young to be known everywhere, or other calls are accepted with it. `paused`: none for a while.
   *
   * @throws TypeError if it is given no token.
   * @see RFC 6750 section 3.1
   */
  invalidate(token: Pick<AccessToken, 'version'>): Invalidation
  /**
   * Reports that the provider accepted a call with this token. With that the cache tells a dead token from a call that
   * is rejected for another reason, and fetches no token for the latter.
   *
   * @throws TypeError if it is given no token.
   */
  confirm(token: Pick<AccessToken, 'version'>): void
}

/** What the next `get` brings after a rejection. */
export type Invalidation = 'renewed' | 'kept' | 'paused'

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
  /**
   * Asks the provider. What it throws reaches every waiter as it is. An error whose `detail.retryable` is `false` is
   * repeated for 15 s to 30 s instead of asking again; a `detail.retryAfterMs` is waited for, 5 minutes at most.
   */
  readonly fetchToken: FetchToken
  /**
   * What the provider does to the old token when it issues a new one; see {@link Rotation}. Default `unknown`. Say
   * `exclusive` or `independent` only if the provider documents it.
   */
  readonly rotation?: Rotation | undefined
  /** Seconds to assume when the server names no lifetime. There is no default: never "forever". */
  readonly defaultLifetimeSeconds?: number | undefined
  /** Milliseconds after which a fetch is given up. Default 30 000. */
  readonly fetchTimeoutMs?: number | undefined
}

/** Where a cache keeps what, and whom it tells; each has a default. */
export interface TokenCacheOptions {
  /** Where tokens are shared with other processes. It is asked before the provider. Default: none. */
  readonly store?: TokenStore | undefined
  /** Is told what happens, and can disturb nothing. See {@link TokenCacheEvent}. */
  readonly onEvent?: ((event: TokenCacheEvent) => void) | undefined
  /**
   * Keeps a serverless runtime alive until a fetch has ended, and until the store has what it is given; it gets promises
   * that never reject.
   */
  readonly waitUntil?: ((promise: Promise<void>) => void) | undefined
  /**
   * Whether callers may wait for a fetch that another one's request has started. Default: `true`, but `false` on
   * Cloudflare Workers, where a promise of one request cannot be waited for in another; there each fetches for itself.
   */
  readonly joinFetches?: boolean | undefined
  /** Wall clock, milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** The rest of what a test wants to hold in its hand. */
  readonly runtime?: TokenCacheRuntime | undefined
}

/** Time and chance; each has a default. */
export interface TokenCacheRuntime {
  /** A clock that is never set back, milliseconds. Default `performance.now`. */
  readonly monotonic?: (() => number) | undefined
  /** A number from 0 up to 1, for jitter. Default `Math.random`. */
  readonly random?: (() => number) | undefined
  /** A new name, for a token version or for who holds a lease: unique in the whole fleet. Default: 24 random hexadecimal digits. */
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
  source(options: TokenSourceOptions): CachedTokenSource
  /** Aborts running fetches, forgets every token; from then on `get` rejects with `ERR_TOKEN_CACHE_CLOSED`. */
  close(): void
}
