import type { Inquiry, Outcome, Transaction } from '@x/providers'
import type { RecordedExchange } from '../exchange/record-exchanges.js'

/** What one can do. `repeat` and `ask-refund` are inquiries by what a lost answer left. */
export type ActionId = 'make' | 'repeat' | 'pay' | 'inquire' | 'refund' | 'ask-refund'

/** During which call the connection breaks, after the provider has done the work. */
export type Cut = 'never' | 'make' | 'refund'

/** What is known of a call when it is over. */
export interface CallFacts {
  readonly outcome: Outcome
  /** What this reply says of the money. */
  readonly transaction: Transaction | undefined
  readonly code: string | undefined
  readonly meaning: { readonly english: string; readonly indonesian: string }
  /** Why there is no readable answer. */
  readonly problem: string | undefined
  readonly inquiry: Inquiry | undefined
}

/** One thing that was done. A payer's doing is no call. */
export interface Step {
  readonly action: ActionId
  /** The service of the call, such as `qr-mpm-refund`. */
  readonly service: string | undefined
  readonly exchange: RecordedExchange | undefined
  readonly facts: CallFacts | undefined
  /** Whether the connection was cut. */
  readonly wasCut: boolean
  /** What really became of the money, which only a sandbox can tell. */
  readonly book: Transaction
}
