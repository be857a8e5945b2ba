import type { HttpRequest, HttpResponse } from './http.js'
import type { Environment } from './profile.js'

/**
 * How a provider gives an access token: a value that a profile imports.
 *
 * `Credentials` is what the scheme needs from the caller; the client's options are typed by it.
 */
export interface TokenScheme<in Credentials extends object> {
  /** What people call it, for tables and messages. */
  readonly flow: string
  /** Used when an answer names no lifetime, in seconds. Absent where the provider documents none: such an answer is then refused. */
  readonly lifetimeSeconds?: number | undefined
  /** Checks the credentials and imports keys, once, when a client is made. Throws on what cannot work. */
  readonly prepare: (credentials: Credentials, environment: PreparedEnvironment) => TokenFlow
}

/** An environment after the caller's `baseUrl` has been checked and put in its place; no trailing slash. */
export interface PreparedEnvironment extends Environment {
  readonly baseUrl: string
}

/** One client's way to a token: build a request, read its answer; the engine sends. */
export interface TokenFlow {
  readonly url: string
  readonly clientId: string
  /** Tells two credentials of one client apart in a cache; shows nothing of the secret. */
  readonly credentialId: () => Promise<string>
  /** `epochMs` is the one clock reading of this request. */
  readonly buildRequest: (epochMs: number) => Promise<HttpRequest> | HttpRequest
  readonly readResponse: (response: HttpResponse, request: HttpRequest) => TokenAnswer
  /** What to check when the provider refuses, as a sentence for the error's message. */
  readonly onRefusal: string
}

export type TokenAnswer =
  | ReceivedToken
  | RefusedToken
  /** It said yes, and there is no usable token in it. */
  | { readonly kind: 'unreadable'; readonly reason: string }

export interface ReceivedToken {
  readonly kind: 'token'
  readonly accessToken: string
  /** Seconds as the answer names them; undefined when it names none. */
  readonly expiresIn: number | undefined
}

/** The provider said no. */
export interface RefusedToken {
  readonly kind: 'refused'
  readonly responseCode?: string | undefined
  readonly responseMessage?: string | undefined
  /** The status that the body names, where that is what counts; HTTP's otherwise. */
  readonly status?: number | undefined
}
