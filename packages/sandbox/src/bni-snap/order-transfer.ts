import type { Account, AccountBook } from '../account-book.js'
import type { Answer } from '../answer.js'
import { findBank } from '../bni/seeds.js'
import { textOf } from '../check-fields.js'
import { formatAmount, parseAmount, type Sen } from '../money.js'
import {
  bankNotSupported,
  doNotHonor,
  duplicate,
  generalError,
  inactive,
  insufficientFunds,
  invalidAccount,
  invalidAmount,
  notPermitted,
  type Refusal,
  refuse,
  succeed,
  timeout,
} from './answers.js'
import type { CarriedCall } from './carried-call.js'
import { statusOf, type Transfer, type TransferBook } from './transfers.js'

/** A transfer stays in progress, is done and its answer lost, or is refused. */
type Trigger = 'pending' | 'lost' | (() => Refusal)

/** Amounts that make a transfer end otherwise. */
const triggers: ReadonlyMap<Sen, Trigger> = new Map<Sen, Trigger>([
  [99_020_200n, 'pending'],
  [99_030_500n, doNotHonor],
  [99_031_100n, () => invalidAccount('beneficiaryAccountNo')],
  [99_050_000n, generalError],
  [99_050_400n, 'lost'],
])

/** Services 17, 18, 22 and 23: duplicate, amount, accounts, balance, in this order; then the money moves. */
export const orderTransfer = (book: TransferBook, call: CarriedCall): Answer => {
  const { client, service, members, externalId, now } = call
  const partnerReferenceNo = textOf(members, 'partnerReferenceNo')
  if (book.has({ clientId: client.clientId, partnerReferenceNo })) return refuse(service, duplicate())
  const amount = parseAmount(textOf(members, 'amount.value')) ?? 0n
  if (amount === 0n) return refuse(service, invalidAmount())
  const sides = findSides(book.accounts, service, members)
  if ('refusal' in sides) return refuse(service, sides.refusal)
  const trigger = triggers.get(amount)
  if (typeof trigger === 'function') return refuse(service, trigger())
  const pending = trigger === 'pending'
  const ordered = book.order(
    {
      clientId: client.clientId,
      service,
      partnerReferenceNo,
      externalId,
      ...sides,
      amount,
      transactionDate: textOf(members, 'transactionDate'),
      at: now,
      responseCode: `${pending ? 202 : 200}${service}00`,
    },
    pending,
  )
  if (ordered === undefined) return refuse(service, insufficientFunds())
  if (trigger === 'lost') return refuse(service, timeout())
  return answerTransfer(ordered, members, pending)
}

interface Sides {
  readonly from: Account
  readonly to: Account
}

const findSides = (
  accounts: AccountBook,
  service: string,
  members: Readonly<Record<string, unknown>>,
): Sides | { readonly refusal: Refusal } => {
  const from = accounts.find({ accountNo: textOf(members, 'sourceAccountNo') })
  if (from === undefined) return { refusal: invalidAccount('sourceAccountNo') }
  const bank = service === '17' ? undefined : findBank(textOf(members, 'beneficiaryBankCode'))
  if (service !== '17' && bank === undefined) return { refusal: bankNotSupported() }
  const accountNo = textOf(members, 'beneficiaryAccountNo')
  const to = accounts.find({ accountNo, ...(bank && { bankCode: bank.code }) })
  if (to === undefined) return { refusal: invalidAccount('beneficiaryAccountNo') }
  if (!from.open) return { refusal: inactive('sourceAccountNo') }
  if (!to.open) return { refusal: inactive('beneficiaryAccountNo') }
  if (from === to) return { refusal: notPermitted('An account cannot pay itself') }
  return { from, to }
}

const answerTransfer = (
  { service, referenceNo, partnerReferenceNo, amount, from, to, transactionDate, state }: Transfer,
  members: Readonly<Record<string, unknown>>,
  pending: boolean,
): Answer => {
  const customerReference = textOf(members, 'customerReference')
  const common = {
    referenceNo,
    partnerReferenceNo,
    amount: { value: formatAmount(amount), currency: 'IDR' },
    beneficiaryAccountNo: to.accountNo,
    ...(service !== '17' && { beneficiaryBankCode: textOf(members, 'beneficiaryBankCode') }),
    currency: 'IDR',
    ...(customerReference !== '' && { customerReference }),
    sourceAccountNo: from.accountNo,
    transactionDate,
    additionalInfo: members['additionalInfo'] ?? {},
  }
  if (service === '17')
    return succeed(service, {
      pending,
      members: common,
      source: 'provider: the reply as a public client of its sandbox reads it',
    })
  const clearing = {
    beneficiaryAccountName: textOf(members, 'beneficiaryAccountName'),
    transactionStatus: statusOf[state],
  }
  return succeed(service, {
    pending,
    members: { ...common, ...(service !== '18' && clearing) },
    source: "standard: ASPI's reply; the provider's is not known",
  })
}
