import type { Account } from '../account-book.js'
import type { Answer } from '../answer.js'
import { textOf } from '../check-fields.js'
import type { RegisteredClient } from '../clients.js'
import { formatAmount, parseAmount } from '../money.js'
import { type AnswerHeader, refuse, statusCodes, succeed } from './answers.js'
import { nameOfOtherBank, ownBank, type PermataBank } from './bank.js'
import type { ServiceName } from './services.js'

/** A call that was let in and is well formed. */
export interface Call {
  readonly client: RegisteredClient
  /** What stands in the one member of the body. */
  readonly members: Readonly<Record<string, unknown>>
  readonly header: AnswerHeader
  readonly now: number
}

type CarryOut = (bank: PermataBank, call: Call) => Answer

const balance: CarryOut = ({ accounts }, { members, header }) => {
  const account = accounts.find({ accountNo: textOf(members, 'InqInfo.AccountNumber') })
  if (account === undefined) return unknownAccount(header, 'AccountNumber')
  return succeed(header, {
    InqInfo: {
      AccountNumber: account.accountNo,
      AccountCurrency: 'IDR',
      AccountBalanceAmount: formatAmount(accounts.balanceOf(account)),
      BalanceType: '+',
    },
  })
}

const inquireOnline: CarryOut = ({ accounts, nextNumber }, { members, header }) => {
  const bankId = textOf(members, 'XferInfo.BankId')
  const bankName = nameOfOtherBank(bankId)
  const account =
    bankName === undefined
      ? undefined
      : accounts.find({ bankCode: bankId, accountNo: textOf(members, 'XferInfo.ToAccount') })
  if (account === undefined) return unknownAccount(header, 'ToAccount at the bank BankId')
  return succeed(header, {
    TrxReffNo: nextNumber(),
    XferInfo: {
      ToAccount: account.accountNo,
      ToAccountFullName: account.holder,
      BankId: bankId,
      BankName: bankName,
    },
  })
}

const payTo =
  (kind: 'transfer' | 'interbank'): CarryOut =>
  (bank, { client: { clientId }, members, header, now }) => {
    const { custRefId } = header
    if (bank.find({ clientId, custRefId }))
      return refuse(header, {
        name: 'duplicate',
        reason: 'A transfer has this CustRefID: it moved its money, and moves it no second time',
      })
    const amount = parseAmount(textOf(members, 'XferInfo.Amount')) ?? 0n
    if (amount === 0n) return refuse(header, { name: 'invalidAmount', reason: 'Amount must be above zero' })
    const from = bank.accounts.find({ accountNo: textOf(members, 'XferInfo.FromAccount') })
    if (from === undefined) return unknownAccount(header, 'FromAccount')
    const to = findBeneficiary(bank, { kind, members })
    if (to === undefined)
      return unknownAccount(header, kind === 'interbank' ? 'ToAccount at the bank ToBankId' : 'ToAccount')
    if (from === to)
      return refuse(header, { name: 'invalidTransaction', reason: 'An account cannot pay itself' })
    const paid = bank.pay({ kind, clientId, custRefId, from, to, amount, at: now })
    if (paid === undefined)
      return refuse(header, { name: 'tooLittle', reason: 'FromAccount has less than the amount' })
    return succeed(header, { TrxReffNo: paid.trxReffNo })
  }

const findBeneficiary = (
  { accounts }: PermataBank,
  { kind, members }: { readonly kind: string; readonly members: Call['members'] },
): Account | undefined => {
  const accountNo = textOf(members, 'XferInfo.ToAccount')
  if (kind === 'transfer') return accounts.find({ accountNo })
  const bankCode = textOf(members, 'XferInfo.ToBankId')
  return bankCode === ownBank ? undefined : accounts.find({ bankCode, accountNo })
}

/** Public clients read this answer without a `MsgRsHdr`: its members stand in the wrapper itself. */
const inquireStatus: CarryOut = (
  bank,
  { client: { clientId, organizationName }, members, header: { wrapper, custRefId } },
) => {
  const corporation = textOf(members, 'CorpID')
  const found = corporation === organizationName ? bank.find({ clientId, custRefId }) : undefined
  if (found === undefined) {
    const [StatusCode, StatusDesc] = statusCodes.notFound
    return {
      status: 200,
      body: { [wrapper]: { CustRefID: custRefId, StatusCode, StatusDesc } },
      source: "the sandbox's own: the provider publishes no StatusCode but 00",
      reason: 'No transfer of this client and this CorpID (the organization name) has this CustRefID',
    }
  }
  return {
    status: 200,
    body: {
      [wrapper]: {
        CustRefID: custRefId,
        StatusCode: '00',
        StatusDesc: 'Success',
        TrxReffNo: found.trxReffNo,
      },
    },
    source: "third party: the reply as public clients read it; its values are the sandbox's own",
  }
}

const unknownAccount = (header: AnswerHeader, field: string): Answer =>
  refuse(header, { name: 'invalidAccount', reason: `No account has the number ${field}` })

export const carryOut: Readonly<Record<ServiceName, CarryOut>> = {
  balance,
  'online-inquiry': inquireOnline,
  transfer: payTo('transfer'),
  interbank: payTo('interbank'),
  status: inquireStatus,
}
