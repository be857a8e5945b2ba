import type { Amount } from '../idr.js'
import type { InquiryPlan } from '../inquiry.js'
import { isJsonObject, type JsonObject } from '../json.js'
import { pick } from '../schemes/original-references.js'
import type { Service, Transaction } from '../service.js'
import type { SnapExtras } from './accounts.js'

/** The three parts of a virtual account; the last is the first two joined. */
export interface SnapVaNumber {
  /** Eight characters, spaces in front: see `padPartnerServiceId`. */
  readonly partnerServiceId: string
  /** Digits, as text: a number loses some. */
  readonly customerNo: string
  readonly virtualAccountNo: string
}

export interface SnapVaRequest extends Partial<SnapVaNumber>, SnapExtras {
  readonly virtualAccountName: string
  readonly trxId: string
  readonly virtualAccountEmail?: string
  readonly virtualAccountPhone?: string
  readonly totalAmount?: Amount
  readonly billDetails?: readonly JsonObject[]
  readonly freeTexts?: readonly JsonObject[]
  /** C closed, O open, I partial, M minimum, L maximum, N open minimum, X open maximum. */
  readonly virtualAccountTrxType?: string
  readonly feeAmount?: Amount
  readonly expiredDate?: string
}

export interface SnapVaUpdateRequest extends SnapVaNumber, SnapVaRequest {
  readonly partnerServiceId: string
  readonly customerNo: string
  readonly virtualAccountNo: string
}

export interface SnapVaInquiryRequest extends SnapVaNumber, SnapExtras {
  readonly trxId: string
}

export interface SnapVaDeleteRequest extends SnapVaNumber, SnapExtras {
  readonly trxId?: string
}

export interface SnapVaStatusRequest extends SnapVaNumber, SnapExtras {
  readonly inquiryRequestId?: string
  readonly paymentRequestId?: string
}

/** What virtual account services answer: all of it inside one member. */
export interface SnapVaAnswer<Data = SnapVaData> extends SnapExtras {
  readonly virtualAccountData: Data
}

export interface SnapVaData extends SnapVaNumber, SnapExtras {
  readonly virtualAccountName?: string
  readonly virtualAccountEmail?: string
  readonly virtualAccountPhone?: string
  readonly trxId?: string
  readonly totalAmount?: Amount
  readonly billDetails?: readonly JsonObject[]
  readonly freeTexts?: readonly JsonObject[]
  readonly virtualAccountTrxType?: string
  readonly feeAmount?: Amount
  readonly expiredDate?: string
  readonly lastUpdateDate?: string
  readonly paymentDate?: string
}

export interface SnapVaStatusData extends SnapVaNumber, SnapExtras {
  readonly inquiryRequestId?: string
  readonly paymentRequestId?: string
  readonly totalAmount?: Amount
  readonly paidAmount?: Amount
  readonly paidBills?: string
  readonly trxDateTime?: string
  readonly transactionDate?: string
  readonly referenceNo?: string
  readonly paymentType?: string
  readonly flagAdvise?: string
  readonly paymentFlagStatus?: string
  readonly paymentFlagReason?: JsonObject
  readonly billDetails?: readonly JsonObject[]
  readonly freeTexts?: readonly JsonObject[]
}

export type SnapVaServices = {
  readonly 'va-status': Service<SnapVaStatusRequest, SnapVaAnswer<SnapVaStatusData>>
  readonly 'va-create': Service<SnapVaRequest, SnapVaAnswer>
  readonly 'va-update': Service<SnapVaUpdateRequest, SnapVaAnswer>
  readonly 'va-inquiry': Service<SnapVaInquiryRequest, SnapVaAnswer>
  readonly 'va-delete': Service<SnapVaDeleteRequest, SnapVaAnswer>
}

const vaNumber = {
  partnerServiceId: 'partnerServiceId',
  customerNo: 'customerNo',
  virtualAccountNo: 'virtualAccountNo',
}

/** Undefined where a part of the number is missing: the bank gives it, and said nothing. */
const ask = (
  service: string,
  sent: { readonly body: object; readonly answer: object | undefined },
): InquiryPlan | undefined => {
  const answered: unknown =
    sent.answer === undefined ? undefined : Reflect.get(sent.answer, 'virtualAccountData')
  const names = service === 'va-inquiry' ? { ...vaNumber, trxId: 'trxId' } : vaNumber
  const body = { ...(isJsonObject(answered) && pick(answered, names)), ...pick(sent.body, names) }
  return Object.keys(names).every((name) => Object.hasOwn(body, name)) ? { service, body } : undefined
}

/** Only 00 is the same at every bank; what the others mean is not. */
const paymentFlag = ({ virtualAccountData }: SnapVaAnswer<SnapVaStatusData>): Transaction =>
  virtualAccountData.paymentFlagStatus === '00' ? 'paid' : 'unknown'

export const snapVaServices: SnapVaServices = {
  'va-status': {
    code: '26',
    method: 'POST',
    path: '/v1.0/transfer-va/status',
    kind: 'read',
    transaction: paymentFlag,
  },
  'va-create': {
    code: '27',
    method: 'POST',
    path: '/v1.0/transfer-va/create-va',
    kind: 'other',
    whenRejected: 'failed',
    // It waits for its payer.
    transaction: () => 'pending',
    inquiry: (sent) => ask('va-status', sent),
  },
  'va-update': {
    code: '28',
    method: 'PUT',
    path: '/v1.0/transfer-va/update-va',
    kind: 'other',
    inquiry: (sent) => ask('va-inquiry', sent),
  },
  'va-inquiry': { code: '30', method: 'POST', path: '/v1.0/transfer-va/inquiry-va', kind: 'read' },
  'va-delete': {
    code: '31',
    method: 'DELETE',
    path: '/v1.0/transfer-va/delete-va',
    kind: 'other',
    inquiry: (sent) => ask('va-inquiry', sent),
  },
}
