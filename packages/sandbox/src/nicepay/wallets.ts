import { dayOf } from './jakarta.js'

const minute = 60_000
const day = 1_440 * minute

/** What an e-wallet does by itself. @see NICEPAY, e-wallet integration and testing; transaction settlement */
export interface Wallet {
  readonly validForMs: number
  /** It asks the payer on the phone; the others open a page first. */
  readonly push: boolean
  readonly partialRefund: boolean
  /** Why a refund comes too late, if so. */
  readonly late: (time: { readonly paidAt: number; readonly now: number }) => string | undefined
}

const withinDays =
  (days: number): Wallet['late'] =>
  ({ paidAt, now }) =>
    now - paidAt > days * day ? `This wallet refunds for ${days} days` : undefined

export const wallets: ReadonlyMap<string, Wallet> = new Map<string, Wallet>([
  [
    'OVOE',
    {
      validForMs: 55_000,
      push: true,
      partialRefund: false,
      late: ({ paidAt, now }) =>
        dayOf(paidAt) === dayOf(now) ? undefined : 'This wallet refunds on the day of payment only (Jakarta)',
    },
  ],
  ['DANA', { validForMs: day, push: false, partialRefund: true, late: withinDays(30) }],
  ['LINK', { validForMs: 5 * minute, push: false, partialRefund: false, late: withinDays(30) }],
  ['ESHP', { validForMs: 5 * minute, push: false, partialRefund: true, late: withinDays(365) }],
])
