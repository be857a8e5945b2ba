import type { Amount } from '../idr.js'
import type { JsonObject } from '../json.js'
import type { Service } from '../service.js'

/** Members that any request and answer of the standard may have. */
export interface SnapExtras {
  readonly additionalInfo?: JsonObject
}

export interface SnapBalanceRequest extends SnapExtras {
  readonly partnerReferenceNo?: string
  readonly bankCardToken?: string
  readonly accountNo?: string
  readonly balanceTypes?: readonly string[]
}

export interface SnapAccountInfo {
  readonly balanceType?: string
  readonly amount?: Amount
  readonly floatAmount?: Amount
  readonly holdAmount?: Amount
  readonly availableBalance?: Amount
  readonly ledgerBalance?: Amount
  readonly currentMultilateralLimit?: Amount
  readonly registrationStatusCode?: string
  readonly status?: string
}

export interface SnapBalanceAnswer extends SnapExtras {
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly accountNo?: string
  readonly name?: string
  readonly accountInfos?: readonly SnapAccountInfo[]
}

export interface SnapHistoryRequest extends SnapExtras {
  readonly partnerReferenceNo?: string
  /** `yyyy-MM-ddTHH:mm:ss+07:00`; at most a month, at most a year ago. */
  readonly fromDateTime?: string
  readonly toDateTime?: string
  /** At most 50. The table says a number, the sample text. */
  readonly pageSize?: number | string
  readonly pageNumber?: number | string
}

export interface SnapHistoryAnswer extends SnapExtras {
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly detailData?: readonly JsonObject[]
}

export interface SnapStatementRequest extends SnapExtras {
  readonly partnerReferenceNo?: string
  readonly bankCardToken?: string
  readonly accountNo?: string
  readonly fromDateTime?: string
  readonly toDateTime?: string
}

export interface SnapStatementAnswer extends SnapExtras {
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly balance?: readonly JsonObject[]
  readonly totalCreditEntries?: JsonObject
  readonly totalDebitEntries?: JsonObject
  readonly hasMore?: string
  readonly lastRecordDateTime?: string
  readonly detailData?: readonly JsonObject[]
}

export interface SnapInternalAccountRequest extends SnapExtras {
  readonly partnerReferenceNo?: string
  readonly beneficiaryAccountNo: string
}

export interface SnapExternalAccountRequest extends SnapInternalAccountRequest {
  readonly beneficiaryBankCode: string
}

export interface SnapAccountAnswer extends SnapExtras {
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly beneficiaryAccountName: string
  readonly beneficiaryAccountNo: string
  readonly beneficiaryAccountStatus?: string
  readonly beneficiaryAccountType?: string
  readonly beneficiaryBankCode?: string
  readonly beneficiaryBankName?: string
  readonly currency?: string
}

export type SnapAccountServices = {
  readonly 'balance-inquiry': Service<SnapBalanceRequest, SnapBalanceAnswer>
  readonly 'transaction-history-list': Service<SnapHistoryRequest, SnapHistoryAnswer>
  readonly 'bank-statement': Service<SnapStatementRequest, SnapStatementAnswer>
  readonly 'account-inquiry-internal': Service<SnapInternalAccountRequest, SnapAccountAnswer>
  readonly 'account-inquiry-external': Service<SnapExternalAccountRequest, SnapAccountAnswer>
}

export const snapAccountServices: SnapAccountServices = {
  'balance-inquiry': { code: '11', method: 'POST', path: '/v1.0/balance-inquiry', kind: 'read' },
  'transaction-history-list': {
    code: '12',
    method: 'POST',
    path: '/v1.0/transaction-history-list',
    kind: 'read',
  },
  'bank-statement': { code: '14', method: 'POST', path: '/v1.0/bank-statement', kind: 'read' },
  'account-inquiry-internal': {
    code: '15',
    method: 'POST',
    path: '/v1.0/account-inquiry-internal',
    kind: 'read',
  },
  'account-inquiry-external': {
    code: '16',
    method: 'POST',
    path: '/v1.0/account-inquiry-external',
    kind: 'read',
  },
}
