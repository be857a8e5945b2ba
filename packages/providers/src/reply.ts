import type { Outcome } from './codes/classify.js'
import type { Meaning } from './codes/meaning-of.js'
import type { ResponseCode } from './codes/parse-response-code.js'
import type { Inquiry } from './inquiry.js'
import type { JsonObject } from './json.js'
import type { Transaction } from './service.js'

/** Why there is no answer that can be understood. */
export type AnswerProblem =
  /** The time was over, after the request had begun. */
  | 'timeout'
  /** The caller's signal, after the request had begun. */
  | 'aborted'
  /** The connection broke after it had been made. */
  | 'transport'
  /** A 3xx; redirects are never followed. */
  | 'redirect'
  /** More bytes than any answer has. */
  | 'too-large'
  /** Not UTF-8. */
  | 'not-text'
  /** No JSON object. */
  | 'not-json'
  /** The profile's own reader failed on it. */
  | 'unreadable'
  /** It names another transaction than was sent. */
  | 'mismatch'

/** What every reply says, however the call went. */
export interface ReplyFacts {
  readonly outcome: Outcome
  /** What became of the money; undefined for a service in which there is none. */
  readonly transaction: Transaction | undefined
  /** The provider's own code; undefined where none was read. */
  readonly code: ResponseCode | undefined
  /** What it means, in English and Indonesian, and what to do. */
  readonly meaning: Meaning
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined
  /** Why no answer was understood; undefined where one was. */
  readonly problem: AnswerProblem | undefined
  /** Whether the provider refused the token. The client has already tried once more with another. */
  readonly tokenRejected: boolean
  /** What went out as X-EXTERNAL-ID; empty where the provider has none. */
  readonly externalId: string
  /** When it was signed, epoch milliseconds; the X-TIMESTAMP of the request. */
  readonly sentAt: number
  /** Our clock minus the provider's `Date` header when the answer was there, in milliseconds; whole seconds' accuracy. */
  readonly clockSkewMs: number | undefined
  /** How to ask what became of it; undefined for a service that needs none, or where there is no way to ask. */
  readonly inquiry: Inquiry | undefined
}

/**
 * What became of a call. It is returned whenever the request may have been executed; what is thrown was certainly not.
 *
 * `success` has the whole answer. `pending` is accepted and not decided: ask later with `inquiry`. `rejected` is a clear
 * no. `unknown` is neither: never send again, ask with `inquiry`.
 */
export type Reply<Answer = JsonObject> =
  | (ReplyFacts & { readonly outcome: 'success'; readonly body: Answer })
  | (ReplyFacts & { readonly outcome: 'pending'; readonly body: Partial<Answer> })
  | (ReplyFacts & { readonly outcome: 'rejected'; readonly body: JsonObject })
  | (ReplyFacts & { readonly outcome: 'unknown'; readonly body: JsonObject | undefined })
