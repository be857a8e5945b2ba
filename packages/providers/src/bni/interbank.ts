import type { Service } from '../service.js'
import type { BniAnswer, BniDigits } from './accounts.js'
import { isBooked } from './payments.js'

export type BniInterbankInquiryBody = {
  /** 1 to 20 digits. Take another one for the payment. */
  readonly customerReferenceNumber: string
  /** The account that will pay. */
  readonly accountNum: string
  /** Three digits of the ATM network, such as `014`; not SWIFT. */
  readonly destinationBankCode: string
  readonly destinationAccountNum: string
}
export type BniInterbankAccount = BniAnswer & {
  readonly destinationAccountNum?: BniDigits
  readonly destinationAccountName?: string
  readonly destinationBankName?: string
  /** 12 digits; hand it to the payment as text, unchanged. */
  readonly retrievalReffNum?: BniDigits
}

/** @see https://github.com/bni-api (SDKs; read 2026-11-21) */
export const getinterbankinquiry: Service<BniInterbankInquiryBody, BniInterbankAccount> = {
  method: 'POST',
  path: '/H2H/v2/getinterbankinquiry',
  kind: 'read',
}

export type BniInterbankPaymentBody = {
  /** Your own: 1 to 20 digits. Never use one twice. */
  readonly customerReferenceNumber: string
  /** Whole rupiah without decimals. */
  readonly amount: string
  readonly destinationAccountNum: string
  /** As the inquiry gave it. */
  readonly destinationAccountName: string
  readonly destinationBankCode: string
  readonly destinationBankName: string
  /** The account that pays. */
  readonly accountNum: string
  /** From the inquiry. */
  readonly retrievalReffNum: string
}
export type BniInterbankPayment = BniAnswer & {
  readonly destinationAccountNum?: BniDigits
  readonly destinationAccountName?: string
  /** The `customerReferenceNumber` of the payment. */
  readonly customerReffNum?: BniDigits
  /** Who paid. */
  readonly accountName?: string
  readonly destinationBankName?: string
}

/**
 * A payment to another bank over the ATM network.
 *
 * Nobody says that `getpaymentstatus` knows these payments, and BNI's sample gives inquiry and payment the same number. So
 * its answer is shown and decides nothing: `transaction` stays `unknown` until a person has compared it. That a payment is
 * `paid` only with its `customerReffNum` is our reading: each known answer that worked has one.
 *
 * @see https://github.com/bni-api (SDKs; read 2026-11-21)
 */
export const getinterbankpayment: Service<BniInterbankPaymentBody, BniInterbankPayment> = {
  method: 'POST',
  path: '/H2H/v2/getinterbankpayment',
  kind: 'money',
  whenRejected: 'failed',
  transaction: ({ customerReffNum }) => (isBooked(customerReffNum) ? 'paid' : 'unknown'),
  inquiry: ({ body: { customerReferenceNumber } }) =>
    typeof customerReferenceNumber === 'string'
      ? { service: 'getpaymentstatus', body: { customerReferenceNumber }, undecided: ['paid'] }
      : undefined,
}
