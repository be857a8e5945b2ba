import type { Kind } from './codes/classify.js'
import type { InquiryPlan } from './inquiry.js'
import type { JsonObject } from './json.js'

/** What became of the money that a call is about. Not the same as whether the call worked. */
export type Transaction = 'paid' | 'pending' | 'failed' | 'refunded' | 'cancelled' | 'not-found' | 'unknown'

/**
 * One service of a provider, typed by the body it takes and the answer it gives.
 *
 * `Body` is `undefined` where a service takes none.
 */
export interface Service<in Body = never, in Answer = never> {
  /** The service code of SNAP, two characters; absent where the provider has none. */
  readonly code?: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the base URL. It is also the path that is signed: a prefix that is not signed belongs to the base URL. */
  readonly path: `/${string}`
  readonly kind: Kind
  /** Constant headers of this service alone. */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * Reads what became of the money from the answer of a call that worked. Absent where no money is in question, or where
   * no page says: then it is `unknown`.
   */
  readonly transaction?: (answer: Answer) => Transaction
  /**
   * False where the answers do not name the transaction that was sent under the same names, so that a difference says
   * nothing. Otherwise an answer about another one is `unknown`.
   */
  readonly echoes?: boolean
  /**
   * What a clear refusal says of the money: `failed` where the service starts it. Default: `unknown`, since a refused
   * cancel, approval or refund says nothing of the payment that it is about.
   */
  readonly whenRejected?: Transaction
  /** How to ask later what became of this call; undefined where what was sent and answered gives no way to ask. */
  readonly inquiry?: (sent: Sent<Body, Answer>) => InquiryPlan | undefined
}

/** A call, as its inquiry is made from it. */
export interface Sent<out Body = JsonObject, out Answer = JsonObject> {
  readonly body: Body
  /** What was answered, if anything was understood. Nothing in it is certain to be there. */
  readonly answer: Partial<Answer> | undefined
  /** What went out as X-EXTERNAL-ID; empty where the provider has none. */
  readonly externalId: string
}
