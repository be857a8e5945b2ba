import type { Amount } from '../idr.js'
import { latestTransactionStatus } from '../schemes/latest-transaction-status.js'
import { originalReferences, pick } from '../schemes/original-references.js'
import type { Service } from '../service.js'
import type { SnapExtras } from './accounts.js'
import { askByOriginal } from './ask-by-original.js'

export interface SnapQrRequest extends SnapExtras {
  readonly partnerReferenceNo?: string
  readonly amount?: Amount
  readonly feeAmount?: Amount
  readonly merchantId?: string
  readonly subMerchantId?: string
  readonly storeId?: string
  readonly terminalId?: string
  /** `yyyy-MM-ddTHH:mm:ss+07:00`. */
  readonly validityPeriod?: string
}

export interface SnapQrAnswer extends SnapExtras {
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly qrContent?: string
  readonly qrUrl?: string
  readonly qrImage?: string
  readonly redirectUrl?: string
  readonly merchantName?: string
  readonly storeId?: string
  readonly terminalId?: string
}

/** What names the original call. */
export interface SnapOriginal {
  readonly originalReferenceNo?: string
  readonly originalPartnerReferenceNo?: string
  readonly originalExternalId?: string
}

export interface SnapQrQueryRequest extends SnapOriginal, SnapExtras {
  /** Of the original call: `47`. */
  readonly serviceCode: string
  readonly merchantId?: string
  readonly subMerchantId?: string
  readonly externalStoreId?: string
}

export interface SnapQrQueryAnswer extends SnapOriginal, SnapExtras {
  readonly serviceCode: string
  readonly latestTransactionStatus: string
  readonly transactionStatusDesc?: string
  readonly paidTime?: string
  readonly amount?: Amount
  readonly feeAmount?: Amount
  readonly terminalId?: string
}

export interface SnapQrCancelRequest extends SnapOriginal, SnapExtras {
  readonly merchantId: string
  readonly reason: string
  readonly subMerchantId?: string
  readonly externalStoreId?: string
  readonly amount?: Amount
}

export interface SnapQrCancelAnswer extends SnapOriginal, SnapExtras {
  readonly cancelTime?: string
  readonly transactionDate?: string
}

export interface SnapQrRefundRequest extends SnapOriginal, SnapExtras {
  readonly originalPartnerReferenceNo: string
  readonly partnerRefundNo: string
  readonly refundAmount?: Amount
  readonly merchantId?: string
  readonly subMerchantId?: string
  readonly externalStoreId?: string
  readonly reason?: string
}

export interface SnapQrRefundAnswer extends SnapOriginal, SnapExtras {
  readonly refundNo: string
  readonly refundTime: string
  readonly partnerRefundNo?: string
  readonly refundAmount?: Amount
}

export type SnapQrServices = {
  readonly 'qr-mpm-generate': Service<SnapQrRequest, SnapQrAnswer>
  readonly 'qr-mpm-query': Service<SnapQrQueryRequest, SnapQrQueryAnswer>
  readonly 'qr-mpm-cancel': Service<SnapQrCancelRequest, SnapQrCancelAnswer>
  readonly 'qr-mpm-refund': Service<SnapQrRefundRequest, SnapQrRefundAnswer>
}

const merchant = { merchantId: 'merchantId', subMerchantId: 'subMerchantId', storeId: 'externalStoreId' }
const original = { service: 'qr-mpm-query', serviceCode: '47' }

export const snapQrServices: SnapQrServices = {
  'qr-mpm-generate': {
    code: '47',
    method: 'POST',
    path: '/v1.0/qr/qr-mpm-generate',
    kind: 'other',
    whenRejected: 'failed',
    // It waits for its payer.
    transaction: () => 'pending',
    inquiry: (sent) => {
      const references = originalReferences(sent)
      return references === undefined
        ? undefined
        : {
            service: 'qr-mpm-query',
            body: { ...references, serviceCode: '47', ...pick(sent.body, merchant) },
          }
    },
  },
  'qr-mpm-query': {
    code: '51',
    method: 'POST',
    path: '/v1.0/qr/qr-mpm-query',
    kind: 'read',
    transaction: (answer) => latestTransactionStatus({ ...answer }),
  },
  'qr-mpm-cancel': {
    code: '77',
    method: 'POST',
    path: '/v1.0/qr/qr-mpm-cancel',
    kind: 'money',
    transaction: () => 'cancelled',
    inquiry: askByOriginal({ ...original, undecided: ['paid', 'pending'] }),
  },
  'qr-mpm-refund': {
    code: '78',
    method: 'POST',
    path: '/v1.0/qr/qr-mpm-refund',
    kind: 'money',
    transaction: () => 'refunded',
    // The status names no refund: an earlier one in part makes it 04 too.
    inquiry: askByOriginal({ ...original, undecided: ['paid', 'pending', 'refunded', 'cancelled'] }),
  },
}
