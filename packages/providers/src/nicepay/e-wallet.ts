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
 * The body of `debit-payment`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-registration-e-wallet-direct-debit (read 2026-11-21); `additionalInfo`
 * from its SDKs
 */
export interface DebitPaymentBody {
  /** Your reference, never used before; up to 40. */
  readonly partnerReferenceNo: string
  /** The client id; 10. */
  readonly merchantId: string
  /** Up to 32; may be `""`. */
  readonly subMerchantId?: string
  /** The shop's id; up to 32; may be `""`. */
  readonly externalStoreId?: string
  /** `yyyy-MM-ddTHH:mm:ss+07:00`. `""` or none: OVO 55 s, DANA 24 h, LinkAja and ShopeePay 5 min. */
  readonly validUpTo?: string
  /** Such as `Mobile App` or `Web App`. */
  readonly pointOfInitiation?: string
  /** Up to `999999999.99`. */
  readonly amount: Amount
  readonly urlParam?: readonly {
    readonly url: string
    readonly type: 'PAY_NOTIFY' | 'PAY_RETURN'
    readonly isDeeplink: 'Y' | 'N'
  }[]
  readonly additionalInfo: MarketplaceFields & {
    /** `OVOE` OVO, `DANA` DANA, `LINK` LinkAja, `ESHP` ShopeePay. */
    readonly mitraCd: OneOf<'OVOE' | 'DANA' | 'LINK' | 'ESHP'>
    /** What is sold; up to 100. */
    readonly goodsNm: string
    /** The payer's name; up to 30. */
    readonly billingNm: string
    /** Up to 15; for OVO the number of the payer's OVO. */
    readonly billingPhone: string
    /** Up to 40. */
    readonly billingEmail?: string
    /** Where the payer's browser returns to; up to 255. That it comes there proves no payment. */
    readonly callBackUrl: string
    /** Where NICEPAY notifies you of this payment, used as it is; up to 255. */
    readonly dbProcessUrl: string
    /** JSON as text, up to 4000: `{"count":"1","item":[…]}`, whose items add up to the amount. */
    readonly cartData: string
  }
}

/** The answer of `debit-payment`. */
export interface DebitPaymentAnswer extends NicepayAnswer {
  readonly partnerReferenceNo?: string
  /** The tXid. */
  readonly referenceNo?: string
  /** The tXid too, in one SDK: see `tXidOf`. */
  readonly originalReferenceNo?: string
  /** Where to send the payer; empty for OVO, which asks on the phone. */
  readonly webRedirectUrl?: string
  readonly appRedirectUrl?: string
  /** `redirectToken`: LinkAja's, posted to `webRedirectUrl` as `Message`. */
  readonly additionalInfo?: AdditionalInfo<'redirectToken'>
}

/**
 * The body of `debit-status`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-check-status-transaction-e-wallet-direct-debit (read 2026-11-21)
 */
export interface DebitStatusBody {
  /** The client id; 10. */
  readonly merchantId: string
  /** Up to 32. */
  readonly subMerchantId?: string
  /** The tXid; up to 40. */
  readonly originalReferenceNo: string
  /** Your reference; up to 40. */
  readonly originalPartnerReferenceNo: string
  /** That of the payment. */
  readonly serviceCode: '54'
  /** Up to 32. */
  readonly externalStoreId?: string
  /** `yyyy-MM-ddTHH:mm:ss+07:00`. */
  readonly transactionDate?: string
  readonly amount?: Amount
  readonly additionalInfo?: Readonly<Record<string, string>>
}

/** The answer of `debit-status`. */
export interface DebitStatusAnswer extends NicepayAnswer {
  readonly originalReferenceNo?: string
  readonly originalPartnerReferenceNo?: string
  readonly serviceCode?: string
  /** 00 success, 01 initiated, 03 pending, 04 refunded, 05 cancelled (also expired), 06 failed. */
  readonly latestTransactionStatus?: OneOf<'00' | '01' | '03' | '04' | '05' | '06'>
  readonly transactionStatusDesc?: string
  /** The amount, by most sources: see `debitAmountOf`. */
  readonly transAmount?: Partial<Amount>
  /** The amount, by two shop plug-ins. */
  readonly amount?: Partial<Amount>
  readonly additionalInfo?: AdditionalInfo<
    'mitraCd' | 'goodsNm' | 'billingNm' | 'billingPhone' | 'transactionDateTime'
  >
}

/**
 * The body of `debit-refund`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-refund-e-wallet-direct-debit (read 2026-11-21)
 */
export interface DebitRefundBody {
  /** The client id; 10. */
  readonly merchantId: string
  /** Up to 32. */
  readonly subMerchantId?: string
  /** The tXid; up to 40. */
  readonly originalReferenceNo: string
  /** Your reference; up to 40. */
  readonly originalPartnerReferenceNo: string
  /** Your reference of this refund, never used before; up to 40. */
  readonly partnerRefundNo: string
  readonly refundAmount: Amount
  /** Up to 32. */
  readonly externalStoreId?: string
  /** In every SDK's request. */
  readonly reason?: string
  readonly additionalInfo: {
    /** `1` all of it, `2` a part. QRIS calls this `cancelType`. */
    readonly refundType: '1' | '2'
  }
}

/** The answer of `debit-refund`. */
export interface DebitRefundAnswer extends NicepayAnswer {
  readonly originalReferenceNo?: string
  readonly originalPartnerReferenceNo?: string
  /** NICEPAY's id of the refund. */
  readonly refundNo?: string
  readonly partnerRefundNo?: string
  readonly refundAmount?: Partial<Amount>
  /** `yyyy-MM-ddTHH:mm:ss+07:00`. */
  readonly refundTime?: string
}

export type EWalletServices = {
  readonly 'debit-payment': Service<DebitPaymentBody, DebitPaymentAnswer>
  readonly 'debit-status': Service<DebitStatusBody, DebitStatusAnswer>
  readonly 'debit-refund': Service<DebitRefundBody, DebitRefundAnswer>
}

/**
 * Reads the amount of `debit-status`, which NICEPAY calls `transAmount` or `amount`.
 *
 * @example
 * ```ts
 * import { debitAmountOf } from '@x/providers/nicepay'
 *
 * const answer = { responseCode: '2005500', transAmount: { value: '12000.00', currency: 'IDR' } } as const
 * console.log(debitAmountOf(answer)?.value) // 12000.00
 * ```
 *
 * @see https://github.com/nicepay-dev, the models of four SDKs and two shop plug-ins (read 2026-11-21)
 */
export const debitAmountOf = ({ transAmount, amount }: DebitStatusAnswer): Partial<Amount> | undefined =>
  transAmount ?? amount

const stateOf = stateTable({
  '00': 'paid',
  '01': 'pending',
  '03': 'pending',
  '04': 'refunded',
  '05': 'cancelled',
  '06': 'failed',
})

const askStatus = (body: DebitStatusBody): InquiryPlan => ({ service: 'debit-status', body: { ...body } })

/** Sent again as they were, since the status service may look at them; left out where they were left out. */
const placeOf = ({
  subMerchantId,
  externalStoreId,
}: Pick<DebitStatusBody, 'subMerchantId' | 'externalStoreId'>): Pick<
  DebitStatusBody,
  'subMerchantId' | 'externalStoreId'
> => ({
  ...(subMerchantId !== undefined && { subMerchantId }),
  ...(externalStoreId !== undefined && { externalStoreId }),
})

export const eWalletServices: EWalletServices = {
  'debit-payment': {
    code: '54',
    method: 'POST',
    path: '/api/v1.0/debit/payment-host-to-host',
    kind: 'money',
    whenRejected: 'failed',
    transaction: () => 'pending',
    inquiry: ({ body, answer }) => {
      const originalReferenceNo = tXidOf(answer)
      if (originalReferenceNo === undefined) return repeat('debit-payment', body)
      const { merchantId, partnerReferenceNo, amount } = body
      return askStatus({
        merchantId,
        originalReferenceNo,
        originalPartnerReferenceNo: partnerReferenceNo,
        serviceCode: '54',
        amount,
        ...placeOf(body),
      })
    },
  },
  'debit-status': {
    code: '55',
    method: 'POST',
    path: '/api/v1.0/debit/status',
    kind: 'read',
    transaction: ({ latestTransactionStatus }) => stateOf(latestTransactionStatus),
  },
  'debit-refund': {
    code: '58',
    method: 'POST',
    path: '/api/v1.0/debit/refund',
    kind: 'money',
    transaction: () => 'refunded',
    inquiry: ({ body }) => {
      const { merchantId, originalReferenceNo, originalPartnerReferenceNo } = body
      if (textOf(originalReferenceNo) === undefined) return undefined
      const plan = askStatus({
        merchantId,
        originalReferenceNo,
        originalPartnerReferenceNo,
        serviceCode: '54',
        ...placeOf(body),
      })
      return { ...plan, undecided: undecidedRefund }
    },
  },
}
