import type { Amount } from '../idr.js'
import type { InquiryPlan } from '../inquiry.js'
import { latestTransactionStatus } from '../schemes/latest-transaction-status.js'
import { originalReferences, pick } from '../schemes/original-references.js'
import type { Sent, Service, Transaction } from '../service.js'
import type { SnapExtras } from './accounts.js'

export interface SnapOriginator {
  readonly originatorCustomerNo: string
  readonly originatorCustomerName: string
  readonly originatorBankCode: string
}

/** What all transfers have. Dates are `yyyy-MM-ddTHH:mm:ss+07:00`. */
export interface SnapTransfer extends SnapExtras {
  readonly partnerReferenceNo: string
  readonly amount: Amount
  readonly beneficiaryAccountNo: string
  readonly sourceAccountNo: string
  readonly transactionDate: string
  readonly beneficiaryEmail?: string
  readonly currency?: string
  readonly customerReference?: string
  /** `OUR`, `BEN` or `SHA`. */
  readonly feeType?: string
  readonly remark?: string
  readonly originatorInfos?: readonly SnapOriginator[]
}

export type SnapIntrabankRequest = SnapTransfer

export interface SnapInterbankRequest extends SnapTransfer {
  readonly beneficiaryAccountName: string
  readonly beneficiaryBankCode: string
  readonly beneficiaryAddress?: string
  readonly beneficiaryBankName?: string
}

/** RTGS and SKN. Residence: 1 Indonesia, 2 other. Type: 1 person, 2 company, 3 government. */
export interface SnapClearingRequest extends SnapInterbankRequest {
  readonly beneficiaryCustomerResidence: string
  readonly beneficiaryCustomerType: string
  readonly kodepos?: string
  readonly receiverPhone?: string
  readonly senderCustomerResidence?: string
  readonly senderCustomerType?: string
  readonly senderPhone?: string
}

export interface SnapTransferAnswer extends SnapExtras {
  /** Demanded where the transfer worked. */
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly amount?: Amount
  readonly beneficiaryAccountNo: string
  readonly beneficiaryBankCode?: string
  readonly sourceAccountNo: string
  readonly transactionDate?: string
  readonly currency?: string
  readonly customerReference?: string
  readonly traceNo?: string
  readonly originatorInfos?: readonly SnapOriginator[]
}

export interface SnapClearingAnswer extends SnapTransferAnswer {
  readonly beneficiaryAccountName: string
  readonly beneficiaryAccountType?: string
  /** 00 to 07, as `latestTransactionStatus`. */
  readonly transactionStatus: string
  readonly transactionStatusDesc?: string
}

export interface SnapTransferStatusRequest extends SnapExtras {
  readonly originalPartnerReferenceNo?: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
  /** Of the original call: `17`, `18`, `22` or `23`. */
  readonly serviceCode: string
  readonly transactionDate?: string
  readonly amount?: Amount
}

export interface SnapTransferStatusAnswer extends SnapExtras {
  readonly latestTransactionStatus: string
  readonly transactionStatusDesc?: string
  readonly serviceCode: string
  readonly originalReferenceNo?: string
  readonly originalPartnerReferenceNo?: string
  readonly originalExternalId?: string
  readonly transactionDate?: string
  readonly amount?: Amount
  readonly beneficiaryAccountNo: string
  readonly beneficiaryBankCode?: string
  readonly currency?: string
  readonly previousResponseCode?: string
  readonly referenceNumber: string
  readonly sourceAccountNo: string
  readonly transactionId?: string
}

export type SnapTransferServices = {
  readonly 'transfer-intrabank': Service<SnapIntrabankRequest, SnapTransferAnswer>
  readonly 'transfer-interbank': Service<SnapInterbankRequest, SnapTransferAnswer>
  readonly 'transfer-rtgs': Service<SnapClearingRequest, SnapClearingAnswer>
  readonly 'transfer-skn': Service<SnapClearingRequest, SnapClearingAnswer>
  readonly 'transfer-status': Service<SnapTransferStatusRequest, SnapTransferStatusAnswer>
}

const askStatus =
  (serviceCode: string): ((sent: Sent<object, object>) => InquiryPlan | undefined) =>
  (sent) => {
    const references = originalReferences(sent)
    return references === undefined
      ? undefined
      : {
          service: 'transfer-status',
          body: {
            ...references,
            serviceCode,
            ...pick(sent.body, { transactionDate: 'transactionDate', amount: 'amount' }),
          },
        }
  }

/** Our reading: what worked and has no reference of the provider, which the standard demands, is not known to be booked. */
const booked = ({ referenceNo }: SnapTransferAnswer): Transaction =>
  typeof referenceNo === 'string' && referenceNo !== '' ? 'paid' : 'unknown'

/** Clearing takes hours: the answer that accepts a transfer says how far it is. */
const clearingStatus = ({ transactionStatus }: SnapClearingAnswer): Transaction =>
  latestTransactionStatus({ latestTransactionStatus: transactionStatus })

export const snapTransferServices: SnapTransferServices = {
  'transfer-intrabank': {
    code: '17',
    method: 'POST',
    path: '/v1.0/transfer-intrabank',
    kind: 'money',
    whenRejected: 'failed',
    transaction: booked,
    inquiry: askStatus('17'),
  },
  'transfer-interbank': {
    code: '18',
    method: 'POST',
    path: '/v1.0/transfer-interbank',
    kind: 'money',
    whenRejected: 'failed',
    transaction: booked,
    inquiry: askStatus('18'),
  },
  'transfer-rtgs': {
    code: '22',
    method: 'POST',
    path: '/v1.0/transfer-rtgs',
    kind: 'money',
    whenRejected: 'failed',
    transaction: clearingStatus,
    inquiry: askStatus('22'),
  },
  'transfer-skn': {
    code: '23',
    method: 'POST',
    path: '/v1.0/transfer-skn',
    kind: 'money',
    whenRejected: 'failed',
    transaction: clearingStatus,
    inquiry: askStatus('23'),
  },
  'transfer-status': {
    code: '36',
    method: 'POST',
    path: '/v1.0/transfer/status',
    kind: 'read',
    transaction: (answer) => latestTransactionStatus({ ...answer }),
  },
}
