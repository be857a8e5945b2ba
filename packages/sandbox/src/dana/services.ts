import type { FieldRule } from '../check-fields.js'

export type ServiceName = 'consult-pay' | 'order' | 'status' | 'cancel' | 'refund'

export interface DanaService {
  readonly name: ServiceName
  readonly code: string
  readonly path: `/${string}`
  /** Whose words the answers are made of. */
  readonly source: string
  /** What is to be said of the code. */
  readonly note?: string
  readonly fields: readonly FieldRule[]
}

const text = (name: string, length: number): FieldRule => ({
  name,
  form: new RegExp(`^.{1,${length}}$`, 'su'),
})
const optional = (rule: FieldRule): FieldRule => ({ ...rule, needed: false })
const amount = (name: string): readonly FieldRule[] => [
  { name: `${name}.value`, form: /^\d{1,16}\.\d\d$/ },
  { name: `${name}.currency`, form: /^IDR$/ },
]
/** Jakarta time in whole seconds; that it is a moment is seen when it is read. */
const time = (name: string): FieldRule => ({ name, form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/ })

const merchant: readonly FieldRule[] = [
  text('merchantId', 64),
  optional(text('subMerchantId', 32)),
  optional(text('externalStoreId', 64)),
]
const furtherOriginals: readonly FieldRule[] = [
  optional(text('originalReferenceNo', 64)),
  optional(text('originalExternalId', 36)),
]

/** Members and lengths by DANA's SDK for Node. */
export const danaServices: readonly DanaService[] = [
  {
    name: 'consult-pay',
    // Not of the standard: the provider's answers have 00 here.
    code: '00',
    path: '/v1.0/payment-gateway/consult-pay.htm',
    source:
      "provider: DANA's SDK for Node, ConsultPayResponse; which methods are listed is the sandbox's own",
    fields: [
      ...merchant,
      ...amount('amount'),
      text('additionalInfo.envInfo.sourcePlatform', 64),
      text('additionalInfo.envInfo.terminalType', 64),
    ],
  },
  {
    name: 'order',
    code: '54',
    path: '/payment-gateway/v1.0/debit/payment-host-to-host.htm',
    source: 'provider: DANA, payment gateway, create order, and its SDKs',
    fields: [
      text('partnerReferenceNo', 64),
      ...merchant,
      ...amount('amount'),
      time('validUpTo'),
      optional(text('disabledPayMethods', 64)),
    ],
  },
  {
    name: 'status',
    code: '55',
    path: '/payment-gateway/v1.0/debit/status.htm',
    source: 'provider: DANA, payment gateway, query payment, and its SDKs',
    fields: [
      { ...text('originalPartnerReferenceNo', 64), needed: (members) => !members['originalReferenceNo'] },
      ...furtherOriginals,
      { name: 'serviceCode', form: /^54$/ },
      optional(time('transactionDate')),
      ...amount('amount').map(optional),
      ...merchant,
    ],
  },
  {
    name: 'cancel',
    code: '57',
    path: '/payment-gateway/v1.0/debit/cancel.htm',
    source:
      'provider: DANA, payment gateway, cancel order, and its SDKs; the code 57 is inferred from the standard',
    note: '; the code 57 is inferred from the standard',
    fields: [
      text('originalPartnerReferenceNo', 64),
      ...furtherOriginals,
      ...merchant,
      optional(text('reason', 256)),
      ...amount('amount').map(optional),
    ],
  },
  {
    name: 'refund',
    code: '58',
    path: '/payment-gateway/v1.0/debit/refund.htm',
    source: 'provider: DANA, payment gateway, refund order, and its SDKs',
    fields: [
      text('originalPartnerReferenceNo', 64),
      ...furtherOriginals,
      optional(text('originalCaptureNo', 64)),
      text('partnerRefundNo', 64),
      ...merchant,
      ...amount('refundAmount'),
      optional(text('reason', 256)),
    ],
  },
]
