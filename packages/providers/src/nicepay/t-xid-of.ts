import { textOf } from './text-of.js'

/** The places in which NICEPAY's answers to a create name the transaction. */
export interface WithTXid {
  readonly referenceNo?: unknown
  readonly originalReferenceNo?: unknown
  readonly virtualAccountData?: { readonly additionalInfo?: { readonly tXidVA?: unknown } }
}

/**
 * Reads the tXid, NICEPAY's own id of a transaction (30 characters), from the answer of `va-create`, `qr-mpm-generate`,
 * `debit-payment` or `payout-registration`; undefined where there is none.
 *
 * Keep it: every status, refund and cancellation asks for it.
 *
 * @example
 * ```ts
 * import { tXidOf } from '@x/providers/nicepay'
 *
 * const answer = { responseCode: '2004700', referenceNo: 'IONPAYTEST08202611201031100002' }
 * console.log(tXidOf(answer)) // IONPAYTEST08202611201031100002
 * ```
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-request-registration-qris (read 2026-11-21)
 */
export const tXidOf = (answer: WithTXid | undefined): string | undefined =>
  textOf(answer?.virtualAccountData?.additionalInfo?.tXidVA) ??
  textOf(answer?.referenceNo) ??
  textOf(answer?.originalReferenceNo)
