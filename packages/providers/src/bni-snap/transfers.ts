import type { Amount } from '../idr.js'
import { latestTransactionStatus } from '../schemes/latest-transaction-status.js'
import type { Service, Transaction } from '../service.js'
import type { BniSnapAnswer, BniSnapDevice } from './accounts.js'
import { askTransferStatus } from './transfer-status.js'

/** What each transfer of BNI SNAP has. */
export type BniSnapTransferBody = {
  /** Your own: digits, at most 64 by the standard; BNI refuses letters. */
  readonly partnerReferenceNo: string
  /** See `idr()`. */
  readonly amount: Amount
  readonly beneficiaryAccountNo: string
  readonly beneficiaryEmail?: string
  /** ISO 4217. */
  readonly currency?: string
  readonly customerReference?: string
  /** Who pays the fee. */
  readonly feeType?: 'OUR' | 'BEN' | 'SHA'
  readonly sourceAccountNo: string
  /** `yyyy-MM-ddTHH:mm:ss+07:00`. */
  readonly transactionDate: string
  readonly additionalInfo: BniSnapDevice
}

export type BniSnapTransfer = BniSnapAnswer & {
  /** BNI's reference; the standard demands it where a transfer worked. */
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly amount?: Amount
  readonly beneficiaryAccountNo?: string
  readonly currency?: string
  readonly customerReference?: string
  readonly sourceAccountNo?: string
  readonly transactionDate?: string
}

/** The standard demands a reference of what worked. */
const booked = ({ referenceNo }: BniSnapTransfer): Transaction =>
  typeof referenceNo === 'string' && referenceNo !== '' ? 'paid' : 'unknown'

export type BniSnapIntrabankBody = BniSnapTransferBody & {
  readonly remark?: string
}

/**
 * Within BNI: what worked and has BNI's reference is booked, by our reading; without one it is `unknown`.
 *
 * @see https://github.com/bni-api (SDKs; read 2026-11-21)
 */
export const transferIntrabank: Service<BniSnapIntrabankBody, BniSnapTransfer> = {
  code: '17',
  method: 'POST',
  path: '/snap-service/v1/transfer-intrabank',
  kind: 'money',
  whenRejected: 'failed',
  transaction: booked,
  inquiry: askTransferStatus('17'),
}

export type BniSnapInterbankBody = BniSnapTransferBody & {
  readonly beneficiaryAccountName: string
  readonly beneficiaryAddress?: string
  /** Three digits, such as `014`. */
  readonly beneficiaryBankCode: string
  readonly beneficiaryBankName?: string
}

/**
 * To another bank, online: what worked and has BNI's reference is booked, by our reading; without one it is `unknown`.
 *
 * @see https://github.com/bni-api (SDKs; read 2026-11-21)
 */
export const transferInterbank: Service<BniSnapInterbankBody, BniSnapTransfer> = {
  code: '18',
  method: 'POST',
  path: '/snap-service/v1/transfer-interbank',
  kind: 'money',
  whenRejected: 'failed',
  transaction: booked,
  inquiry: askTransferStatus('18'),
}

export type BniSnapClearingBody = BniSnapTransferBody & {
  readonly beneficiaryAccountName: string
  readonly beneficiaryAddress?: string
  /** SWIFT, such as `CENAIDJAXXX`. */
  readonly beneficiaryBankCode: string
  readonly beneficiaryBankName?: string
  /** `1` Indonesia, `2` elsewhere. */
  readonly beneficiaryCustomerResidence: '1' | '2'
  /** `1` a person, `2` a company, `3` government. */
  readonly beneficiaryCustomerType: '1' | '2' | '3'
  /** BNI requires it; the standard does not. */
  readonly customerReference: string
  /** Postal code, as BNI's Node SDK spells it; others write `kodepos`. */
  readonly kodePos?: string
  /** As BNI's SDKs spell it. */
  readonly recieverPhone?: string
  readonly remark?: string
  readonly senderCustomerResidence?: '1' | '2'
  readonly senderCustomerType?: '1' | '2' | '3'
  readonly senderPhone?: string
}
export type BniSnapClearing = BniSnapTransfer & {
  readonly traceNo?: string
  readonly beneficiaryAccountName?: string
  readonly beneficiaryAccountType?: string
  readonly beneficiaryBankCode?: string
  /** 00 success … 07 not found, in the numbering of the standard. */
  readonly transactionStatus?: string
  readonly transactionStatusDesc?: string
}

/** Settled later: an answer without a status leaves it `unknown`, and the inquiry tells. */
const transactionStatus = (answer: BniSnapClearing): Transaction =>
  latestTransactionStatus({ latestTransactionStatus: answer.transactionStatus })

/**
 * @see https://github.com/bni-api (SDKs; read 2026-11-21)
 * @see ASPI, SNAP API portal, transfer RTGS (the answer; read June 2025)
 */
export const transferRtgs: Service<BniSnapClearingBody, BniSnapClearing> = {
  code: '22',
  method: 'POST',
  path: '/snap-service/v1/transfer-rtgs',
  kind: 'money',
  whenRejected: 'failed',
  transaction: transactionStatus,
  inquiry: askTransferStatus('22'),
}

/**
 * @see https://github.com/bni-api (SDKs; read 2026-11-21)
 * @see ASPI, SNAP API portal, transfer SKN (the answer; read June 2025)
 */
export const transferSkn: Service<BniSnapClearingBody, BniSnapClearing> = {
  code: '23',
  method: 'POST',
  path: '/snap-service/v1/transfer-skn',
  kind: 'money',
  whenRejected: 'failed',
  transaction: transactionStatus,
  inquiry: askTransferStatus('23'),
}
