/** The `detail` of each error code. Nothing in it is secret. */
export interface ProviderErrorDetails {
  /** A key or secret that cannot work; thrown when the client is made. `reason` is the code of `cause`. */
  readonly ERR_PROVIDER_CREDENTIALS: { readonly retryable: false; readonly reason: string }
  /** No connection, or of a token request no answer: name not found, refused, cut, TLS. `reason` is the platform's code. */
  readonly ERR_PROVIDER_TRANSPORT: { readonly retryable: true; readonly reason: string }
  /** No whole answer in time. */
  readonly ERR_PROVIDER_TIMEOUT: { readonly retryable: true; readonly timeoutMs: number }
  /** A 3xx answer; redirects are never followed. `status` is 0 where the runtime hides it. */
  readonly ERR_PROVIDER_REDIRECT: { readonly retryable: false; readonly status: number }
  /** An answer above `limitBytes`. */
  readonly ERR_PROVIDER_TOO_LARGE: { readonly retryable: true; readonly limitBytes: number }
  /** A success answer that holds no usable token: not JSON, cut off, an empty token, an impossible lifetime. */
  readonly ERR_PROVIDER_UNREADABLE: {
    readonly retryable: true
    readonly status: number
    readonly reason: string
  }
  /** The provider answered the token request, and the answer is no. */
  readonly ERR_PROVIDER_REFUSED: Refusal
  /** The token cache or source gave no token; `reason` is the code of `cause`, such as `ERR_TOKEN_CACHE_PAUSED`. */
  readonly ERR_PROVIDER_TOKEN: {
    readonly retryable: boolean
    readonly reason: string
    /** When it may be tried again, in milliseconds, where that is known. */
    readonly retryAfterMs: number | undefined
  }
  /** A signer function failed, or a request could not be signed. `reason` is the code of `cause`. */
  readonly ERR_PROVIDER_SIGN: { readonly retryable: boolean; readonly reason: string }
}

export interface Refusal {
  /** HTTP status. */
  readonly status: number
  /** The provider's own code, such as `4017300` or `invalid_client`. */
  readonly responseCode: string | undefined
  /** The provider's own words, at most 150 characters, without anything that looks like a credential. */
  readonly responseMessage: string | undefined
  /** Our clock minus the server's `Date` header when the answer was there, in milliseconds. */
  readonly clockSkewMs: number | undefined
  /** Whether the same request may work later: 408, 425, 429 and 5xx. */
  readonly retryable: boolean
  /** From `Retry-After`, in milliseconds. */
  readonly retryAfterMs: number | undefined
}

/** Every code that a {@link ProviderError} can have. */
export type ProviderErrorCode = keyof ProviderErrorDetails

/** The union of all `ProviderError`s: comparing `code` tells the type of `detail`. */
export type AnyProviderError = { [Code in ProviderErrorCode]: ProviderError<Code> }[ProviderErrorCode]

/**
 * Everything a provider, its network or a credential can do to a client, told apart by `code`.
 *
 * @example
 * ```ts
 * import { ProviderError } from '@x/providers'
 *
 * export const responseCodeOf = (error: unknown): string | undefined =>
 *   error instanceof ProviderError && error.code === 'ERR_PROVIDER_REFUSED' ? error.detail.responseCode : undefined
 * ```
 */
export class ProviderError<Code extends ProviderErrorCode = ProviderErrorCode> extends Error {
  override readonly name = 'ProviderError'
  readonly code: Code
  readonly detail: ProviderErrorDetails[Code]
  /** The profile's id. */
  readonly provider: string
  /** What the client was doing: getting a token, signing a call, or connecting to send it. */
  readonly phase: Phase

  constructor({ code, detail, provider, phase, message, cause }: ProviderErrorFields<Code>) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.detail = detail
    this.provider = provider
    this.phase = phase ?? 'token'
  }

  /** By name, so that the ESM and the CommonJS copy of this class accept each other's errors. */
  static override [Symbol.hasInstance](value: unknown): value is AnyProviderError {
    return value instanceof Error && value.name === 'ProviderError'
  }

  /** What `JSON.stringify` writes: the message too, which an error leaves out by itself. */
  toJSON(): Pick<ProviderError<Code>, 'name' | 'code' | 'message' | 'detail' | 'provider' | 'phase'> {
    const { name, code, message, detail, provider, phase } = this
    return { name, code, message, detail, provider, phase }
  }
}

export type Phase = 'token' | 'sign' | 'send'

export interface ProviderErrorFields<Code extends ProviderErrorCode> {
  readonly code: Code
  readonly detail: ProviderErrorDetails[Code]
  readonly provider: string
  /** Default: `token`. */
  readonly phase?: Phase
  readonly message: string
  readonly cause?: unknown
}
