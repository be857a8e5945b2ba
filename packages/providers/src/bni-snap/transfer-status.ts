import type { Amount } from '../idr.js'
import type { InquiryPlan } from '../inquiry.js'
import { latestTransactionStatus } from '../schemes/latest-transaction-status.js'
import type { Sent, Service } from '../service.js'
import type { BniSnapAnswer, BniSnapDevice } from './accounts.js'

export type BniSnapTransferStatusBody = {
  readonly originalPartnerReferenceNo: string
  /** BNI's reference; empty where the transfer was never answered. */
  readonly originalReferenceNo: string
  /** X-EXTERNAL-ID of the transfer. */
  readonly originalExternalId: string
  /** Of the transfer: `17`, `18`, `22` or `23`. */
  readonly serviceCode: '17' | '18' | '22' | '23'
  /** Empty in BNI's samples. */
  readonly transactionDate: string
  /** That of the transfer. */
  readonly amount: Amount
  readonly additionalInfo: BniSnapDevice
}
export type BniSnapTransferStatus = BniSnapAnswer & {
  readonly originalPartnerReferenceNo?: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
  readonly serviceCode?: string
  readonly transactionDate?: string
  readonly amount?: Amount
  readonly beneficiaryAccountNo?: string
  readonly beneficiaryBankCode?: string
  readonly currency?: string
  readonly previousResponseCode?: string
  readonly referenceNumber?: string
  readonly sourceAccountNo?: string
  readonly transactionId?: string
  /** 00 success … 07 not found, in the numbering of the standard. */
  readonly latestTransactionStatus?: string
  readonly transactionStatusDesc?: string
}

/**
 * @see https://github.com/bni-api (SDKs; read 2026-11-21)
 * @see ASPI, SNAP API portal, transfer status (the answer; read June 2025)
 */
export const transferStatus: Service<BniSnapTransferStatusBody, BniSnapTransferStatus> = {
  code: '36',
  method: 'POST',
  path: '/snap-service/v1/transfer/status',
  kind: 'read',
  transaction: latestTransactionStatus,
}

interface Transfer {
  readonly partnerReferenceNo: string
  readonly amount: Amount
}

/** How to ask about a transfer: by your reference and X-EXTERNAL-ID, and by BNI's reference where it answered. */
export const askTransferStatus =
  (serviceCode: BniSnapTransferStatusBody['serviceCode']) =>
  ({
    body,
    answer,
    externalId,
  }: Sent<Transfer, { readonly referenceNo?: string }>): InquiryPlan | undefined => {
    const { partnerReferenceNo, amount } = body
    if (typeof partnerReferenceNo !== 'string' || partnerReferenceNo === '') return undefined
    const { referenceNo } = answer ?? {}
    return {
      service: 'transfer-status',
      body: {
        originalPartnerReferenceNo: partnerReferenceNo,
        originalReferenceNo: typeof referenceNo === 'string' ? referenceNo : '',
        originalExternalId: externalId,
        serviceCode,
        transactionDate: '',
        amount: { value: amount.value, currency: amount.currency },
        additionalInfo: { deviceId: '', channel: '' },
      },
    }
  }
