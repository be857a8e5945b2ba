import { formatTimestamp, parseTimestamp } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import { textOf } from '../check-fields.js'
import { formatAmount, parseAmount, type Sen } from '../money.js'
import { isObject } from '../read-json.js'
import { type Order, type OrderBook, refundableOf, stateOf, statuses } from './orders.js'
import type { Refuse } from './refuse.js'
import type { ServiceName } from './services.js'
import { doneAllTheSame, orderTrigger, refundTrigger, undone } from './triggers.js'

/** A call that was let in and is well formed. */
export interface Call {
  readonly clientId: string
  readonly externalId: string
  readonly members: Readonly<Record<string, unknown>>
  /** Two bodies that say the same have the same. */
  readonly said: string
  /** Epoch milliseconds of the sandbox's clock. */
  readonly now: number
  /** Of the sandbox's addresses in an answer. */
  readonly origin: string
  readonly nextNumber: () => string
  readonly refuse: Refuse
  readonly done: (members: Readonly<Record<string, unknown>>) => Answer
  readonly inProgress: (members: Readonly<Record<string, unknown>>) => Answer
}

type CarryOut = (book: OrderBook, call: Call) => Answer

const moneyOf = (sen: Sen): { readonly value: string; readonly currency: 'IDR' } => ({
  value: formatAmount(sen),
  currency: 'IDR',
})

const consult: CarryOut = (_, { members, done }) =>
  done({
    paymentInfos: [
      { payMethod: 'BALANCE' },
      { payMethod: 'VIRTUAL_ACCOUNT', payOption: 'VIRTUAL_ACCOUNT_BCA' },
      // As the provider says: for a store only.
      ...(textOf(members, 'externalStoreId') === ''
        ? []
        : [{ payMethod: 'NETWORK_PAY', payOption: 'NETWORK_PAY_PG_QRIS' }]),
    ],
  })

const week = 7 * 24 * 3_600_000

const makeOrder: CarryOut = (book, call) => {
  const { clientId, members, said, now, refuse } = call
  const urls = urlProblem(members['urlParams'], refuse)
  if (urls) return urls
  const expiresAt = momentOf(textOf(members, 'validUpTo'))
  const name = {
    clientId,
    merchantId: textOf(members, 'merchantId'),
    reference: textOf(members, 'partnerReferenceNo'),
  }
  // Before the time is looked at: a repeat of an old order is answered as it was.
  const before = book.find(name)
  if (before !== undefined)
    return before.said === said
      ? answerOrder(before, call)
      : refuse('inconsistent', {
          why: 'An order has this merchantId and partnerReferenceNo, and was made with other members',
        })
  if (expiresAt === undefined || expiresAt <= now || expiresAt > now + week)
    return refuse('malformed', {
      about: 'validUpTo',
      why: 'validUpTo must be a moment of the next seven days',
    })
  const value = textOf(members, 'amount.value')
  const amount = parseAmount(value) ?? 0n
  if (amount === 0n)
    return refuse('malformed', { about: 'amount.value', why: 'amount.value must be above zero' })
  const trigger = orderTrigger(value)
  if (trigger !== undefined && trigger !== 'internalError') return refuse(trigger, { why: undone })
  const order: Order = {
    ...name,
    referenceNo: call.nextNumber(),
    externalId: call.externalId,
    said,
    amount,
    createdAt: now,
    expiresAt,
    state: 'created',
    refunds: new Map(),
  }
  book.add(order)
  return trigger === undefined ? answerOrder(order, call) : refuse(trigger, { why: doneAllTheSame })
}

const answerOrder = ({ referenceNo, reference }: Order, { done, origin }: Call): Answer =>
  done({
    referenceNo,
    partnerReferenceNo: reference,
    webRedirectUrl: `${origin}/n/cashier/new/checkout?bizNo=${referenceNo}`,
  })

/** Where the payer goes back to is mandatory, says the SDK. */
const urlProblem = (urls: unknown, refuse: Refuse): Answer | undefined => {
  const missing = (about: string): Answer => refuse('missing', { about, why: `${about} is missing or empty` })
  if (urls === undefined || urls === null) return missing('urlParams')
  const malformed = (why: string): Answer => refuse('malformed', { about: 'urlParams', why })
  if (!Array.isArray(urls)) return malformed('urlParams must be a list')
  for (const entry of urls) {
    if (!isObject(entry)) return malformed('Each of urlParams must be an object')
    const { url, type, isDeeplink } = entry
    if (typeof url !== 'string' || url === '' || url.length > 512)
      return malformed('url in urlParams must be text of at most 512 characters')
    if (type !== 'PAY_RETURN' && type !== 'NOTIFICATION')
      return malformed('type in urlParams must be PAY_RETURN or NOTIFICATION')
    if (isDeeplink !== 'Y' && isDeeplink !== 'N') return malformed('isDeeplink in urlParams must be Y or N')
  }
  return urls.some(({ type }) => type === 'PAY_RETURN') ? undefined : missing('urlParams of type PAY_RETURN')
}

const momentOf = (text: string): number | undefined => {
  try {
    return parseTimestamp(text)
  } catch {
    return undefined
  }
}

/** By the merchant's reference, or by DANA's; where both are given they must belong together. */
const findOriginal = (book: OrderBook, { clientId, members }: Call): Order | undefined => {
  const merchantId = textOf(members, 'merchantId')
  const reference = textOf(members, 'originalPartnerReferenceNo')
  const referenceNo = textOf(members, 'originalReferenceNo')
  const found =
    reference === ''
      ? book.findByNumber({ clientId, merchantId, referenceNo })
      : book.find({ clientId, merchantId, reference })
  return referenceNo === '' || found?.referenceNo === referenceNo ? found : undefined
}

const unknownOrder = 'This merchant has no order with these references'

const originals = ({ referenceNo, reference, externalId }: Order): Readonly<Record<string, string>> => ({
  originalPartnerReferenceNo: reference,
  originalReferenceNo: referenceNo,
  originalExternalId: externalId,
})

const tellStatus: CarryOut = (book, call) => {
  const order = findOriginal(book, call)
  if (order === undefined) return call.refuse('notFound', { why: unknownOrder })
  const [latestTransactionStatus, transactionStatusDesc] = statuses[stateOf(order, call.now)]
  return call.done({
    ...originals(order),
    serviceCode: '54',
    latestTransactionStatus,
    transactionStatusDesc,
    transAmount: moneyOf(order.amount),
    amount: moneyOf(order.amount),
    ...(order.paidAt !== undefined && { paidTime: formatTimestamp(order.paidAt) }),
  })
}

const cancelOrder: CarryOut = (book, call) => {
  const { members, now, refuse } = call
  const order = findOriginal(book, call)
  if (order === undefined) return refuse('notFound', { why: unknownOrder })
  const value = textOf(members, 'amount.value')
  if (value !== '' && parseAmount(value) !== order.amount)
    return refuse('inconsistent', { why: 'amount is another than that of the order' })
  const state = stateOf(order, now)
  if (state === 'expired' || refundableOf(order) !== order.amount)
    return refuse('notPermitted', {
      about: state,
      why: `The order is ${state}: what has expired, or was refunded even in part, cannot be cancelled`,
    })
  order.state = 'cancelled'
  order.cancelledAt ??= now
  return call.done({
    ...originals(order),
    cancelTime: formatTimestamp(order.cancelledAt),
    transactionDate: formatTimestamp(order.createdAt),
  })
}

const refundOrder: CarryOut = (book, call) => {
  const { members, said, now, refuse } = call
  const order = findOriginal(book, call)
  if (order === undefined) return refuse('notFound', { why: unknownOrder })
  const partnerRefundNo = textOf(members, 'partnerRefundNo')
  const before = order.refunds.get(partnerRefundNo)
  if (before !== undefined)
    return before.said === said
      ? answerRefund(order, partnerRefundNo, call)
      : refuse('inconsistent', { why: 'A refund of this order has this partnerRefundNo, with other members' })
  const state = stateOf(order, now)
  if (state !== 'paid')
    return refuse('notPermitted', {
      about: state,
      why: `The order is ${state}; only a paid one can be refunded`,
    })
  const value = textOf(members, 'refundAmount.value')
  const amount = parseAmount(value) ?? 0n
  if (amount === 0n)
    return refuse('malformed', { about: 'refundAmount.value', why: 'refundAmount.value must be above zero' })
  const rest = refundableOf(order)
  if (amount > rest) return refuse('tooMuch', { why: `Only ${formatAmount(rest)} can still be refunded` })
  const trigger = refundTrigger(value)
  if (trigger !== undefined && trigger !== 'internalError' && trigger !== 'inProgress')
    return refuse(trigger, { why: undone })
  order.refunds.set(partnerRefundNo, {
    refundNo: call.nextNumber(),
    said,
    amount,
    at: now,
    state: trigger === 'inProgress' ? 'pending' : 'done',
  })
  return trigger === 'internalError'
    ? refuse(trigger, { why: doneAllTheSame })
    : answerRefund(order, partnerRefundNo, call)
}

const answerRefund = (order: Order, partnerRefundNo: string, call: Call): Answer => {
  const refund = order.refunds.get(partnerRefundNo)
  if (refund === undefined) return call.refuse('notFound', { why: unknownOrder })
  if (refund.state === 'failed')
    return call.refuse('notPermitted', { about: 'failed', why: 'This refund failed: make another' })
  const members = {
    ...originals(order),
    refundNo: refund.refundNo,
    partnerRefundNo,
    refundAmount: moneyOf(refund.amount),
    refundTime: formatTimestamp(refund.at),
  }
  return refund.state === 'pending' ? call.inProgress(members) : call.done(members)
}

export const carryOut: Readonly<Record<ServiceName, CarryOut>> = {
  'consult-pay': consult,
  order: makeOrder,
  status: tellStatus,
  cancel: cancelOrder,
  refund: refundOrder,
}
