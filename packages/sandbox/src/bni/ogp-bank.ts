import { type Account, type AccountBook, openAccountBook } from './account-book.js'
import { textOf } from './check-fields.js'
import { formatRupiah, parseAmount, type Sen } from './money.js'
import { failed, invalid, type OgpOutcome } from './ogp-answers.js'
import { type Bank, findBank, seedAccounts } from './seeds.js'
import { type Trigger, triggerAccounts, triggerOf } from './triggers.js'

/** A request that passed every check that needs no bank. */
export interface OgpCall {
  readonly clientId: string
  readonly members: Readonly<Record<string, unknown>>
  readonly now: number
}

export interface OgpPayment {
  readonly kind: 'dopayment' | 'getinterbankpayment'
  readonly clientId: string
  readonly reference: string
  readonly bankReference: string
  readonly from: Account
  readonly to: Account
  readonly amount: Sen
  readonly at: number
}

export interface OgpResult {
  readonly outcome: OgpOutcome
  /** What a failure repeats of the request. */
  readonly echo?: Readonly<Record<string, unknown>>
  readonly trigger?: Trigger | undefined
}

interface InterbankInquiry {
  readonly clientId: string
  readonly accountNum: string
  readonly bank: Bank
  readonly destination: Account
  used: boolean
}

export interface OgpBank {
  /** By the last segment of the path. Each runs in one turn, so that two of the same reference cannot both pay. */
  readonly services: Readonly<Record<string, (call: OgpCall) => OgpResult>>
  readonly payments: () => readonly OgpPayment[]
  readonly book: AccountBook
}

const page = 'provider: BNI, OGP get balance'
const replies = "provider: BNI's libraries, and replies of its sandbox that were published"

/** What the services of the classic API do, and what they remember. */
export const openOgpBank = (): OgpBank => {
  const book = openAccountBook(seedAccounts(triggerAccounts))
  const payments = new Map<string, OgpPayment>()
  const inquiries = new Map<string, InterbankInquiry>()

  const inquire = (call: OgpCall, source: string, tell: (account: Account) => Record<string, unknown>) => {
    const accountNo = textOf(call.members, 'accountNo')
    const trigger = triggerOf(accountNo)
    const account = book.find({ accountNo })
    if (trigger !== undefined && trigger !== 'bare-numbers')
      return { outcome: failed(`The account ${trigger}`), echo: { accountNo }, trigger }
    if (account === undefined) return { outcome: failed('No such account'), echo: { accountNo } }
    return { outcome: { done: tell(account), source }, trigger }
  }

  /** Moves the money once a reference, or says why not. */
  const pay = (payment: Omit<OgpPayment, 'bankReference'>): OgpPayment | OgpOutcome => {
    const key = `${payment.clientId}\n${payment.reference}`
    const { from, to, amount, at, reference } = payment
    if (payments.has(key))
      return failed('This customerReferenceNumber was paid before: ask getpaymentstatus what became of it')
    if (!to.open) return failed('The credited account is closed')
    if (from === to) return failed('An account cannot pay itself')
    if (!book.move({ from, to, amount, at, remark: payment.kind, reference }))
      return failed('The debited account has less than the amount')
    const done = { ...payment, bankReference: String(100_001 + payments.size) }
    payments.set(key, done)
    return done
  }

  const getbalance = (call: OgpCall): OgpResult =>
    inquire(call, page, (account) => {
      const balance = formatRupiah(book.balanceOf(account))
      const exact = Number(balance)
      return {
        customerName: account.holder,
        accountCurrency: 'IDR',
        accountBalance: Number.isSafeInteger(exact) ? exact : balance,
      }
    })

  const getinhouseinquiry = (call: OgpCall): OgpResult =>
    inquire(call, replies, ({ holder, accountNo, open }) => ({
      customerName: holder,
      accountCurrency: 'IDR',
      accountNumber: accountNo,
      accountStatus: open ? 'BUKA' : 'TUTUP',
      accountType: 'DEP',
    }))

  const dopayment = ({ clientId, members, now }: OgpCall): OgpResult => {
    const reference = textOf(members, 'customerReferenceNumber')
    const debitAccountNo = textOf(members, 'debitAccountNo')
    const creditAccountNo = textOf(members, 'creditAccountNo')
    const valueAmount = textOf(members, 'valueAmount')
    const echo = {
      debitAccountNo,
      creditAccountNo,
      valueAmount: Number(valueAmount),
      valueCurrency: 'IDR',
      customerReference: reference,
    }
    const inHouse = textOf(members, 'paymentMethod') === '0'
    const bank = inHouse ? undefined : findBank(textOf(members, 'destinationBankCode'))
    const from = book.find({ accountNo: debitAccountNo })
    const to =
      inHouse || bank !== undefined
        ? book.find({ accountNo: creditAccountNo, ...(bank && { bankCode: bank.code }) })
        : undefined
    if (from === undefined) return { outcome: failed('No such debited account'), echo }
    if (to === undefined) return { outcome: failed('No such credited account or bank'), echo }
    const trigger = triggerOf(creditAccountNo)
    if (isRefusal(trigger)) return { outcome: failed(`The account ${trigger}`), echo, trigger }
    const amount = parseAmount(valueAmount) ?? 0n
    const paid = pay({ kind: 'dopayment', clientId, reference, from, to, amount, at: now })
    if (!('bankReference' in paid)) return { outcome: paid, echo }
    if (trigger === 'done-but-failed') return { outcome: failed('Paid, and answered as failed'), echo }
    const { bankReference } = paid
    const exact = trigger === 'bare-numbers' ? valueAmount : Number(valueAmount)
    return {
      outcome: { done: { ...echo, valueAmount: exact, bankReference }, source: replies },
      trigger,
    }
  }

  const getpaymentstatus = ({ clientId, members }: OgpCall): OgpResult => {
    const reference = textOf(members, 'customerReferenceNumber')
    const payment = payments.get(`${clientId}\n${reference}`)
    if (payment === undefined)
      return {
        outcome: failed('No payment has this customerReferenceNumber'),
        echo: { customerReference: reference },
      }
    const { from, to, amount, at, bankReference } = payment
    const previousResponse = {
      transactionStatus: 'Y',
      previousResponseCode: 'null',
      previousResponseMessage: 'null',
      previousResponseTimestamp: new Date(at).toISOString(),
      debitAccountNo: from.accountNo,
      creditAccountNo: to.accountNo,
      valueAmount: formatRupiah(amount),
      valueCurrency: 'IDR',
    }
    return {
      outcome: { done: { previousResponse, bankReference, customerReference: reference }, source: replies },
      trigger: triggerOf(to.accountNo),
    }
  }

  const getinterbankinquiry = ({ clientId, members }: OgpCall): OgpResult => {
    const accountNum = textOf(members, 'accountNum')
    const destinationAccountNum = textOf(members, 'destinationAccountNum')
    const bank = findBank(textOf(members, 'destinationBankCode'))
    if (book.find({ accountNo: accountNum }) === undefined) return { outcome: failed('No such accountNum') }
    const destination = bank && book.find({ bankCode: bank.code, accountNo: destinationAccountNum })
    if (bank === undefined || destination === undefined)
      return { outcome: failed('No such destination bank or account') }
    const retrievalReffNum = String(100_000_000_001 + inquiries.size)
    inquiries.set(retrievalReffNum, { clientId, accountNum, bank, destination, used: false })
    const done = {
      destinationAccountNum,
      destinationAccountName: destination.holder,
      destinationBankName: bank.name,
      retrievalReffNum,
    }
    return { outcome: { done, source: replies }, trigger: triggerOf(destinationAccountNum) }
  }

  const getinterbankpayment = ({ clientId, members, now }: OgpCall): OgpResult => {
    const reference = textOf(members, 'customerReferenceNumber')
    const destinationAccountNum = textOf(members, 'destinationAccountNum')
    const inquiry = inquiries.get(textOf(members, 'retrievalReffNum'))
    const from = book.find({ accountNo: textOf(members, 'accountNum') })
    if (payments.has(`${clientId}\n${reference}`))
      return { outcome: failed('This customerReferenceNumber was paid before: ask getpaymentstatus') }
    if (
      inquiry === undefined ||
      from === undefined ||
      inquiry.used ||
      inquiry.clientId !== clientId ||
      inquiry.accountNum !== from.accountNo ||
      inquiry.bank !== findBank(textOf(members, 'destinationBankCode')) ||
      inquiry.destination.accountNo !== destinationAccountNum
    )
      return {
        outcome: invalid(
          'retrievalReffNum',
          'retrievalReffNum must be of a getinterbankinquiry with the same accounts and bank, and is good for one payment',
        ),
      }
    const trigger = triggerOf(destinationAccountNum)
    if (isRefusal(trigger)) return { outcome: failed(`The account ${trigger}`), trigger }
    const amount = parseAmount(textOf(members, 'amount')) ?? 0n
    const to = inquiry.destination
    const paid = pay({ kind: 'getinterbankpayment', clientId, reference, from, to, amount, at: now })
    if (!('bankReference' in paid)) return { outcome: paid }
    inquiry.used = true
    if (trigger === 'done-but-failed') return { outcome: failed('Paid, and answered as failed') }
    const done = {
      destinationAccountNum,
      destinationAccountName: to.holder,
      customerReffNum: reference,
      accountName: from.holder,
      destinationBankName: inquiry.bank.name,
    }
    return { outcome: { done, source: replies }, trigger }
  }

  const services = {
    getbalance,
    getinhouseinquiry,
    dopayment,
    getpaymentstatus,
    getinterbankinquiry,
    getinterbankpayment,
  }
  return { services, payments: () => [...payments.values()], book }
}

const isRefusal = (trigger: Trigger | undefined): boolean =>
  trigger !== undefined && trigger !== 'bare-numbers' && trigger !== 'done-but-failed'
