import type { Answer } from './answer.js'
import type { RegisteredClient } from './clients.js'

/** What a provider's services are to the sandbox: they answer, and they remember. A reset opens a new one. */
export interface ServiceDesk {
  /** Undefined where no service has this path. What it does to the money happens in one turn, after every check. */
  readonly answer: (asked: ServiceRequest) => Promise<Answer | undefined> | Answer | undefined
  /** What a payer, a bank or time does. @throws SandboxError `ERR_SANDBOX_ACTION` with what is allowed instead */
  readonly act: (action: SandboxAction) => TransactionSummary
  /** Oldest first, account numbers masked. */
  readonly transactions: () => readonly TransactionSummary[]
}

/** What a desk is opened with. */
export interface DeskContext {
  /** Epoch milliseconds of the sandbox's clock; what expires is found expired when it is looked at. */
  readonly now: () => number
}

export interface ServiceRequest {
  readonly method: string
  /** Below the provider's base path, without the query. */
  readonly path: string
  readonly url: URL
  readonly headers: Headers
  readonly body: string
  /** Epoch milliseconds of the sandbox's clock, read once for this request. */
  readonly now: number
  readonly findClient: (clientId: string) => RegisteredClient | undefined
  /** Who holds this access token of this provider. */
  readonly clientOfToken: (accessToken: string) => RegisteredClient | 'expired' | 'unknown'
}

/** Something that happens outside the provider's services: a payer pays, a bank refuses. */
export interface SandboxAction {
  /** Such as `pay`; a transaction's summary lists what is possible. */
  readonly action: string
  /** The provider's reference of the transaction, or the client's own. */
  readonly reference: string
  /** Such as `10000.00`, where less or more than the whole can happen. */
  readonly amount?: string
}

/** One transaction as the provider keeps it. */
export interface TransactionSummary {
  /** Such as `qris` or `payout`. */
  readonly kind: string
  readonly clientId: string
  /** The client's own reference. */
  readonly reference: string
  readonly providerReference: string
  /** Such as `10000.00`. */
  readonly amount: string
  /** What was given back, where something can be. */
  readonly refunded?: string
  /** The provider's code for the state. */
  readonly status: string
  /** The state in a word. */
  readonly state: string
  /** Account or virtual account number, all but the last four characters masked. */
  readonly account?: string
  /** ISO 8601, by the sandbox's clock. */
  readonly createdAt: string
  /** What the control API may do to it now. */
  readonly actions: readonly string[]
}
