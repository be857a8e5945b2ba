import type { TokenStore } from '../store.js'

/** One store for one case, and its time. */
export interface StoreUnderTest {
  /** Empty, and used by nobody else. */
  readonly store: TokenStore
  /** Lets the store's clock advance by at least `ms` milliseconds: sets a clock that you gave it, or really waits. */
  readonly advance: (ms: number) => void | Promise<void>
  /** Closes connections after the case, whatever came of it. */
  readonly close?: (() => void | Promise<void>) | undefined
}

/** One promise that a store keeps, for whichever test runner you use. */
export interface StoreContractCase {
  /** What the store does, as the end of a sentence that starts with "it". */
  readonly name: string
  /** Resolves if the store does it; rejects with an `Error` that says what it did instead. */
  readonly run: () => Promise<void>
}

/** A case before it has a store. */
export interface ContractRule {
  readonly name: string
  readonly check: (subject: StoreUnderTest) => Promise<void>
}

/** For what must expire within a case: short, because a real store is really waited for. */
export const SHORT_MS = 300
/** For what must not expire within a case, however slow the machine. */
export const LONG_MS = 60_000
/** Longer than `SHORT_MS`, and by more than a coarse clock is off. */
export const PAST_SHORT_MS = 350

/** Fails the case unless the condition holds. */
export function must(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(`The store ${sentence}.`)
}
