import type { Service } from '../service.js'
import type { BniAnswer, BniDigits } from './accounts.js'

/** A reference without any digit above 0, or the text `null`, books nothing. */
export const isBooked = (reference: unknown): boolean =>
  (typeof reference === 'string' || typeof reference === 'number') && /[1-9]/.test(String(reference))

export type BniPaymentBody = {
  /** Your own: 1 to 20 digits. Never use one twice; it is what `getpaymentstatus` asks by. */
  readonly customerReferenceNumber: string
  /** `0` within BNI, `1` RTGS, `2` clearing (SKN). */
  readonly paymentMethod: '0' | '1' | '2'
  readonly debitAccountNo: string
  readonly creditAccountNo: string
  /** `yyyyMMddHHmmssSSS`, such as `20170227000000000`. */
  readonly valueDate: string
  readonly valueCurrency: 'IDR'
  /** Whole rupiah without decimals, such as `100500`. */
  readonly valueAmount: string
  readonly remark?: string
  readonly beneficiaryEmailAddress?: string
  /** At most 50 characters. For `1` and `2`. */
  readonly beneficiaryName?: string
  /** At most 50 characters. For `1` and `2`. */
  readonly beneficiaryAddress1?: string
  /** At most 50 characters. */
  readonly beneficiaryAddress2?: string
  /** SWIFT, such as `CENAIDJAXXX`. For `1` and `2`. */
  readonly destinationBankCode?: string
  /** Who pays the fee; default `OUR`. */
  readonly chargingModelId?: 'OUR' | 'BEN' | 'SHA'
}
export type BniPayment = BniAnswer & {
  readonly debitAccountNo?: BniDigits
  readonly creditAccountNo?: BniDigits
  readonly valueAmount?: BniDigits
  readonly valueCurrency?: string
  /** Absent where nothing was booked. */
  readonly bankReference?: BniDigits
  /** The `customerReferenceNumber` of the payment. */
  readonly customerReference?: BniDigits
}

/**
 * A payment within BNI, by RTGS or by clearing. `paid` is BNI's booking, with its `bankReference`; another bank may still
 * send the money back.
 *
 * @see https://github.com/bni-api (SDKs; read 2026-11-21)
 */
export const dopayment: Service<BniPaymentBody, BniPayment> = {
  method: 'POST',
  path: '/H2H/v2/dopayment',
  kind: 'money',
  whenRejected: 'failed',
  transaction: ({ bankReference }) => (isBooked(bankReference) ? 'paid' : 'unknown'),
  inquiry: ({ body: { customerReferenceNumber } }) =>
    typeof customerReferenceNumber === 'string'
      ? { service: 'getpaymentstatus', body: { customerReferenceNumber } }
      : undefined,
}

export type BniPaymentStatusBody = {
  /** That of the payment. */
  readonly customerReferenceNumber: string
}
export type BniPaymentStatus = BniAnswer & {
  readonly previousResponse?: {
    /** `Y` in the replies that are known; other values are not. */
    readonly transactionStatus?: string
    /** What the payment was answered; the text `null` in the replies that are known. */
    readonly previousResponseCode?: string
    readonly previousResponseMessage?: string
    readonly previousResponseTimestamp?: string
    readonly debitAccountNo?: BniDigits
    readonly creditAccountNo?: BniDigits
    readonly valueAmount?: BniDigits
    readonly valueCurrency?: string
  }
  readonly bankReference?: BniDigits
  readonly customerReference?: BniDigits
}

const namesNoFailure = (code: unknown): boolean =>
  code === undefined || code === null || code === '' || code === 'null' || code === '0001'

/**
 * What became of a `dopayment`: `paid` or `unknown`, never `failed`.
 *
 * BNI documents no state. Replies of its sandbox that others published have `Y`; it is taken for a booking only beside a
 * `bankReference`, and where `previousResponseCode` does not name a failure.
 *
 * @see https://github.com/bni-api (SDKs: the request; read 2026-11-21)
 * @see https://github.com/cdw1p/BNI-H2H-Services (the answer, October 2021; read 2026-11-21)
 */
export const getpaymentstatus: Service<BniPaymentStatusBody, BniPaymentStatus> = {
  method: 'POST',
  path: '/H2H/v2/getpaymentstatus',
  kind: 'read',
  transaction: ({ previousResponse, bankReference }) =>
    previousResponse?.transactionStatus === 'Y' &&
    namesNoFailure(previousResponse.previousResponseCode) &&
    isBooked(bankReference)
      ? 'paid'
      : 'unknown',
}
