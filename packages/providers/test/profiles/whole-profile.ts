import type { HttpResponse, PreparedEnvironment, Profile, TokenScheme } from '@x/providers'

/**
 * The shape that {@link Profile} grows into: its slots as they stand, and those that signed calls will add.
 * Six providers compile against it, so that the slots that ship now need not move.
 */
export interface WholeProfile extends Profile {
  readonly sign: SignScheme<never>
  readonly reply: ReplyReader
  readonly services: Readonly<Record<string, Service>>
}

/** How a call proves who sent it. Where the access token goes is part of this: a header, a query parameter, or nowhere. */
export interface SignScheme<in Credentials extends object> {
  readonly prepare: (credentials: Credentials, environment: PreparedEnvironment) => Signer
}

export interface Signer {
  /** A signature that stands inside the body goes in before the body's one serialisation. */
  readonly signBody?: (
    body: Readonly<Record<string, unknown>>,
    epochMs: number,
  ) => Readonly<Record<string, unknown>>
  readonly sign: (call: CallToSign) => Promise<SignedParts> | SignedParts
}

export interface CallToSign {
  readonly service: Service
  readonly method: string
  readonly url: URL
  readonly baseUrl: string
  readonly body: string | Uint8Array
  readonly accessToken: string | undefined
  readonly externalId: string
  readonly epochMs: number
}

export interface SignedParts {
  readonly headers: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** Says whether a call worked. What became of the money is the service's own rule. */
export type ReplyReader = (response: HttpResponse, service: Service) => Reading

export interface Reading {
  readonly outcome: 'success' | 'pending' | 'rejected' | 'unknown'
  readonly code: string | undefined
  /** The answer says the token is invalid: the one case in which a call is sent again. */
  readonly tokenRejected: boolean
}

export interface Service {
  readonly code?: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: `/${string}`
  readonly kind: 'read' | 'money' | 'other'
  /** The service that tells what became of this one. */
  readonly inquiry?: string
  /** Reads the transaction's state from the body of an answer. */
  readonly transaction?: (body: Readonly<Record<string, unknown>>) => Transaction
  /** Constant headers of this service, where they differ from service to service. */
  readonly headers?: Readonly<Record<string, string>>
}

export type Transaction = 'paid' | 'pending' | 'failed' | 'refunded' | 'cancelled' | 'not-found' | 'unknown'

/** What a client of a whole profile must be given: what its token and its signature each need. */
export type WholeCredentialsOf<P extends WholeProfile> = (P['token'] extends TokenScheme<infer Token>
  ? Token
  : object) &
  (P['sign'] extends SignScheme<infer Sign> ? Sign : object)

export const defineWholeProfile = <const P extends WholeProfile>(profile: P): P => profile
