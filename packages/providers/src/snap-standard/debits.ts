import type { Amount } from '../idr.js'
import type { JsonObject } from '../json.js'
import { latestTransactionStatus } from '../schemes/latest-transaction-status.js'
import { originalReferences, pick } from '../schemes/original-references.js'
import type { Service } from '../service.js'
import type { SnapExtras } from './accounts.js'
import { askByOriginal } from './ask-by-original.js'
import type { SnapOriginal } from './qr.js'

export interface SnapDebitRequest extends SnapExtras {
  readonly partnerReferenceNo: string
  readonly bankCardToken?: string
  readonly chargeToken?: string
  readonly otp?: string
  readonly otpTrxCode?: string
  readonly merchantId?: string
  readonly terminalId?: string
  readonly journeyId?: string
  readonly subMerchantId?: string
  readonly amount?: Amount
  readonly urlParams?: readonly {
    readonly url: string
    /** `PAY_RETURN` or `PAY_NOTIFY`. */
    readonly type: string
    /** `Y` or `N`. */
    readonly isDeeplink: string
  }[]
  readonly externalStoreId?: string
  readonly validUpTo?: string
  readonly pointOfInitiation?: string
  readonly feeType?: string
  readonly disabledPayMethods?: string
  readonly payOptionDetails?: readonly JsonObject[]
}

export interface SnapDebitAnswer extends SnapExtras {
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly approvalCode?: string
  readonly appRedirectUrl?: string
  readonly webRedirectUrl?: string
}

export interface SnapDebitStatusRequest extends SnapOriginal, SnapExtras {
  /** Of the original call: `54`. */
  readonly serviceCode: string
  readonly transactionDate?: string
  readonly amount?: Amount
  readonly merchantId?: string
  readonly subMerchantId?: string
  readonly externalStoreId?: string
}

export interface SnapDebitStatusAnswer extends SnapOriginal, SnapExtras {
  readonly serviceCode: string
  readonly latestTransactionStatus: string
  readonly transactionStatusDesc?: string
  readonly approvalCode?: string
  readonly originalResponseCode?: string
  readonly originalResponseMessage?: string
  readonly sessionId?: string
  readonly requestId?: string
  readonly refundHistory?: readonly JsonObject[]
  readonly transAmount?: Amount
  readonly feeAmount?: Amount
  readonly paidTime?: string
}

export interface SnapDebitCancelRequest extends SnapOriginal, SnapExtras {
  readonly originalPartnerReferenceNo: string
  readonly amount?: Amount
  readonly merchantId?: string
  readonly subMerchantId?: string
  readonly externalStoreId?: string
  readonly approvalCode?: string
  readonly reason?: string
}

export interface SnapDebitCancelAnswer extends SnapOriginal, SnapExtras {
  readonly cancelTime?: string
  readonly transactionDate?: string
}

export interface SnapDebitRefundRequest extends SnapOriginal, SnapExtras {
  readonly originalPartnerReferenceNo: string
  readonly partnerRefundNo: string
  readonly refundAmount?: Amount
  readonly merchantId?: string
  readonly subMerchantId?: string
  readonly externalStoreId?: string
  readonly reason?: string
}

export interface SnapDebitRefundAnswer extends SnapOriginal, SnapExtras {
  readonly refundNo: string
  readonly refundTime: string
  readonly partnerRefundNo: string
  readonly refundAmount?: Amount
  readonly partnerTrxId?: string
}

export type SnapDebitServices = {
  readonly 'debit-payment': Service<SnapDebitRequest, SnapDebitAnswer>
  readonly 'debit-status': Service<SnapDebitStatusRequest, SnapDebitStatusAnswer>
  readonly 'debit-cancel': Service<SnapDebitCancelRequest, SnapDebitCancelAnswer>
  readonly 'debit-refund': Service<SnapDebitRefundRequest, SnapDebitRefundAnswer>
}

const merchant = {
  merchantId: 'merchantId',
  subMerchantId: 'subMerchantId',
  externalStoreId: 'externalStoreId',
}
const original = { service: 'debit-status', serviceCode: '54' }

export const snapDebitServices: SnapDebitServices = {
  'debit-payment': {
    code: '54',
    method: 'POST',
    path: '/v1.0/debit/payment-host-to-host',
    kind: 'money',
    whenRejected: 'failed',
    // Some answers are a page on which the payer has yet to confirm: only the status says paid.
    transaction: () => 'pending',
    inquiry: (sent) => {
      const references = originalReferences(sent)
      return references === undefined
        ? undefined
        : {
            service: 'debit-status',
            body: { ...references, serviceCode: '54', ...pick(sent.body, merchant) },
          }
    },
  },
  'debit-status': {
    code: '55',
    method: 'POST',
    path: '/v1.0/debit/status',
    kind: 'read',
    transaction: (answer) => latestTransactionStatus({ ...answer }),
  },
  'debit-cancel': {
    code: '57',
    method: 'POST',
    path: '/v1.0/debit/cancel',
    kind: 'money',
    transaction: () => 'cancelled',
    inquiry: askByOriginal({ ...original, undecided: ['paid', 'pending'] }),
  },
  'debit-refund': {
    code: '58',
    method: 'POST',
    path: '/v1.0/debit/refund',
    kind: 'money',
    transaction: () => 'refunded',
    // The status is the payment's: an earlier refund in part makes it 04 too.
    inquiry: askByOriginal({ ...original, undecided: ['paid', 'pending', 'refunded', 'cancelled'] }),
  },
}
