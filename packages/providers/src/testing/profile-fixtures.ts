import type { Kind, Outcome } from '../codes/classify.js'
import type { ExternalIdRule } from '../external-id.js'
import type { Environment, Evidence } from '../profile.js'
import type { Transaction } from '../service.js'

/**
 * What a provider's pages say that goes over the wire, as literals: written by hand from the cited pages, signed with a
 * tool that is not this package. Test credentials only.
 */
export interface ProfileFixtures {
  readonly identity: ProfileIdentity
  /** What `createClient` takes beside its settings. */
  readonly credentials: object
  /** The environment that all requests are made in. */
  readonly environment: string
  /** For an environment whose address the provider tells at onboarding. */
  readonly baseUrl?: string
  /** Which X-EXTERNAL-ID the provider takes; left out where it has none. */
  readonly externalIds?: ExternalIdRule
  /** Left out where the provider's calls carry no token. */
  readonly token?: TokenFixture
  /** Every service of the profile, by name. */
  readonly services: Readonly<Record<string, ServiceFixture>>
}

/** What a profile says about itself, all of it. */
export interface ProfileIdentity {
  readonly id: string
  readonly name: string
  readonly environments: Readonly<Record<string, Environment>>
  /** What people call the ways in: `flow` of the token scheme and of the sign scheme, where there is one. */
  readonly flows: { readonly token?: string; readonly sign?: string }
  readonly evidence: readonly Evidence[]
}

/** A request as the server sees it. */
export interface WireRequest {
  readonly method: string
  /** Whole, with its query. */
  readonly url: string
  /** Every header that the client writes, names in lower case; not those of `fetch` itself, such as `host`. */
  readonly headers: Readonly<Record<string, string>>
  /** Empty where there is none. */
  readonly body: string
}

export interface TokenFixture {
  /** What the clock says: ISO 8601 with an offset. */
  readonly at: string
  readonly request: WireRequest
  /** One of them names no lifetime where the profile has one for that case. */
  readonly answers: readonly TokenAnswerFixture[]
}

export interface TokenAnswerFixture {
  readonly status: number
  readonly body: string
  readonly expect: ExpectedToken | 'refused' | 'unreadable'
}

export interface ExpectedToken {
  readonly accessToken: string
  /** Seconds: as the answer says, or as documented where it says nothing. */
  readonly expiresIn: number
}

export interface ServiceFixture {
  /** The page and the day it was read. */
  readonly source: string
  /** The service code of SNAP; left out where the service has none. */
  readonly code?: string
  readonly kind: Kind
  /** What the clock says: ISO 8601 with an offset. */
  readonly at: string
  /** Left out where the provider's calls carry no token. */
  readonly accessToken?: string
  /** Left out where the provider has no X-EXTERNAL-ID. */
  readonly externalId?: string
  readonly call: { readonly body?: object | string; readonly headers?: Readonly<Record<string, string>> }
  readonly request: WireRequest
  readonly answers: readonly AnswerFixture[]
  /** How to ask when no answer came; null where there is no way. Left out: not looked at. */
  readonly withoutAnswer?: ExpectedInquiry | null
}

export interface AnswerFixture {
  /** HTTP status. */
  readonly status: number
  readonly body: string
  readonly expect: ExpectedReply
}

/** What the client makes of an answer. */
export interface ExpectedReply {
  readonly outcome: Outcome
  /** Left out for a service in which there is no money. */
  readonly transaction?: Transaction
  /** `code.value`; left out where none is read. */
  readonly code?: string
  /** Whether the client tries once more with another token. Left out: false. */
  readonly tokenRejected?: boolean
  /** The meaning in English; left out: not looked at. */
  readonly english?: string
  /** The meaning in Indonesian; left out: not looked at. */
  readonly indonesian?: string
  /** What the caller is given; left out: not looked at. */
  readonly body?: object
  /** How to ask later; null where there is none. Left out: not looked at. */
  readonly inquiry?: ExpectedInquiry | null
}

export interface ExpectedInquiry {
  readonly service: string
  readonly body: object
  /** Left out: `status`. */
  readonly how?: 'status' | 'repeat'
  readonly undecided?: readonly Transaction[]
}
