import type { Sen } from '../money.js'

export interface Order {
  readonly clientId: string
  readonly merchantId: string
  /** The merchant's: DANA keeps one order for it. */
  readonly reference: string
  /** DANA's. */
  readonly referenceNo: string
  /** X-EXTERNAL-ID of the call that made it. */
  readonly externalId: string
  /** All that was said when it was made: the same again is the same order. */
  readonly said: string
  readonly amount: Sen
  /** Epoch milliseconds, as all moments here. */
  readonly createdAt: number
  readonly expiresAt: number
  state: 'created' | 'paying' | 'paid' | 'cancelled' | 'expired'
  paidAt?: number
  cancelledAt?: number
  readonly refunds: Map<string, Refund>
}

export interface Refund {
  readonly refundNo: string
  readonly said: string
  readonly amount: Sen
  readonly at: number
  state: 'pending' | 'done' | 'failed'
}

export type OrderState = Order['state'] | 'refunded'

/** Expiry and refund are seen when they are looked for: the clock may be moved both ways. */
export const stateOf = (order: Order, now: number): OrderState => {
  if (order.state === 'created' && now >= order.expiresAt) return 'expired'
  return order.state === 'paid' && refundedOf(order) === order.amount ? 'refunded' : order.state
}

const sum = ({ refunds }: Order, states: readonly Refund['state'][]): Sen =>
  [...refunds.values()].reduce(
    (total, { amount, state }) => (states.includes(state) ? total + amount : total),
    0n,
  )

/** What was given back. */
export const refundedOf = (order: Order): Sen =>
  order.state === 'cancelled' && order.paidAt !== undefined ? order.amount : sum(order, ['done'])

/** What can still be given back: refunds under way are as good as made. */
export const refundableOf = (order: Order): Sen => order.amount - sum(order, ['done', 'pending'])

/** DANA's table of states has none for a refunded order: it was paid. */
export const statuses: Readonly<Record<OrderState, readonly [code: string, text: string]>> = {
  created: ['01', 'Initiated'],
  paying: ['02', 'Paying'],
  paid: ['00', 'Success'],
  refunded: ['00', 'Success'],
  cancelled: ['05', 'Cancelled'],
  expired: ['05', 'Cancelled'],
}

type Name = Pick<Order, 'clientId' | 'merchantId' | 'reference'>

export interface OrderBook {
  readonly add: (order: Order) => void
  readonly find: (name: Name) => Order | undefined
  readonly findByNumber: (name: Pick<Order, 'clientId' | 'merchantId' | 'referenceNo'>) => Order | undefined
  readonly list: () => readonly Order[]
}

export const createOrderBook = (): OrderBook => {
  const orders = new Map<string, Order>()
  const keyOf = ({ clientId, merchantId, reference }: Name): string =>
    JSON.stringify([clientId, merchantId, reference])
  return {
    add: (order) => void orders.set(keyOf(order), order),
    find: (name) => orders.get(keyOf(name)),
    findByNumber: ({ clientId, merchantId, referenceNo }) =>
      [...orders.values()].find(
        (order) =>
          order.referenceNo === referenceNo && order.clientId === clientId && order.merchantId === merchantId,
      ),
    list: () => [...orders.values()],
  }
}
