import { textOf } from '../check-fields.js'
import { parseAmount } from '../money.js'
import { failed, replies, unmatched } from './ogp-answers.js'
import type { InterbankInquiry, OgpCall, OgpHandler } from './ogp-bank.js'
import { findBank } from './seeds.js'
import { failsFirst, triggerOf } from './triggers.js'

export const getinterbankinquiry: OgpHandler = ({ book, keepInquiry }, { clientId, members }) => {
  const destinationAccountNum = textOf(members, 'destinationAccountNum')
  const bank = findBank(textOf(members, 'destinationBankCode'))
  const from = book.find({ accountNo: textOf(members, 'accountNum') })
  const to = bank && book.find({ bankCode: bank.code, accountNo: destinationAccountNum })
  if (from === undefined) return { outcome: failed('No such accountNum') }
  if (bank === undefined || to === undefined)
    return { outcome: failed('No such destination bank or account') }
  const done = {
    destinationAccountNum,
    destinationAccountName: to.holder,
    destinationBankName: bank.name,
    retrievalReffNum: keepInquiry({ clientId, from, bank, to }),
  }
  return { outcome: { done, source: replies }, trigger: triggerOf(destinationAccountNum) }
}

/** Names its inquiry by the number that was handed out, and repeats what was asked there. */
export const getinterbankpayment: OgpHandler = (bank, call) => {
  const { clientId, members, now } = call
  const reference = textOf(members, 'customerReferenceNumber')
  // Before the number, which a repeat has used: 0007 would say that nothing was paid.
  if (bank.findPayment({ clientId, reference }) !== undefined)
    return { outcome: failed('This customerReferenceNumber was paid before: ask getpaymentstatus') }
  const retrievalReffNum = textOf(members, 'retrievalReffNum')
  const inquiry = bank.findInquiry(retrievalReffNum)
  if (inquiry === undefined || !isOf(inquiry, call))
    return {
      outcome: unmatched(
        'retrievalReffNum',
        'retrievalReffNum must be of a getinterbankinquiry with the same accounts and bank, and is good for one payment',
      ),
    }
  const { from, to } = inquiry
  const trigger = triggerOf(to.accountNo)
  if (failsFirst(trigger)) return { outcome: failed('This account fails: see the README'), trigger }
  const amount = parseAmount(textOf(members, 'amount')) ?? 0n
  const paid = bank.pay({ kind: 'getinterbankpayment', clientId, reference, from, to, amount, at: now })
  if ('refusal' in paid) return { outcome: paid.refusal }
  bank.useInquiry(retrievalReffNum)
  if (trigger === 'done-but-failed') return { outcome: failed('Paid, and answered as failed') }
  const done = {
    destinationAccountNum: to.accountNo,
    destinationAccountName: to.holder,
    customerReffNum: reference,
    accountName: from.holder,
    destinationBankName: inquiry.bank.name,
  }
  return { outcome: { done, source: replies }, trigger }
}

const isOf = (inquiry: InterbankInquiry, { clientId, members }: OgpCall): boolean =>
  inquiry.clientId === clientId &&
  inquiry.from.accountNo === textOf(members, 'accountNum') &&
  inquiry.bank === findBank(textOf(members, 'destinationBankCode')) &&
  inquiry.to.accountNo === textOf(members, 'destinationAccountNum')
