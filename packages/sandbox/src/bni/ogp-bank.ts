import { type Account, type AccountBook, openAccountBook } from '../account-book.js'
import type { Sen } from '../money.js'
import { failed, type OgpOutcome, type OgpRefusal } from './ogp-answers.js'
import { type Bank, bni, seedAccounts } from './seeds.js'
import { type Trigger, triggerAccounts } from './triggers.js'

/** A request that passed every check that needs no bank. */
export interface OgpCall {
  readonly clientId: string
  readonly members: Readonly<Record<string, unknown>>
  readonly now: number
}

/** Carries a request out in one turn, so that two of the same reference cannot both pay. */
export type OgpHandler = (bank: OgpBank, call: OgpCall) => OgpResult

export interface OgpResult {
  readonly outcome: OgpOutcome
  /** What a failure repeats of the request. */
  readonly echo?: Readonly<Record<string, unknown>>
  readonly trigger?: Trigger | undefined
}

interface Ordered {
  readonly kind: 'dopayment' | 'getinterbankpayment'
  readonly clientId: string
  readonly reference: string
  readonly from: Account
  readonly to: Account
  readonly amount: Sen
  readonly at: number
}

export interface OgpPayment extends Ordered {
  readonly bankReference: string
}

/** A payment that was answered with a failure, and never paid. */
export interface OgpRefusedPayment extends Pick<Ordered, 'clientId' | 'reference' | 'at'> {
  readonly answered: OgpRefusal
  readonly echo: Readonly<Record<string, unknown>>
}

export interface InterbankInquiry {
  readonly clientId: string
  readonly from: Account
  readonly bank: Bank
  readonly to: Account
}

/** What the classic services remember. */
export interface OgpBank {
  readonly book: AccountBook
  readonly payments: () => readonly OgpPayment[]
  readonly findPayment: (wanted: Pick<Ordered, 'clientId' | 'reference'>) => OgpPayment | undefined
  readonly keepRefused: (refused: OgpRefusedPayment) => void
  readonly findRefused: (wanted: Pick<Ordered, 'clientId' | 'reference'>) => OgpRefusedPayment | undefined
  /** Moves the money once a reference, or says why not. */
  readonly pay: (ordered: Ordered) => OgpPayment | { readonly refusal: OgpOutcome }
  /** The number by which a payment names its inquiry: twelve digits. */
  readonly keepInquiry: (inquiry: InterbankInquiry) => string
  readonly findInquiry: (retrievalReffNum: string) => InterbankInquiry | undefined
  /** It is good for one payment. */
  readonly useInquiry: (retrievalReffNum: string) => void
}

export const openOgpBank = (): OgpBank => {
  const book = openAccountBook({ ownBank: bni, seeds: seedAccounts(triggerAccounts) })
  const payments = new Map<string, OgpPayment>()
  const refusals = new Map<string, OgpRefusedPayment>()
  const inquiries = new Map<string, InterbankInquiry>()
  let lastInquiry = 100_000_000_000
  const keyOf = ({ clientId, reference }: Pick<Ordered, 'clientId' | 'reference'>): string =>
    `${clientId}\n${reference}`
  const refusalOf = (ordered: Ordered): string | undefined => {
    const { from, to, amount, at, kind, reference } = ordered
    if (payments.has(keyOf(ordered)))
      return 'This customerReferenceNumber was paid before: ask getpaymentstatus what became of it'
    if (!from.open || !to.open) return 'The account is closed'
    if (from === to) return 'An account cannot pay itself'
    return book.move({ from, to, amount, at, remark: kind, reference })
      ? undefined
      : 'The debited account has less than the amount'
  }
  return {
    book,
    payments: () => [...payments.values()],
    findPayment: (wanted) => payments.get(keyOf(wanted)),
    keepRefused: (refused) => {
      refusals.set(keyOf(refused), refused)
    },
    findRefused: (wanted) => refusals.get(keyOf(wanted)),
    pay: (ordered) => {
      const refusal = refusalOf(ordered)
      if (refusal !== undefined) return { refusal: failed(refusal) }
      const paid = { ...ordered, bankReference: String(100_001 + payments.size) }
      payments.set(keyOf(paid), paid)
      return paid
    },
    keepInquiry: (inquiry) => {
      lastInquiry += 1
      inquiries.set(String(lastInquiry), inquiry)
      return String(lastInquiry)
    },
    findInquiry: (retrievalReffNum) => inquiries.get(retrievalReffNum),
    useInquiry: (retrievalReffNum) => {
      inquiries.delete(retrievalReffNum)
    },
  }
}
