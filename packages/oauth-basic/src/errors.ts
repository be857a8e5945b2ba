import { isText } from './text.js'

/** What is known when the token endpoint answered and the status decides. */
export interface StatusDetail {
  readonly status: number
  /** Whether the same request may work later: 408, 425, 429 and 5xx. */
  readonly retryable: boolean
  /** From `Retry-After` in seconds; absent if the server gave none, or a date. */
  readonly retryAfterMs?: number
}

/** The `detail` of each error code. */
export interface OAuthErrorDetails {
  /** `reason` is the platform's own short code, such as `ECONNREFUSED`. */
  readonly ERR_OAUTH_TRANSPORT: { readonly retryable: true; readonly reason: string }
  readonly ERR_OAUTH_TIMEOUT: { readonly retryable: true; readonly timeoutMs: number }
  /** `status` is 0 where the runtime hides it. */
  readonly ERR_OAUTH_REDIRECT: { readonly retryable: false; readonly status: number }
  readonly ERR_OAUTH_STATUS: StatusDetail
  /** `error` and `errorDescription` are the server's words: printable ASCII, at most 200 characters each. */
  readonly ERR_OAUTH_REJECTED: StatusDetail & { readonly error: string; readonly errorDescription?: string }
  readonly ERR_OAUTH_NOT_JSON: { readonly retryable: false; readonly status: number }
  readonly ERR_OAUTH_SHAPE: {
    readonly retryable: false
    readonly status: number
    readonly field: 'body' | 'error' | 'access_token' | 'token_type' | 'expires_in' | 'scope'
  }
  readonly ERR_OAUTH_TOO_LARGE: StatusDetail & { readonly limitBytes: number }
}

/** Every code that an `OAuthError` can have. */
export type OAuthErrorCode = keyof OAuthErrorDetails

/** The union of all `OAuthError`s: comparing `code` tells the type of `detail`. */
export type AnyOAuthError = { [Code in OAuthErrorCode]: OAuthError<Code> }[OAuthErrorCode]

/**
 * Everything that can go wrong with a token request once it is built.
 *
 * `code` says what happened, `message` what to do next; `detail.retryable` is there for every code. No secret, token
 * or body is in any field, and there is no `cause`.
 *
 * @example
 * ```ts
 * import { OAuthError, readTokenResponse } from '@x/oauth-basic'
 *
 * try {
 *   readTokenResponse({ status: 401, body: '{"error":"invalid_client"}' })
 * } catch (error) {
 *   if (!(error instanceof OAuthError)) throw error
 *   if (error.code === 'ERR_OAUTH_REJECTED') error.detail.error // 'invalid_client'
 * }
 * ```
 */
export class OAuthError<Code extends OAuthErrorCode = OAuthErrorCode> extends Error {
  override readonly name = 'OAuthError'
  declare readonly code: Code
  declare readonly detail: OAuthErrorDetails[Code]

  constructor({ code, message, detail }: { code: Code; message: string; detail: OAuthErrorDetails[Code] }) {
    super(message)
    this.code = code
    this.detail = detail
  }

  /** By code, so that the ESM and the CommonJS copy of this class accept each other's errors. */
  static override [Symbol.hasInstance](value: unknown): value is AnyOAuthError {
    return value instanceof Error && isText(Object(value).code, /^ERR_OAUTH_/)
  }

  toJSON(): { name: string; code: Code; message: string; detail: OAuthErrorDetails[Code] } {
    return { ...this, message: this.message }
  }
}
