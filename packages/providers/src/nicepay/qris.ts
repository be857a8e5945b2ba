import type { Amount } from '../idr.js'
import type { InquiryPlan } from '../inquiry.js'
import type { Service } from '../service.js'
import type { AdditionalInfo, MarketplaceFields, NicepayAnswer, OneOf } from './answer.js'
import { repeat } from './repeat.js'
import { stateTable } from './state-table.js'
import { tXidOf } from './t-xid-of.js'
import { textOf } from './text-of.js'
import { undecidedRefund } from './undecided-refund.js'

/**
 * The body of `qr-mpm-generate`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-request-registration-qris (read 2026-11-21); `additionalInfo` from its SDKs
 */
export interface QrisGenerateBody {
  /** Your reference, never used before; up to 40. */
  readonly partnerReferenceNo: string
  /** Up to `999999999.99`. */
  readonly amount: Amount
  /** The client id; 10. */
  readonly merchantId: string
  /** The shop's id, given by NICEPAY; up to 32. */
  readonly storeId: string
  /** When the QR dies, `yyyy-MM-ddTHH:mm:ss+07:00`, 5 to 20 minutes from now; `""` or none: 5 minutes. */
  readonly validityPeriod?: string
  readonly additionalInfo: MarketplaceFields & {
    /** What is sold; up to 100. */
    readonly goodsNm: string
    /** The payer's name; up to 100. */
    readonly billingNm: string
    /** Up to 15. */
    readonly billingPhone: string
    /** Up to 40. */
    readonly billingEmail: string
    /** Up to 50. */
    readonly billingCity: string
    /** Up to 50. */
    readonly billingState: string
    /** Up to 10. */
    readonly billingPostCd: string
    /** Up to 10: `Indonesia`. */
    readonly billingCountry: string
    /** Up to 255. */
    readonly billingAddr?: string
    /** Where the payer's browser returns to; up to 255. That it comes there proves no payment. */
    readonly callBackUrl: string
    /** Where NICEPAY notifies you of this payment, used as it is; up to 255. */
    readonly dbProcessUrl: string
    /** The payer's address; up to 15. */
    readonly userIP: string
    /** JSON as text, up to 4000: `{"count":1,"item":[…]}` or `{}`. */
    readonly cartData: string
    /** Who makes the QR: `QSHP` ShopeePay, `NOBU` Nobu. */
    readonly mitraCd: OneOf<'QSHP' | 'NOBU'>
  }
}

/** The answer of `qr-mpm-generate`. */
export interface QrisGenerateAnswer extends NicepayAnswer {
  /** The tXid. */
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  /** The text to draw. */
  readonly qrContent?: string
  /** An image of it. */
  readonly qrUrl?: string
  readonly additionalInfo?: AdditionalInfo<'validityPeriod' | 'mitraCd' | 'goodsNm' | 'billingNm'>
}

/**
 * The body of `qr-mpm-query`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-check-status-transaction-qris (read 2026-11-21)
 */
export interface QrisQueryBody {
  /** The tXid; up to 40. */
  readonly originalReferenceNo: string
  /** Your reference; up to 40. */
  readonly originalPartnerReferenceNo: string
  /** The client id; 10. */
  readonly merchantId: string
  /** The `storeId` of the QR; up to 32. */
  readonly externalStoreId: string
  /** The page prints that of the QR, `47`; some SDKs send this service's own. */
  readonly serviceCode: '47' | '51'
  readonly additionalInfo?: Readonly<Record<string, string>>
}

/** The answer of `qr-mpm-query`. */
export interface QrisQueryAnswer extends NicepayAnswer {
  readonly originalReferenceNo?: string
  readonly originalPartnerReferenceNo?: string
  readonly serviceCode?: string
  /** 00 success, 03 pending, 04 refunded, 05 cancelled (also expired), 06 failed. */
  readonly latestTransactionStatus?: OneOf<'00' | '03' | '04' | '05' | '06'>
  readonly transactionStatusDesc?: string
  /** Empty or missing before the payment. */
  readonly paidTime?: string
  readonly amount?: Partial<Amount>
  readonly additionalInfo?: AdditionalInfo<'mitraCd' | 'goodsNm' | 'billingNm' | 'transactionDateTime'>
}

/**
 * The body of `qr-mpm-refund`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-refund-qris (read 2026-11-21)
 */
export interface QrisRefundBody {
  /** The tXid; up to 40. */
  readonly originalReferenceNo: string
  /** Your reference; up to 40. */
  readonly originalPartnerReferenceNo: string
  /** Your reference of this refund, never used before; up to 40. */
  readonly partnerRefundNo: string
  /** The client id; 10. */
  readonly merchantId: string
  /** The `storeId` of the QR; up to 32. */
  readonly externalStoreId: string
  readonly refundAmount: Amount
  readonly reason: string
  readonly additionalInfo: {
    /** `1` all of it, `2` a part. E-wallets call this `refundType`. */
    readonly cancelType: '1' | '2'
  }
}

/** The answer of `qr-mpm-refund`. */
export interface QrisRefundAnswer extends NicepayAnswer {
  readonly originalReferenceNo?: string
  readonly originalPartnerReferenceNo?: string
  /** NICEPAY's id of the refund. */
  readonly referenceNo?: string
  readonly refundNo?: string
  readonly partnerRefundNo?: string
  /** `yyyy-MM-ddTHH:mm:ss+07:00`. */
  readonly refundTime?: string
  readonly refundAmount?: Partial<Amount>
  readonly additionalInfo?: AdditionalInfo<never>
}

export type QrisServices = {
  readonly 'qr-mpm-generate': Service<QrisGenerateBody, QrisGenerateAnswer>
  readonly 'qr-mpm-query': Service<QrisQueryBody, QrisQueryAnswer>
  readonly 'qr-mpm-refund': Service<QrisRefundBody, QrisRefundAnswer>
}

const stateOf = stateTable({
  '00': 'paid',
  '03': 'pending',
  '04': 'refunded',
  '05': 'cancelled',
  '06': 'failed',
})

const askQuery = (body: QrisQueryBody): InquiryPlan => ({ service: 'qr-mpm-query', body: { ...body } })

export const qrisServices: QrisServices = {
  'qr-mpm-generate': {
    code: '47',
    method: 'POST',
    path: '/api/v1.0/qr/qr-mpm-generate',
    kind: 'other',
    whenRejected: 'failed',
    transaction: () => 'pending',
    inquiry: ({ body, answer }) => {
      const originalReferenceNo = tXidOf(answer)
      if (originalReferenceNo === undefined) return repeat('qr-mpm-generate', body)
      const { partnerReferenceNo, merchantId, storeId } = body
      return askQuery({
        originalReferenceNo,
        originalPartnerReferenceNo: partnerReferenceNo,
        merchantId,
        externalStoreId: storeId,
        serviceCode: '47',
      })
    },
  },
  'qr-mpm-query': {
    code: '51',
    method: 'POST',
    path: '/api/v1.0/qr/qr-mpm-query',
    kind: 'read',
    transaction: ({ latestTransactionStatus }) => stateOf(latestTransactionStatus),
  },
  'qr-mpm-refund': {
    code: '78',
    method: 'POST',
    path: '/api/v1.0/qr/qr-mpm-refund',
    kind: 'money',
    transaction: () => 'refunded',
    inquiry: ({ body }) => {
      const { originalReferenceNo, originalPartnerReferenceNo, merchantId, externalStoreId } = body
      if (textOf(originalReferenceNo) === undefined) return undefined
      const plan = askQuery({
        originalReferenceNo,
        originalPartnerReferenceNo,
        merchantId,
        externalStoreId,
        serviceCode: '47',
      })
      return { ...plan, undecided: undecidedRefund }
    },
  },
}
