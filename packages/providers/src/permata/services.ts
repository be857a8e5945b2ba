import type { JsonObject } from '../json.js'
import type { Service } from '../service.js'

/** Stands at the head of most requests. */
export interface PermataRequestHeader {
  /** `yyyy-MM-ddTHH:mm:ss.SSS+07:00`. */
  readonly RequestTimestamp: string
  /** Your reference; a status is asked for by it. */
  readonly CustRefID: string
}

export interface PermataBalanceRequest {
  readonly BalInqRq: {
    readonly MsgRqHdr: PermataRequestHeader
    readonly InqInfo: { readonly AccountNumber: string }
  }
}

export interface PermataTransferRequest {
  readonly XferAddRq: { readonly MsgRqHdr: PermataRequestHeader; readonly XferInfo: JsonObject }
}

export interface PermataStatusRequest {
  readonly StatusTransactionRq: {
    /** The organization name. */
    readonly CorpID: string
    readonly CustRefID: string
  }
}

/** The services of Permata by name. */
export type PermataServices = {
  readonly 'balance-inquiry': Service<PermataBalanceRequest, JsonObject>
  readonly 'online-transfer-inquiry': Service<JsonObject, JsonObject>
  readonly transfer: Service<PermataTransferRequest, JsonObject>
  readonly 'interbank-transfer': Service<JsonObject, JsonObject>
  readonly 'transaction-status': Service<PermataStatusRequest, JsonObject>
}

// What a transfer's answer says of the money is not published, so there is no rule for it. Nor has one an inquiry: the
// status request wants the organization name, a credential, and an inquiry is made of a call's body and holds none.
export const permataServices: PermataServices = {
  'balance-inquiry': {
    method: 'POST',
    path: '/apiservice/InquiryServices/BalanceInfo_V2/inq',
    kind: 'read',
  },
  'online-transfer-inquiry': {
    method: 'POST',
    path: '/apiservice/InquiryServices/OnlineXferInfo/inq',
    kind: 'read',
  },
  transfer: {
    method: 'POST',
    path: '/apiservice/BankingServices/FundsTransfer/add',
    kind: 'money',
    whenRejected: 'failed',
  },
  'interbank-transfer': {
    method: 'POST',
    path: '/apiservice/BankingServices/InterBankTransfer/add',
    kind: 'money',
    whenRejected: 'failed',
  },
  // What its answer says of the money is not published.
  'transaction-status': {
    method: 'POST',
    path: '/apiservice/InquiryServices/StatusTransaction/Service/inq',
    kind: 'read',
    transaction: () => 'unknown',
  },
}
