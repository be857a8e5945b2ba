import type { ExternalIdRule } from './external-id.js'
import type { JsonObject } from './json.js'
import type { PreparedEnvironment } from './token-scheme.js'

/**
 * How a provider's calls prove who sent them: a value that a profile imports.
 *
 * `Credentials` is what the scheme needs from the caller; the client's options are typed by it.
 */
export interface SignScheme<in Credentials extends object> {
  /** What people call it, for tables. */
  readonly flow: string
  /** Checks the credentials and imports keys, once, when a client is made. Throws on what cannot work. */
  readonly prepare: (credentials: Credentials, environment: PreparedEnvironment) => CallSigner
}

/** One client's way to sign its calls. */
export interface CallSigner {
  /**
   * For whom it signs, so that an inquiry of another client can be told; not secret. Default: the client id of the token;
   * give it where there is no token.
   */
  readonly account?: string
  /** Which X-EXTERNAL-ID the provider takes. Absent where it has none. */
  readonly externalId?: ExternalIdRule
  /** A signature that stands inside the body: called with the object before its one serialisation, or doing it. */
  readonly finishBody?: (
    body: JsonObject,
    call: { readonly path: string },
  ) => JsonObject | string | Promise<JsonObject | string>
  /** Signs the very bytes that go out. */
  readonly sign: (call: CallToSign) => SignedCall | Promise<SignedCall>
}

export interface CallToSign {
  readonly method: string
  /** Below the base URL, with its query if it has one. */
  readonly path: string
  /** Empty for a call without a body. */
  readonly body: string | Uint8Array
  /** Empty where the profile has no token. */
  readonly accessToken: string
  /** Empty where the scheme has no rule for it. */
  readonly externalId: string
  /** The one clock reading of this request, epoch milliseconds. */
  readonly epochMs: number
}

export interface SignedCall {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Added to the URL, where a provider wants a token there. */
  readonly query?: Readonly<Record<string, string>>
  /** What must not be seen in an audit: the token, the signature, a static key. */
  readonly secrets: readonly string[]
}
