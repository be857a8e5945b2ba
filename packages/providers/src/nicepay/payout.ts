import type { Amount } from '../idr.js'
import type { InquiryPlan } from '../inquiry.js'
import type { Sent, Service, Transaction } from '../service.js'
import type { AdditionalInfo, NicepayAnswer, OneOf } from './answer.js'
import { repeat } from './repeat.js'
import { stateTable } from './state-table.js'
import { tXidOf } from './t-xid-of.js'
import { textOf } from './text-of.js'

/**
 * The body of `balance-inquiry`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-balance-inquiry-payout-disbursement (read 2026-11-21)
 */
export interface BalanceInquiryBody {
  /** The merchant id (client id), no bank account; 10. */
  readonly accountNo: string
  /** `msId`: a sub-seller; up to 20. */
  readonly additionalInfo?: { readonly msId?: string }
}

/** The answer of `balance-inquiry`. */
export interface BalanceInquiryAnswer extends NicepayAnswer {
  readonly accountNo?: string
  readonly accountInfos?: readonly { readonly availableBalance?: Partial<Amount> }[]
  readonly additionalInfo?: AdditionalInfo<never>
}

/**
 * The body of `payout-registration`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-registration-payout-disbursement (read 2026-11-21); from
 * `beneficiaryCustomerType` on, its SDKs
 */
export interface PayoutRegistrationBody {
  /** Your reference, never used before; up to 40. */
  readonly partnerReferenceNo: string
  /** The client id; 10. */
  readonly merchantId: string
  /** Sub-seller; up to 20. */
  readonly msId?: string
  /** Up to 25. */
  readonly beneficiaryAccountNo: string
  /** Up to 100. */
  readonly beneficiaryName: string
  /** Up to 20. */
  readonly beneficiaryPhone: string
  /** `1` resident, `2` not. */
  readonly beneficiaryCustomerResidence: '1' | '2'
  /** `1` person, `2` company, `3` government. */
  readonly beneficiaryCustomerType: '1' | '2' | '3'
  readonly beneficiaryPostalCode?: string
  /** `0` within the bank, `1` online, `2` SKN, `3` RTGS, `4` cash. */
  readonly payoutMethod: '0' | '1' | '2' | '3' | '4'
  /** Four letters, from NICEPAY's list. */
  readonly beneficiaryBankCode: string
  /** Up to `999999999.99`. */
  readonly amount: Amount
  /** Day of the payout, Jakarta, `yyyyMMdd`; with `reservedTm`. None: on approval. */
  readonly reservedDt?: string
  /** `HHmmss`, Jakarta. */
  readonly reservedTm?: string
  /** Up to 100. */
  readonly description?: string
  readonly deliveryName?: string
  readonly deliveryId?: string
  /** Place of establishment. */
  readonly beneficiaryPOE?: string
  /** Day of establishment, `yyMMdd`. */
  readonly beneficiaryDOE?: string
  readonly beneficiaryCoNo?: string
  readonly beneficiaryAddress?: string
  readonly beneficiaryAuthPhoneNumber?: string
  /** Such as `01`. */
  readonly beneficiaryMerCategory?: string
  readonly beneficiaryCoMgmtName?: string
  readonly beneficiaryCoShName?: string
}

/** A payout as NICEPAY's answers show it. */
export interface PayoutData {
  /** The tXid. */
  readonly originalReferenceNo?: string
  readonly beneficiaryAccountNo?: string
  /** The bank's, where NICEPAY asked it. */
  readonly beneficiaryName?: string
  readonly beneficiaryBankCode?: string
  readonly amount?: Partial<Amount>
}

/** The answer of `payout-registration`. */
export interface PayoutRegistrationAnswer extends NicepayAnswer, PayoutData {
  readonly partnerReferenceNo?: string
  readonly merchantId?: string
  /** Spelt so in this answer alone: see `beneficiaryAccountNoOf`. */
  readonly beneficiaryaccountNo?: string
  readonly payoutMethod?: string
}

/**
 * The body of `payout-reject` and `payout-cancel`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-approve-transaction-payout-disbursement (read 2026-11-21): three fields;
 * the account is our addition
 */
export interface PayoutDecisionBody {
  /** The tXid; up to 40. */
  readonly originalReferenceNo: string
  /** Your reference; up to 40. */
  readonly originalPartnerReferenceNo: string
  /** The client id; 10. */
  readonly merchantId: string
  /** Not on the page: with it a lost answer can be asked about, since `payout-inquiry` demands it. Up to 25. */
  readonly beneficiaryAccountNo?: string
}

/**
 * The body of `payout-approve`, which moves the money: here the account is required.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-approve-transaction-payout-disbursement (read 2026-11-21): three fields;
 * the account is our addition
 */
export interface PayoutApproveBody extends PayoutDecisionBody {
  readonly beneficiaryAccountNo: string
}

/** The answer of `payout-approve`, `payout-reject` and `payout-cancel`. */
export interface PayoutDecisionAnswer extends NicepayAnswer, PayoutData {
  readonly originalPartnerReferenceNo?: string
  readonly transactionStatus?: PayoutState
}

/**
 * The body of `payout-inquiry`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-inquiry-transaction-payout-disbursement (read 2026-11-21)
 */
export interface PayoutInquiryBody {
  /** The client id; 10. */
  readonly merchantId: string
  /** The tXid; up to 40. */
  readonly originalReferenceNo: string
  /** Your reference; up to 40. */
  readonly originalPartnerReferenceNo: string
  /** Up to 25. */
  readonly beneficiaryAccountNo: string
}

/**
 * 00 approved and being disbursed, 03 waits for approval, 04 cancelled, 05 rejected, 08 suspect (nobody knows yet),
 * 09 failed.
 */
export type PayoutState = OneOf<'00' | '03' | '04' | '05' | '08' | '09'>

/** The answer of `payout-inquiry`. */
export interface PayoutInquiryAnswer extends NicepayAnswer, PayoutData {
  readonly originalPartnerReferenceNo?: string
  readonly beneficiaryCustomerResidence?: string
  readonly beneficiaryCustomerType?: string
  readonly transactionDate?: string
  readonly latestTransactionStatus?: PayoutState
  readonly transactionStatusDesc?: string
  readonly payoutMethod?: string
}

export type PayoutServices = {
  readonly 'balance-inquiry': Service<BalanceInquiryBody, BalanceInquiryAnswer>
  readonly 'payout-registration': Service<PayoutRegistrationBody, PayoutRegistrationAnswer>
  readonly 'payout-approve': Service<PayoutApproveBody, PayoutDecisionAnswer>
  readonly 'payout-reject': Service<PayoutDecisionBody, PayoutDecisionAnswer>
  readonly 'payout-cancel': Service<PayoutDecisionBody, PayoutDecisionAnswer>
  readonly 'payout-inquiry': Service<PayoutInquiryBody, PayoutInquiryAnswer>
}

/**
 * Reads the beneficiary's account from a payout's answer: the registration spells it `beneficiaryaccountNo`.
 *
 * @example
 * ```ts
 * import { beneficiaryAccountNoOf } from '@x/providers/nicepay'
 *
 * console.log(beneficiaryAccountNoOf({ beneficiaryaccountNo: '1234500001' })) // 1234500001
 * ```
 *
 * @see https://github.com/nicepay-dev, the models of four SDKs (read 2026-11-21)
 */
export const beneficiaryAccountNoOf = (
  answer: { readonly beneficiaryAccountNo?: unknown; readonly beneficiaryaccountNo?: unknown } | undefined,
): string | undefined => textOf(answer?.beneficiaryAccountNo) ?? textOf(answer?.beneficiaryaccountNo)

const states = {
  // NICEPAY's only word for a good payout. A bank can still refuse it: then 09 follows.
  '00': 'paid',
  '03': 'pending',
  '04': 'cancelled',
  '05': 'cancelled',
  // The bank did not answer: neither paid nor failed.
  '08': 'unknown',
  '09': 'failed',
} as const

const stateOf = stateTable(states)

/** What stands in an approval's answer is documented nowhere: 00 may mean the approval and not the bank's word. */
const stateOfApproval = stateTable({ ...states, '00': 'pending' })

const askInquiry = (body: PayoutInquiryBody): InquiryPlan => ({
  service: 'payout-inquiry',
  body: { ...body },
})

/** No page says whether a scheduled payout is 03 or 00 before its time, and a scheduled one is what can be cancelled. */
const undecidedWhileScheduled: readonly Transaction[] = Object.freeze<Transaction[]>(['paid'])

const askAfterDecision = ({
  body,
  answer,
}: Sent<PayoutDecisionBody, PayoutDecisionAnswer>): InquiryPlan | undefined => {
  const { merchantId, originalReferenceNo, originalPartnerReferenceNo } = body
  const beneficiaryAccountNo = beneficiaryAccountNoOf(body) ?? beneficiaryAccountNoOf(answer)
  // Not the call again: a second approval is refused after the first, and tells nothing.
  if (textOf(originalReferenceNo) === undefined || beneficiaryAccountNo === undefined) return undefined
  return askInquiry({ merchantId, originalReferenceNo, originalPartnerReferenceNo, beneficiaryAccountNo })
}

export const payoutServices: PayoutServices = {
  'balance-inquiry': {
    code: '11',
    method: 'POST',
    path: '/api/v1.0/balance-inquiry',
    kind: 'read',
  },
  'payout-registration': {
    code: '00',
    method: 'POST',
    path: '/api/v1.0/transfer/registration',
    // Moves nothing before the approval, yet amount and beneficiary are given here: twice is two payouts to approve.
    kind: 'money',
    whenRejected: 'failed',
    transaction: () => 'pending',
    inquiry: ({ body, answer }) => {
      const originalReferenceNo = tXidOf(answer)
      if (originalReferenceNo === undefined) return repeat('payout-registration', body)
      const { merchantId, partnerReferenceNo, beneficiaryAccountNo, reservedDt, reservedTm } = body
      const plan = askInquiry({
        merchantId,
        originalReferenceNo,
        originalPartnerReferenceNo: partnerReferenceNo,
        beneficiaryAccountNo,
      })
      const isScheduled = textOf(reservedDt) !== undefined || textOf(reservedTm) !== undefined
      return isScheduled ? { ...plan, undecided: undecidedWhileScheduled } : plan
    },
  },
  'payout-approve': {
    code: '00',
    method: 'POST',
    path: '/api/v1.0/transfer/approve',
    kind: 'money',
    transaction: ({ transactionStatus }) =>
      textOf(transactionStatus) === undefined ? 'pending' : stateOfApproval(transactionStatus),
    inquiry: askAfterDecision,
  },
  'payout-reject': {
    code: '00',
    method: 'POST',
    path: '/api/v1.0/transfer/reject',
    kind: 'other',
    transaction: () => 'cancelled',
    inquiry: askAfterDecision,
  },
  'payout-cancel': {
    code: '00',
    method: 'POST',
    path: '/api/v1.0/transfer/cancel',
    kind: 'other',
    transaction: () => 'cancelled',
    inquiry: (sent) => {
      const plan = askAfterDecision(sent)
      return plan && { ...plan, undecided: undecidedWhileScheduled }
    },
  },
  'payout-inquiry': {
    code: '00',
    method: 'POST',
    path: '/api/v1.0/transfer/inquiry',
    kind: 'read',
    transaction: ({ latestTransactionStatus }) => stateOf(latestTransactionStatus),
  },
}
