import type { InquiryPlan } from '../inquiry.js'
import { pick } from '../schemes/original-references.js'
import type { Transaction } from '../service.js'

const names = {
  originalPartnerReferenceNo: 'originalPartnerReferenceNo',
  originalReferenceNo: 'originalReferenceNo',
  originalExternalId: 'originalExternalId',
}
const place = {
  merchantId: 'merchantId',
  subMerchantId: 'subMerchantId',
  externalStoreId: 'externalStoreId',
}

/** Asks what became of the payment that a cancellation or refund is about; undefined where that names none. */
export const askByOriginal =
  ({
    service,
    serviceCode,
    undecided,
  }: {
    readonly service: string
    /** Of the payment. */
    readonly serviceCode: string
    readonly undecided: readonly Transaction[]
  }): ((sent: { readonly body: object }) => InquiryPlan | undefined) =>
  ({ body }) => {
    const references = pick(body, names)
    return Object.keys(references).length === 0
      ? undefined
      : { service, body: { ...references, serviceCode, ...pick(body, place) }, undecided }
  }
