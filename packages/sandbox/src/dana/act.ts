import { formatAmount } from '../money.js'
import { badAction } from '../read-action.js'
import type { SandboxAction, TransactionSummary } from '../service-desk.js'
import { type Order, refundedOf, stateOf, statuses } from './orders.js'

/** What the payer, DANA and time can do to an order now. */
const movesOf = (order: Order, now: number): ReadonlyMap<string, () => void> => {
  const moves = new Map<string, () => void>()
  const state = stateOf(order, now)
  if (state === 'created')
    moves.set('start', () => {
      order.state = 'paying'
    })
  if (state === 'created' || state === 'paying')
    moves.set('pay', () => {
      order.state = 'paid'
      order.paidAt = now
    })
  if (state === 'created')
    moves.set('expire', () => {
      order.state = 'expired'
    })
  const waiting = [...order.refunds.values()].find((refund) => refund.state === 'pending')
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

/** @throws SandboxError `ERR_SANDBOX_ACTION` */
export const act = (
  orders: readonly Order[],
  { action, reference, amount }: SandboxAction,
  now: number,
): TransactionSummary => {
  const byNumber = orders.find(({ referenceNo }) => referenceNo === reference)
  const [first, second] = orders.filter((order) => order.reference === reference)
  const order = byNumber ?? first
  if (order === undefined) throw badAction('No order has this reference', [])
  if (byNumber === undefined && second !== undefined)
    throw badAction(
      "Several orders have this reference: give the provider's own, as transactions() lists it",
      [],
    )
  const moves = movesOf(order, now)
  const allowed = [...moves.keys()]
  const move = moves.get(action)
  if (move === undefined)
    throw badAction(
      `This order is ${stateOf(order, now)}; ${allowed.length > 0 ? `possible: ${allowed.join(', ')}` : 'nothing can be done to it'}`,
      allowed,
    )
  if (amount !== undefined && amount !== formatAmount(order.amount))
    throw badAction(`The amount is ${formatAmount(order.amount)}: it is taken as a whole`, allowed)
  move()
  return summaryOf(order, now)
}

export const summaryOf = (order: Order, now: number): TransactionSummary => {
  const state = stateOf(order, now)
  return {
    kind: 'order',
    clientId: order.clientId,
    reference: order.reference,
    providerReference: order.referenceNo,
    amount: formatAmount(order.amount),
    refunded: formatAmount(refundedOf(order)),
    status: statuses[state][0],
    state,
    createdAt: new Date(order.createdAt).toISOString(),
    actions: [...movesOf(order, now).keys()],
  }
}
