import type { Amount } from '../idr.js'
import type { InquiryPlan } from '../inquiry.js'
import type { JsonObject } from '../json.js'
import { pick } from '../schemes/original-references.js'
import type { Service, Transaction } from '../service.js'

/** Whose order it is. `subMerchantId` for aggregators, `externalStoreId` for QRIS and outlets. */
export interface DanaMerchant {
  readonly merchantId: string
  readonly subMerchantId?: string
  readonly externalStoreId?: string
}

export interface DanaUrlParam {
  readonly url: string
  readonly type: 'PAY_RETURN' | 'NOTIFICATION'
  readonly isDeeplink: 'Y' | 'N'
}

export interface DanaPayOption {
  readonly payMethod: string
  readonly payOption: string
  readonly transAmount: Amount
  readonly feeAmount?: Amount
  readonly cardToken?: string
  readonly merchantToken?: string
  readonly additionalInfo?: JsonObject
}

export interface DanaPaymentRequest extends DanaMerchant {
  readonly partnerReferenceNo: string
  readonly amount: Amount
  /** `yyyy-MM-ddTHH:mm:ss+07:00`, at most a week ahead. */
  readonly validUpTo: string
  readonly urlParams: readonly DanaUrlParam[]
  readonly disabledPayMethods?: string
  /** Without it DANA shows its own page to choose from. */
  readonly payOptionDetails?: readonly DanaPayOption[]
  readonly additionalInfo?: JsonObject
}

export interface DanaPaymentAnswer {
  readonly partnerReferenceNo: string
  readonly referenceNo?: string
  readonly webRedirectUrl?: string
  readonly externalOrderId?: string
  readonly additionalInfo?: JsonObject
}

export interface DanaStatusRequest extends DanaMerchant {
  readonly originalPartnerReferenceNo?: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
  /** Of the original call: `54`. */
  readonly serviceCode: string
  readonly transactionDate?: string
  readonly amount?: Amount
  readonly additionalInfo?: JsonObject
}

export interface DanaStatusAnswer {
  readonly serviceCode: string
  /** 00 paid, 01 created, 02 paying and not final, 05 cancelled, 07 not found. */
  readonly latestTransactionStatus: string
  readonly transactionStatusDesc?: string
  readonly originalPartnerReferenceNo?: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
  readonly originalResponseCode?: string
  readonly originalResponseMessage?: string
  readonly transAmount?: Amount
  readonly amount?: Amount
  readonly feeAmount?: Amount
  readonly paidTime?: string
  readonly title?: string
  readonly additionalInfo?: JsonObject
}

export interface DanaCancelRequest extends DanaMerchant {
  readonly originalPartnerReferenceNo: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
  readonly reason?: string
  readonly amount?: Amount
  readonly additionalInfo?: JsonObject
}

export interface DanaCancelAnswer {
  readonly originalPartnerReferenceNo: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
  readonly cancelTime?: string
  readonly transactionDate?: string
  readonly additionalInfo?: JsonObject
}

export interface DanaRefundRequest extends DanaMerchant {
  readonly originalPartnerReferenceNo: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
  readonly originalCaptureNo?: string
  readonly partnerRefundNo: string
  readonly refundAmount: Amount
  readonly reason?: string
  readonly additionalInfo?: JsonObject
}

export interface DanaRefundAnswer {
  readonly originalPartnerReferenceNo: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
  readonly originalCaptureNo?: string
  readonly refundNo?: string
  readonly partnerRefundNo: string
  readonly refundAmount: Amount
  readonly refundTime?: string
  readonly additionalInfo?: JsonObject
}

export interface DanaConsultPayRequest {
  readonly merchantId: string
  readonly amount: Amount
  readonly externalStoreId?: string
  readonly additionalInfo: JsonObject
}

export interface DanaConsultPayAnswer {
  readonly paymentInfos?: readonly JsonObject[]
}

/** The services of DANA's payment gateway by name. */
export type DanaServices = {
  readonly 'consult-pay': Service<DanaConsultPayRequest, DanaConsultPayAnswer>
  readonly 'debit-payment': Service<DanaPaymentRequest, DanaPaymentAnswer>
  readonly 'debit-status': Service<DanaStatusRequest, DanaStatusAnswer>
  readonly 'debit-cancel': Service<DanaCancelRequest, DanaCancelAnswer>
  readonly 'debit-refund': Service<DanaRefundRequest, DanaRefundAnswer>
}

/** DANA's own table; what the standard has beyond it is `unknown`. 02 is paid, and not final. */
const states: Readonly<Record<string, Transaction>> = {
  '00': 'paid',
  '01': 'pending',
  '02': 'pending',
  '05': 'cancelled',
  '07': 'not-found',
}
const stateOf = (state: unknown): Transaction =>
  typeof state === 'string' && Object.hasOwn(states, state) ? (states[state] ?? 'unknown') : 'unknown'

const merchant = {
  merchantId: 'merchantId',
  subMerchantId: 'subMerchantId',
  externalStoreId: 'externalStoreId',
}

/** Always by the merchant's own reference: it is known of a call without an answer, and DANA keeps one order for it. */
const askFor = (
  reference: string | undefined,
  { body, undecided }: { readonly body: object; readonly undecided?: readonly Transaction[] },
): InquiryPlan | undefined =>
  reference === undefined || reference === ''
    ? undefined
    : {
        service: 'debit-status',
        body: { originalPartnerReferenceNo: reference, serviceCode: '54', ...pick(body, merchant) },
        ...(undecided !== undefined && { undecided }),
      }

export const danaServices: DanaServices = {
  // Not of the standard, so it has no code of its own.
  'consult-pay': { method: 'POST', path: '/v1.0/payment-gateway/consult-pay.htm', kind: 'read' },
  'debit-payment': {
    code: '54',
    method: 'POST',
    path: '/payment-gateway/v1.0/debit/payment-host-to-host.htm',
    kind: 'money',
    whenRejected: 'failed',
    // An order that waits for its payer.
    transaction: () => 'pending',
    inquiry: ({ body }) => askFor(body.partnerReferenceNo, { body }),
  },
  'debit-status': {
    code: '55',
    method: 'POST',
    path: '/payment-gateway/v1.0/debit/status.htm',
    kind: 'read',
    transaction: ({ latestTransactionStatus }) => stateOf(latestTransactionStatus),
  },
  'debit-cancel': {
    // Inferred: no page of DANA's prints the number, which is the standard's for this path.
    code: '57',
    method: 'POST',
    path: '/payment-gateway/v1.0/debit/cancel.htm',
    kind: 'money',
    transaction: () => 'cancelled',
    // The order as it was before: the cancellation may still be on its way.
    inquiry: ({ body }) => askFor(body.originalPartnerReferenceNo, { body, undecided: ['paid', 'pending'] }),
  },
  'debit-refund': {
    code: '58',
    method: 'POST',
    path: '/payment-gateway/v1.0/debit/refund.htm',
    kind: 'money',
    transaction: () => 'refunded',
    // The status is that of the order, and names no refund: each of these can be before and after it.
    inquiry: ({ body }) =>
      askFor(body.originalPartnerReferenceNo, {
        body,
        undecided: ['paid', 'pending', 'refunded', 'cancelled'],
      }),
  },
}
