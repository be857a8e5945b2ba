import type { Account, AccountBook } from '../account-book.js'
import { textOf } from '../check-fields.js'
import { parseAmount } from '../money.js'
import { failed, replies } from './ogp-answers.js'
import type { OgpCall, OgpHandler } from './ogp-bank.js'
import { findBank } from './seeds.js'
import { failsFirst, triggerOf } from './triggers.js'

/** In-house, RTGS or clearing. What it was answered can be asked for later, a failure too. */
export const dopayment: OgpHandler = (bank, call) => {
  const result = carryOut(bank, call)
  const { outcome, echo = {} } = result
  if (!('done' in outcome)) {
    const { clientId, members, now } = call
    const reference = textOf(members, 'customerReferenceNumber')
    bank.keepRefused({ clientId, reference, at: now, answered: outcome, echo })
  }
  return result
}

const carryOut: OgpHandler = ({ book, pay }, { clientId, members, now }) => {
  const reference = textOf(members, 'customerReferenceNumber')
  const debitAccountNo = textOf(members, 'debitAccountNo')
  const creditAccountNo = textOf(members, 'creditAccountNo')
  const valueAmount = textOf(members, 'valueAmount')
  const echo = {
    debitAccountNo,
    creditAccountNo,
    valueAmount: Number.isSafeInteger(Number(valueAmount)) ? Number(valueAmount) : valueAmount,
    valueCurrency: 'IDR',
    customerReference: reference,
  }
  const from = book.find({ accountNo: debitAccountNo })
  if (from === undefined) return { outcome: failed('No such debited account'), echo }
  const to = findCredited(book, members)
  if (to === undefined) return { outcome: failed('No such credited account or bank'), echo }
  const trigger = triggerOf(creditAccountNo)
  if (failsFirst(trigger)) return { outcome: failed('This account fails: see the README'), echo, trigger }
  const amount = parseAmount(valueAmount) ?? 0n
  const paid = pay({ kind: 'dopayment', clientId, reference, from, to, amount, at: now })
  if ('refusal' in paid) return { outcome: paid.refusal, echo }
  if (trigger === 'done-but-failed') return { outcome: failed('Paid, and answered as failed'), echo }
  const done = { ...echo, bankReference: paid.bankReference }
  return { outcome: { done, source: replies }, trigger }
}

const findCredited = (book: AccountBook, members: OgpCall['members']): Account | undefined => {
  const accountNo = textOf(members, 'creditAccountNo')
  if (textOf(members, 'paymentMethod') === '0') return book.find({ accountNo })
  const bank = findBank(textOf(members, 'destinationBankCode'))
  return bank && book.find({ bankCode: bank.code, accountNo })
}
