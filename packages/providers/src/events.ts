import type { Outcome } from './codes/classify.js'
import type { AnswerProblem } from './reply.js'
import type { Transaction } from './service.js'

/** What every event says. */
export interface ProviderEventKey {
  readonly provider: string
  readonly environment: string
  readonly service: string
  readonly externalId: string
}

/** What happened to a call; `type` tells the rest. Never a token, a secret, a body or an account number. */
export type ProviderEvent = ProviderEventKey & ProviderEventDetail

/** The part of an event that differs from type to type. Durations are in milliseconds. */
export type ProviderEventDetail =
  /** The request is signed and goes out now. */
  | { readonly type: 'sending'; readonly attempt: 1 | 2 }
  /** The provider refused the token; the call goes out once more with another one, if there is another. */
  | { readonly type: 'token-rejected'; readonly code: string | undefined }
  /** A reply was returned. */
  | {
      readonly type: 'replied'
      readonly outcome: Outcome
      readonly transaction: Transaction | undefined
      /** Of letters and digits, at most 12; undefined for whatever else an answer has in its place. */
      readonly code: string | undefined
      readonly status: number | undefined
      readonly problem: AnswerProblem | undefined
      readonly clockSkewMs: number | undefined
      readonly tookMs: number
    }
  /** Something was thrown: the call was certainly not executed. */
  | { readonly type: 'not-sent'; readonly reason: string; readonly tookMs: number }

/** A server may echo what it was sent where its code should stand, and events go into logs. */
export const codeForEvent = (code: string): string | undefined =>
  /^[0-9A-Za-z]{1,12}$/.test(code) ? code : undefined

/** A broken listener is not worth a payment: what it throws, or rejects with, goes nowhere. */
export const tell = <Event>(listener: ((event: Event) => unknown) | undefined, event: () => Event): void => {
  if (listener === undefined) return
  try {
    const returned = listener(event())
    ignoreRejection(returned)
  } catch {}
}

/** What a stranger's function returned may be a promise of any realm, and its rejection would end the process. */
export const ignoreRejection = (returned: unknown): void => {
  if (typeof returned === 'object' && returned !== null) Promise.resolve(returned).catch(() => {})
}
