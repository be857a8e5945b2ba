import type { FieldRule } from '../check-fields.js'

export type ServiceName = 'balance' | 'online-inquiry' | 'transfer' | 'interbank' | 'status'

export interface PermataService {
  readonly name: ServiceName
  readonly path: `/${string}`
  /** The one member of the body; the answer's has `Rs` for its `Rq`. */
  readonly request: string
  /** Where the caller's reference stands. */
  readonly reference: string
  readonly fields: readonly FieldRule[]
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?\+07:00$/
const text = /^.{1,100}$/su
const digits = /^\d{1,20}$/

const service = (
  given: Pick<PermataService, 'name' | 'path' | 'request'>,
  fields: readonly FieldRule[],
): PermataService => ({
  ...given,
  reference: `${given.request}.MsgRqHdr.CustRefID`,
  fields: [
    { name: 'MsgRqHdr.RequestTimestamp', form: time },
    { name: 'MsgRqHdr.CustRefID', form: text },
    ...fields,
  ].map((rule) => ({ ...rule, name: `${given.request}.${rule.name}` })),
})

const transfer: readonly FieldRule[] = [
  { name: 'XferInfo.FromAccount', form: digits },
  { name: 'XferInfo.ToAccount', form: digits },
  { name: 'XferInfo.Amount', form: /^\d{1,16}(\.\d\d)?$/ },
  { name: 'XferInfo.CurrencyCode', form: /^IDR$/, needed: false },
  { name: 'XferInfo.TrxDesc', form: text, needed: false },
]

/** Paths and members by public clients; the forms are the sandbox's own. */
export const permataServices: readonly PermataService[] = [
  service({ name: 'balance', path: '/apiservice/InquiryServices/BalanceInfo_V2/inq', request: 'BalInqRq' }, [
    { name: 'InqInfo.AccountNumber', form: digits },
  ]),
  service(
    {
      name: 'online-inquiry',
      path: '/apiservice/InquiryServices/OnlineXferInfo/inq',
      request: 'OlXferInqRq',
    },
    [
      { name: 'XferInfo.ToAccount', form: digits },
      { name: 'XferInfo.BankId', form: /^\d{3}$/ },
      { name: 'XferInfo.BankName', form: text, needed: false },
    ],
  ),
  service(
    { name: 'transfer', path: '/apiservice/BankingServices/FundsTransfer/add', request: 'XferAddRq' },
    transfer,
  ),
  service(
    { name: 'interbank', path: '/apiservice/BankingServices/InterBankTransfer/add', request: 'OlXferAddRq' },
    [...transfer, { name: 'XferInfo.ToBankId', form: /^\d{3}$/ }],
  ),
  {
    name: 'status',
    path: '/apiservice/InquiryServices/StatusTransaction/Service/inq',
    request: 'StatusTransactionRq',
    reference: 'StatusTransactionRq.CustRefID',
    fields: [
      { name: 'StatusTransactionRq.CorpID', form: text },
      { name: 'StatusTransactionRq.CustRefID', form: text },
    ],
  },
]
