import type { Answer } from '../answer.js'
import type { TransactionSummary } from '../service-desk.js'
import type { Named } from './book.js'
import type { ReadField } from './check-fields.js'
import { senOf, textOf } from './money.js'
import type { Call, Moves } from './service.js'
import { payOutWithTriggers } from './triggers.js'

/** A payment that a payer makes with a wallet, and that can be given back. */
export interface Payment extends Named {
  readonly read: ReadField
  /** Sen. */
  readonly amount: number
  /** Epoch milliseconds, as all moments here. */
  readonly createdAt: number
  readonly expiresAt: number
  paidAt?: number
  state: 'initiated' | 'pending' | 'paid' | 'expired' | 'failed'
  readonly refunds: Refund[]
}

interface Refund {
  readonly amount: number
  state: 'pending' | 'done' | 'failed'
}

type PaymentState = Payment['state'] | 'refunded'

/** Expiry and refund are seen when they are looked for: the clock may be moved both ways. */
const stateOf = (payment: Payment, now: number): PaymentState => {
  const { state, expiresAt, amount } = payment
  if (state === 'paid') return refunded(payment) === amount ? 'refunded' : 'paid'
  return (state === 'pending' || state === 'initiated') && now >= expiresAt ? 'expired' : state
}

const statuses: Readonly<Record<PaymentState, readonly [code: string, text: string]>> = {
  initiated: ['01', 'Initiated'],
  pending: ['03', 'Pending'],
  paid: ['00', 'Success'],
  refunded: ['04', 'Refunded'],
  expired: ['05', 'Cancelled'],
  failed: ['06', 'Failed'],
}

export const statusOf = (
  payment: Payment,
  now: number,
): { readonly status: string; readonly text: string } => {
  const [status, text] = statuses[stateOf(payment, now)]
  return { status, text }
}

const sum = ({ refunds }: Payment, ...states: readonly Refund['state'][]): number =>
  refunds.reduce((total, { amount, state }) => (states.includes(state) ? total + amount : total), 0)

/** Sen that were given back. */
const refunded = (payment: Payment): number => sum(payment, 'done')

/** What the payer, the wallet and time can do to it. */
export const movesOf = (payment: Payment, now: number): Moves => {
  const moves = new Map<string, () => void>()
  const state = stateOf(payment, now)
  if (state === 'initiated')
    moves.set('open', () => {
      payment.state = 'pending'
    })
  if (state === 'initiated' || state === 'pending') {
    moves.set('pay', () => {
      payment.state = 'paid'
      payment.paidAt = now
    })
    moves.set('expire', () => {
      payment.state = 'expired'
    })
    moves.set('fail', () => {
      payment.state = 'failed'
    })
  }
  const waiting = payment.refunds.find((refund) => refund.state === 'pending')
  if (waiting) {
    moves.set('refund-settle', () => {
      waiting.state = 'done'
    })
    moves.set('refund-fail', () => {
      waiting.state = 'failed'
    })
  }
  return moves
}

/** What the control API shows of it. */
export const summaryOf = ({
  kind,
  payment,
  now,
}: {
  readonly kind: string
  readonly payment: Payment
  readonly now: number
}): TransactionSummary => ({
  kind,
  clientId: payment.clientId,
  reference: payment.reference,
  providerReference: payment.txid,
  amount: textOf(payment.amount),
  refunded: textOf(refunded(payment)),
  status: statusOf(payment, now).status,
  state: stateOf(payment, now),
  createdAt: new Date(payment.createdAt).toISOString(),
  actions: [...movesOf(payment, now).keys()],
})

interface RefundRequest {
  readonly payment: Payment
  readonly call: Call
  /** `1` gives all back, `2` a part. */
  readonly type: '1' | '2'
  /** Why this wallet takes no such refund now, if so. */
  readonly blocked: (request: { readonly paidAt: number; readonly full: boolean }) => string | undefined
  readonly body: () => Readonly<Record<string, unknown>>
}

/** Gives money back once everything allows it: never more than was paid, refunds under way included. */
export const refund = ({ payment, call, type, blocked, body }: RefundRequest): Answer => {
  const { read, refuse, now } = call
  const value = read('refundAmount.value')
  const amount = senOf(value)
  const state = stateOf(payment, now)
  if (state !== 'paid')
    return refuse('notPermitted', {
      about: state,
      why: `The payment is ${state}; only a paid one can be refunded`,
    })
  const full = type === '1'
  if (full && amount !== payment.amount)
    return refuse('malformed', {
      about: 'refundAmount.value',
      why: 'A full refund is of the amount that was paid',
    })
  const rest = payment.amount - sum(payment, 'done', 'pending')
  if (amount > rest) return refuse('tooMuch', { why: `Only ${textOf(rest)} can still be refunded` })
  const block = blocked({ paidAt: payment.paidAt ?? payment.createdAt, full })
  if (block !== undefined) return refuse('notPermitted', { about: 'refund', why: block })
  return payOutWithTriggers({ value, refuse }, (trigger) => {
    const pending = trigger === 'inProgress'
    payment.refunds.push({ amount, state: pending ? 'pending' : 'done' })
    return pending ? call.inProgress(body()) : call.done(body())
  })
}
