import type { Kind, Outcome } from './codes/classify.js'
import type { Meaning } from './codes/meaning-of.js'
import type { ResponseCode } from './codes/parse-response-code.js'
import type { JsonObject } from './json.js'
import type { Transaction } from './service.js'

/** How a provider's answers are read: a value that a profile imports. */
export interface ReplyScheme {
  readonly read: (answer: CallAnswer) => Reading
}

export interface CallAnswer {
  /** HTTP status. */
  readonly status: number
  /** Undefined where the body is no JSON object. */
  readonly body: JsonObject | undefined
  readonly kind: Kind
  /** The service code that was called. */
  readonly service: string | undefined
  /** Whether this is the answer to our own re-send after a refused token. */
  readonly resent: boolean
}

export interface Reading {
  readonly outcome: Outcome
  /** The provider says that the token is invalid: the one refusal after which a call is sent again, once. */
  readonly tokenRejected: boolean
  readonly code: ResponseCode | undefined
  readonly meaning: Meaning | undefined
  /** What to hand to the caller where it is not the whole body: some providers wrap it. */
  readonly body?: JsonObject
  /** Said by the code and not by the body: an inquiry that finds nothing. */
  readonly transaction?: Transaction
}
