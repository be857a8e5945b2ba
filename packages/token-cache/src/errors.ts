/** What each code carries in `detail`: `provider` as the key names it. */
export interface TokenCacheErrorDetails {
  /** The answer names no lifetime, and the source has no default. */
  readonly ERR_TOKEN_CACHE_NO_LIFETIME: { readonly provider: string }
  /** `fetchToken` resolved to something that is no token. */
  readonly ERR_TOKEN_CACHE_BAD_TOKEN: {
    readonly provider: string
    readonly field: 'accessToken' | 'expiresIn'
    readonly problem: string
  }
  /** `fetchToken` did not finish in time. */
  readonly ERR_TOKEN_CACHE_FETCH_TIMEOUT: { readonly provider: string; readonly timeoutMs: number }
  /** The cache was closed before, or while, somebody asked. */
  readonly ERR_TOKEN_CACHE_CLOSED: { readonly provider: string }
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

  constructor({ code, detail }: { code: C; detail: TokenCacheErrorDetails[C] }) {
    super(messages[code](detail))
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
