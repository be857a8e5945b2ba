import type { Answer } from '../answer.js'
import { findBank } from '../bni/seeds.js'
import { textOf } from '../check-fields.js'
import { formatAmount } from '../money.js'
import {
  bankNotSupported,
  inactive,
  invalidAccount,
  refuse,
  succeed,
  transactionNotFound,
} from './answers.js'
import type { CarriedCall } from './carried-call.js'
import { statusOf, type Transfer, type TransferBook } from './transfers.js'

const seen = 'provider: the reply as a public client of its sandbox reads it'
const ownValues = `${seen}; the values of accountType and status are the sandbox's own`
const standard = "standard: ASPI's reply; the provider's is not known"

/** What the caller called it is told back, where it called it anything. */
const echo = (members: CarriedCall['members']): { readonly partnerReferenceNo?: string } => {
  const partnerReferenceNo = textOf(members, 'partnerReferenceNo')
  return partnerReferenceNo === '' ? {} : { partnerReferenceNo }
}

/** Service 11: BNI puts the balance into `additionalInfo`, where the standard has `accountInfos`. */
export const inquireBalance = ({ accounts }: TransferBook, { members }: CarriedCall): Answer => {
  const account = accounts.find({ accountNo: textOf(members, 'accountNo') })
  if (account === undefined) return refuse('11', invalidAccount('accountNo'))
  const additionalInfo = {
    accountType: 'DEP',
    accountCurrency: 'IDR',
    accountBalance: formatAmount(accounts.balanceOf(account)),
    customerName: account.holder,
    status: account.open ? '0001' : '0002',
  }
  const { accountNo } = account
  return succeed('11', { members: { ...echo(members), accountNo, additionalInfo }, source: ownValues })
}

/** Service 15. */
export const inquireInternalAccount = (
  { accounts, nextInquiry }: TransferBook,
  { members }: CarriedCall,
): Answer => {
  const account = accounts.find({ accountNo: textOf(members, 'beneficiaryAccountNo') })
  if (account === undefined) return refuse('15', invalidAccount('beneficiaryAccountNo'))
  if (!account.open) return refuse('15', inactive('beneficiaryAccountNo'))
  return succeed('15', {
    members: {
      referenceNo: nextInquiry(),
      ...echo(members),
      beneficiaryAccountName: account.holder,
      beneficiaryAccountNo: account.accountNo,
      beneficiaryAccountStatus: '0001',
      beneficiaryAccountType: 'S',
      currency: 'IDR',
      additionalInfo: members['additionalInfo'] ?? {},
    },
    source: `${seen}; the values of referenceNo and beneficiaryAccountStatus are the sandbox's own`,
  })
}

/** Service 16. */
export const inquireExternalAccount = ({ accounts }: TransferBook, { members }: CarriedCall): Answer => {
  const beneficiaryBankCode = textOf(members, 'beneficiaryBankCode')
  const bank = findBank(beneficiaryBankCode)
  if (bank === undefined) return refuse('16', bankNotSupported())
  const account = accounts.find({
    bankCode: bank.code,
    accountNo: textOf(members, 'beneficiaryAccountNo'),
  })
  if (account === undefined) return refuse('16', invalidAccount('beneficiaryAccountNo'))
  return succeed('16', {
    members: {
      ...echo(members),
      beneficiaryBankCode,
      beneficiaryAccountNo: account.accountNo,
      beneficiaryAccountName: account.holder,
      beneficiaryBankName: bank.name,
      currency: 'IDR',
    },
    source: standard,
  })
}

/** Service 36: the first of the three references that is given names the transfer. */
export const inquireTransfer = (
  book: TransferBook,
  { members, client: { clientId } }: CarriedCall,
): Answer => {
  const serviceCode = textOf(members, 'serviceCode')
  const [field, wanted] = (
    [
      ['partnerReferenceNo', textOf(members, 'originalPartnerReferenceNo')],
      ['referenceNo', textOf(members, 'originalReferenceNo')],
      ['externalId', textOf(members, 'originalExternalId')],
    ] as const
  ).find(([, value]) => value !== '') ?? ['partnerReferenceNo', '']
  const found = book.find(
    (transfer) =>
      transfer.clientId === clientId && transfer.service === serviceCode && transfer[field] === wanted,
  )
  return found === undefined ? refuse('36', transactionNotFound()) : answerStatus(found)
}

const answerStatus = (transfer: Transfer): Answer => {
  const { service, referenceNo, partnerReferenceNo, externalId, amount, from, to, state } = transfer
  return succeed('36', {
    members: {
      originalReferenceNo: referenceNo,
      originalPartnerReferenceNo: partnerReferenceNo,
      originalExternalId: externalId,
      serviceCode: service,
      transactionDate: transfer.transactionDate,
      amount: { value: formatAmount(amount), currency: 'IDR' },
      beneficiaryAccountNo: to.accountNo,
      beneficiaryBankCode: to.bankCode,
      currency: 'IDR',
      previousResponseCode: transfer.responseCode,
      referenceNumber: referenceNo,
      sourceAccountNo: from.accountNo,
      transactionId: referenceNo.slice(-8),
      latestTransactionStatus: statusOf[state],
      transactionStatusDesc: descriptions[state],
    },
    source: standard,
  })
}

const descriptions = { paid: 'Success', pending: 'Pending', failed: 'Failed' } as const
