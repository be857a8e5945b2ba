/** What each code carries in `detail`: `provider` as the key names it, `retryable` whether it may work later as it is. */
export interface TokenCacheErrorDetails {
  /** The answer names no lifetime, and the source has no default. */
  readonly ERR_TOKEN_CACHE_NO_LIFETIME: { readonly provider: string; readonly retryable: false }
  /** `fetchToken` resolved to something that is no token. */
  readonly ERR_TOKEN_CACHE_BAD_TOKEN: {
    readonly provider: string
    readonly field: 'accessToken' | 'expiresIn'
    readonly problem: string
    readonly retryable: false
  }
  /** `fetchToken` did not finish in time. */
  readonly ERR_TOKEN_CACHE_FETCH_TIMEOUT: {
    readonly provider: string
    readonly timeoutMs: number
    readonly retryable: true
  }
  /** Another process was to fetch the token, and has not within `timeoutMs`. */
  readonly ERR_TOKEN_CACHE_LEASE_TIMEOUT: {
    readonly provider: string
    readonly timeoutMs: number
    readonly retryable: true
  }
  /** The shared store is gone, and a token fetched without it now would end one that another process uses. */
  readonly ERR_TOKEN_CACHE_STORE_UNAVAILABLE: {
    readonly provider: string
    readonly retryAfterMs: number
    readonly retryable: true
  }
  /** A fetch has failed a moment ago, so none was made now. What it failed with is the error's `cause`. */
  readonly ERR_TOKEN_CACHE_PAUSED: {
    readonly provider: string
    readonly retryAfterMs: number
    readonly retryable: true
  }
  /** Two tokens in a row were rejected by the provider's API, or it issued the rejected one again. */
  readonly ERR_TOKEN_CACHE_REJECTED: {
    readonly provider: string
    readonly retryAfterMs: number
    readonly retryable: false
  }
  /** The cache was closed before, or while, somebody asked. */
  readonly ERR_TOKEN_CACHE_CLOSED: { readonly provider: string; readonly retryable: false }
}

/** Every way in which the cache itself can fail. What `fetchToken` throws is passed on as it is. */
export type TokenCacheErrorCode = keyof TokenCacheErrorDetails

/** The union of all `TokenCacheError`s: comparing `code` tells the type of `detail`. */
export type AnyTokenCacheError = { [C in TokenCacheErrorCode]: TokenCacheError<C> }[TokenCacheErrorCode]

const messages: { readonly [C in TokenCacheErrorCode]: (detail: TokenCacheErrorDetails[C]) => string } = {
  ERR_TOKEN_CACHE_NO_LIFETIME: ({ provider }) =>
    `The token of "${provider}" came without a lifetime: ` +
    'set defaultLifetimeSeconds to what the provider documents, or return expiresIn from fetchToken',
  ERR_TOKEN_CACHE_BAD_TOKEN: ({ provider, field, problem }) =>
    `fetchToken of "${provider}" returned ${field} ${problem}: ` +
    'let it return { accessToken, expiresIn } with a non-empty string and a number of seconds, or throw',
  ERR_TOKEN_CACHE_FETCH_TIMEOUT: ({ provider, timeoutMs }) =>
    `fetchToken of "${provider}" did not finish within ${timeoutMs} ms: ` +
    'check that the token endpoint can be reached, then call get() again or raise fetchTimeoutMs',
  ERR_TOKEN_CACHE_LEASE_TIMEOUT: ({ provider, timeoutMs }) =>
    `Another process has been fetching the token of "${provider}" for ${timeoutMs} ms: ` +
    'check that the token endpoint can be reached, then call get() again or raise fetchTimeoutMs',
  ERR_TOKEN_CACHE_STORE_UNAVAILABLE: ({ provider, retryAfterMs }) =>
    `The shared store does not answer, and a new token of "${provider}" would end that of another process: ` +
    `bring the store back, or call get() again in ${Math.ceil(retryAfterMs)} ms`,
  ERR_TOKEN_CACHE_PAUSED: ({ provider, retryAfterMs }) =>
    `No token of "${provider}" was asked for, because that has just failed: ` +
    `see "cause" for why, and call get() again in ${Math.ceil(retryAfterMs)} ms`,
  ERR_TOKEN_CACHE_REJECTED: ({ provider, retryAfterMs }) =>
    `"${provider}" issues tokens and then rejects them: check that the calls are signed with the right secret, for the ` +
    `right environment, with the right clock; the next token is asked for in ${Math.ceil(retryAfterMs)} ms at the earliest`,
  ERR_TOKEN_CACHE_CLOSED: ({ provider }) =>
    `The token cache is closed, so "${provider}" gets no token: stop calling get() before close(), or create a new cache`,
}

/**
 * Everything that can go wrong between a caller and a token, told apart by `code`.
 *
 * @example
 * ```ts
 * import { TokenCacheError } from '@x/token-cache'
 *
 * export const timedOut = (error: unknown): boolean =>
 *   error instanceof TokenCacheError && error.code === 'ERR_TOKEN_CACHE_FETCH_TIMEOUT'
 * ```
 */
export class TokenCacheError<C extends TokenCacheErrorCode = TokenCacheErrorCode> extends Error {
  override readonly name = 'TokenCacheError'
  /** What happened, for programs. */
  readonly code: C
  /** The facts, by code; never a secret. */
  readonly detail: TokenCacheErrorDetails[C]

  constructor({ code, detail, cause }: { code: C; detail: TokenCacheErrorDetails[C]; cause?: unknown }) {
    super(messages[code](detail), cause === undefined ? undefined : { cause })
    this.code = code
    this.detail = detail
  }

  /** By name, so that an error of the ESM build is recognised by the CommonJS build. */
  static override [Symbol.hasInstance](value: unknown): value is AnyTokenCacheError {
    return value instanceof Error && value.name === 'TokenCacheError'
  }

  /** What `JSON.stringify` writes: the message too, which an error leaves out by itself. */
  toJSON(): { name: string; code: C; message: string; detail: TokenCacheErrorDetails[C] } {
    return { name: this.name, code: this.code, message: this.message, detail: this.detail }
  }
}
