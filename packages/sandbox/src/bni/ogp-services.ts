import type { FieldRule } from '../check-fields.js'
import type { OgpHandler } from './ogp-bank.js'
import { dopayment } from './ogp-dopayment.js'
import { getbalance, getinhouseinquiry, getpaymentstatus } from './ogp-inquiries.js'
import { getinterbankinquiry, getinterbankpayment } from './ogp-interbank.js'

/** A service under `/H2H/v2/`. */
export interface OgpService {
  readonly path: string
  /** The reply's one member is this and `Response`. */
  readonly method: string
  readonly fields: readonly FieldRule[]
  readonly carryOut: OgpHandler
}

const account = (name: string): FieldRule => ({ name, form: /^\d{1,16}$/ })
const amount = (name: string): FieldRule => ({ name, form: /^[1-9]\d{0,15}$/, orNumber: true })
/** BNI answers letters, and more than twenty digits, with 0007. */
const reference: FieldRule = { name: 'customerReferenceNumber', form: /^\d{1,20}$/ }
const bank: FieldRule = { name: 'destinationBankCode', form: /^\d{3}$/ }

/** RTGS and clearing name the other bank and whom it is for. */
const toOtherBank = ({ paymentMethod }: Readonly<Record<string, unknown>>): boolean => paymentMethod !== '0'

/** yyyyMMddHHmmss, with or without milliseconds. */
const valueDate = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d[0-5]\d(\d{3})?$/

export const ogpServices: readonly OgpService[] = [
  { path: '/H2H/v2/getbalance', method: 'getBalance', carryOut: getbalance, fields: [account('accountNo')] },
  {
    path: '/H2H/v2/getinhouseinquiry',
    method: 'getInHouseInquiry',
    carryOut: getinhouseinquiry,
    fields: [account('accountNo')],
  },
  {
    path: '/H2H/v2/dopayment',
    method: 'doPayment',
    carryOut: dopayment,
    fields: [
      reference,
      { name: 'paymentMethod', form: /^[012]$/ },
      account('debitAccountNo'),
      account('creditAccountNo'),
      { name: 'valueDate', form: valueDate },
      { name: 'valueCurrency', form: /^IDR$/ },
      amount('valueAmount'),
      { name: 'remark', form: /^/, needed: false },
      { name: 'beneficiaryEmailAddress', form: /^/, needed: false },
      { name: 'beneficiaryName', form: /^.{1,50}$/su, needed: toOtherBank },
      { name: 'beneficiaryAddress1', form: /^.{1,50}$/su, needed: toOtherBank },
      { name: 'beneficiaryAddress2', form: /^.{1,50}$/su, needed: false },
      { name: 'destinationBankCode', form: /^[A-Z]{6}[A-Z\d]{2}([A-Z\d]{3})?$/, needed: toOtherBank },
      { name: 'chargingModelId', form: /^(OUR|BEN|SHA)$/, needed: false },
    ],
  },
  {
    path: '/H2H/v2/getpaymentstatus',
    method: 'getPaymentStatus',
    carryOut: getpaymentstatus,
    fields: [reference],
  },
  {
    path: '/H2H/v2/getinterbankinquiry',
    method: 'getInterbankInquiry',
    carryOut: getinterbankinquiry,
    fields: [reference, account('accountNum'), bank, account('destinationAccountNum')],
  },
  {
    path: '/H2H/v2/getinterbankpayment',
    method: 'getInterbankPayment',
    carryOut: getinterbankpayment,
    fields: [
      reference,
      amount('amount'),
      account('destinationAccountNum'),
      { name: 'destinationAccountName', form: /^./ },
      bank,
      { name: 'destinationBankName', form: /^./ },
      account('accountNum'),
      { name: 'retrievalReffNum', form: /^\d{12}$/, orNumber: true },
    ],
  },
]
