import type { Answer } from '../answer.js'
import type { TransactionSummary } from '../service-desk.js'
import type { JsonObject, ReadField } from './check-fields.js'
import type { Field } from './fields.js'
import type { Refuse } from './refuse.js'

/** One service: what it asks for is data, what it does is a function that is called when everything else is right. */
export interface Service {
  readonly code: string
  readonly method: 'POST' | 'DELETE'
  readonly path: `/${string}`
  readonly fields: readonly Field[]
  /** The field that repeats the merchant's id, if one does. */
  readonly merchantField?: string
  /** Whose words its answers are made of. */
  readonly source: string
  readonly answer: (call: Call) => Answer
}

/** A call that was let in and is well formed. */
export interface Call {
  readonly read: ReadField
  readonly clientId: string
  /** Epoch milliseconds of the sandbox's clock. */
  readonly now: number
  /** Epoch milliseconds of the client's: what it reckons its own times from. */
  readonly sentAt: number
  /** Of the sandbox's addresses in an answer, such as `http://127.0.0.1:8701`. */
  readonly origin: string
  readonly refuse: Refuse
  readonly done: (body: JsonObject) => Answer
  /** Accepted, the result comes later. */
  readonly inProgress: (body: JsonObject) => Answer
}

/** Services that share a book of transactions. */
export interface Product {
  readonly services: readonly Service[]
  readonly transactions: (now: number) => readonly TransactionSummary[]
  /** What may be done to a transaction now, by the name of the action. */
  readonly moves: (providerReference: string, now: number) => Moves
}

export type Moves = ReadonlyMap<string, () => void>

/** What products share: the numbers that NICEPAY gives out. */
export interface Numbers {
  readonly next: (made: {
    readonly clientId: string
    readonly payMethod: string
    readonly now: number
  }) => string
}
