import type { Account } from '../account-book.js'
import { textOf } from '../check-fields.js'
import { formatRupiah } from '../money.js'
import { failed, messages, replies } from './ogp-answers.js'
import type { OgpCall, OgpHandler, OgpRefusedPayment, OgpResult } from './ogp-bank.js'
import { triggerOf } from './triggers.js'

const inquire = (
  account: Account | undefined,
  { members }: OgpCall,
  told: (account: Account) => { readonly done: Readonly<Record<string, unknown>>; readonly source: string },
): OgpResult => {
  const accountNo = textOf(members, 'accountNo')
  const trigger = triggerOf(accountNo)
  if (trigger !== undefined && trigger !== 'bare-numbers')
    return { outcome: failed('This account fails: see the README'), echo: { accountNo }, trigger }
  if (account === undefined) return { outcome: failed('No such account'), echo: { accountNo } }
  return { outcome: told(account), trigger }
}

export const getbalance: OgpHandler = ({ book }, call) =>
  inquire(book.find({ accountNo: textOf(call.members, 'accountNo') }), call, (account) => {
    const balance = formatRupiah(book.balanceOf(account))
    const exact = Number(balance)
    const done = {
      customerName: account.holder,
      accountCurrency: 'IDR',
      // The page prints a number.
      accountBalance: Number.isSafeInteger(exact) ? exact : balance,
    }
    return { done, source: 'provider: BNI, OGP get balance' }
  })

export const getinhouseinquiry: OgpHandler = ({ book }, call) =>
  inquire(
    book.find({ accountNo: textOf(call.members, 'accountNo') }),
    call,
    ({ holder, accountNo, open }) => ({
      done: {
        customerName: holder,
        accountCurrency: 'IDR',
        accountNumber: accountNo,
        accountStatus: open ? 'BUKA' : 'TUTUP',
        accountType: 'DEP',
      },
      source: open ? replies : `${replies}; TUTUP is the sandbox's own`,
    }),
  )

/** Marked `Y` as every reply that is known: whoever reads no further takes it for a payment. */
const storedRefusal = ({ at, answered, echo }: OgpRefusedPayment): Readonly<Record<string, unknown>> => {
  const { debitAccountNo, creditAccountNo, valueAmount, valueCurrency } = echo
  return {
    transactionStatus: 'Y',
    previousResponseCode: answered.code,
    previousResponseMessage: messages[answered.code],
    previousResponseTimestamp: new Date(at).toISOString(),
    debitAccountNo,
    creditAccountNo,
    valueAmount,
    valueCurrency,
  }
}

/** Of interbank payments too: the libraries leave open whether BNI's own does that. */
export const getpaymentstatus: OgpHandler = ({ findPayment, findRefused }, { clientId, members }) => {
  const customerReference = textOf(members, 'customerReferenceNumber')
  const payment = findPayment({ clientId, reference: customerReference })
  const refused = payment === undefined && findRefused({ clientId, reference: customerReference })
  if (refused)
    return {
      outcome: {
        done: { previousResponse: storedRefusal(refused), customerReference },
        source: "the sandbox's own: how BNI tells of a payment that failed is not known",
      },
    }
  if (payment === undefined)
    return {
      outcome: failed('No payment of this client has this customerReferenceNumber'),
      echo: { customerReference },
    }
  const { from, to, amount, at, bankReference } = payment
  const previousResponse = {
    transactionStatus: 'Y',
    // As BNI sends it: the word, in quotes.
    previousResponseCode: 'null',
    previousResponseMessage: 'null',
    previousResponseTimestamp: new Date(at).toISOString(),
    debitAccountNo: from.accountNo,
    creditAccountNo: to.accountNo,
    valueAmount: formatRupiah(amount),
    valueCurrency: 'IDR',
  }
  return {
    outcome: { done: { previousResponse, bankReference, customerReference }, source: replies },
    trigger: triggerOf(to.accountNo),
  }
}
