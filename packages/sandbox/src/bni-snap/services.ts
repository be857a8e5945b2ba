import type { FieldRule } from '../check-fields.js'

/** A field, and whether BNI answers its wrong form with case 02 as it does a missing one. */
export interface SnapField extends FieldRule {
  readonly numberLike?: true
}

export interface SnapService {
  readonly code: string
  readonly path: string
  readonly kind: 'inquiry' | 'transfer' | 'status'
  readonly fields: readonly SnapField[]
}

type Needed = Pick<FieldRule, 'needed'>
const optional: Needed = { needed: false }

const account = (name: string, length: number, needed: Needed = {}): SnapField => ({
  name,
  form: new RegExp(`^\\d{1,${length}}$`),
  numberLike: true,
  ...needed,
})
const reference = (name: string, needed: Needed = {}): SnapField => ({
  name,
  form: /^\d{1,64}$/,
  numberLike: true,
  ...needed,
})
const text = (name: string, length: number, needed: Needed = {}): SnapField => ({
  name,
  form: new RegExp(`^.{1,${length}}$`, 'su'),
  ...needed,
})
const optionalText = (name: string, length: number): SnapField => text(name, length, optional)
const date = (name: string, needed: Needed = {}): SnapField => ({
  name,
  form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
  ...needed,
})
/** Two decimals, or none as in some of BNI's samples. */
const amount = (needed: Needed = {}): readonly SnapField[] => [
  { name: 'amount.value', form: /^\d{1,16}(\.\d\d)?$/, ...needed },
  { name: 'amount.currency', form: /^IDR$/, ...needed },
]
/** Three digits, or a SWIFT code: BNI's samples have both. */
const bank: SnapField = { name: 'beneficiaryBankCode', form: /^(\d{3}|[A-Z]{6}[A-Z\d]{2}([A-Z\d]{3})?)$/ }

const transfer: readonly SnapField[] = [
  reference('partnerReferenceNo'),
  ...amount(),
  account('beneficiaryAccountNo', 34),
  account('sourceAccountNo', 19),
  date('transactionDate'),
  optionalText('beneficiaryEmail', 50),
  optionalText('currency', 3),
  { name: 'feeType', form: /^(OUR|BEN|SHA)(\|\d+)?$/, ...optional },
]
const toOtherBank: readonly SnapField[] = [
  ...transfer,
  text('beneficiaryAccountName', 100),
  bank,
  optionalText('beneficiaryAddress', 100),
  optionalText('beneficiaryBankName', 50),
]
const toClearing: readonly SnapField[] = [
  ...toOtherBank,
  { name: 'beneficiaryCustomerResidence', form: /^[12]$/ },
  { name: 'beneficiaryCustomerType', form: /^[123]$/ },
  // BNI's libraries ask for it; the standard does not.
  text('customerReference', 30),
  optionalText('kodePos', 10),
  optionalText('kodepos', 10),
  optionalText('recieverPhone', 20),
  optionalText('receiverPhone', 20),
  optionalText('remark', 50),
  // A hyphen is how BNI's samples fill what they leave out.
  { name: 'senderCustomerResidence', form: /^[12-]$/, ...optional },
  { name: 'senderCustomerType', form: /^[123-]$/, ...optional },
  optionalText('senderPhone', 20),
]
const unlessOther =
  (...others: readonly string[]) =>
  (members: Readonly<Record<string, unknown>>): boolean =>
    others.every((name) => !members[name])

/** Fields by BNI's libraries, lengths by the standard. Both spellings of the phone and the postal code are taken. */
export const snapServices: readonly SnapService[] = [
  {
    code: '11',
    path: '/snap-service/v1/balance-inquiry',
    kind: 'inquiry',
    fields: [reference('partnerReferenceNo', optional), account('accountNo', 16)],
  },
  {
    code: '14',
    path: '/snap-service/v1/bank-statement',
    kind: 'inquiry',
    fields: [
      reference('partnerReferenceNo', optional),
      account('accountNo', 16),
      date('fromDateTime'),
      date('toDateTime'),
    ],
  },
  {
    code: '15',
    path: '/snap-service/v1/account-inquiry-internal',
    kind: 'inquiry',
    fields: [reference('partnerReferenceNo', optional), account('beneficiaryAccountNo', 34)],
  },
  {
    code: '16',
    path: '/snap-service/v1/account-inquiry-external',
    kind: 'inquiry',
    fields: [reference('partnerReferenceNo', optional), bank, account('beneficiaryAccountNo', 34)],
  },
  {
    code: '17',
    path: '/snap-service/v1/transfer-intrabank',
    kind: 'transfer',
    fields: [...transfer, optionalText('customerReference', 30), optionalText('remark', 50)],
  },
  {
    code: '18',
    path: '/snap-service/v1/transfer-interbank',
    kind: 'transfer',
    fields: [...toOtherBank, optionalText('customerReference', 30)],
  },
  { code: '22', path: '/snap-service/v1/transfer-rtgs', kind: 'transfer', fields: toClearing },
  { code: '23', path: '/snap-service/v1/transfer-skn', kind: 'transfer', fields: toClearing },
  {
    code: '36',
    path: '/snap-service/v1/transfer/status',
    kind: 'status',
    fields: [
      reference('originalPartnerReferenceNo', {
        needed: unlessOther('originalReferenceNo', 'originalExternalId'),
      }),
      reference('originalReferenceNo', optional),
      { ...reference('originalExternalId', optional), form: /^\d{1,36}$/ },
      { name: 'serviceCode', form: /^\d\d$/ },
      // BNI's samples send an empty text, or the date alone.
      { ...date('transactionDate', optional), form: /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?$/ },
      ...amount(optional),
    ],
  },
]
