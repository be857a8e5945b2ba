import type { Named } from './book.js'
import type { ReadField } from './check-fields.js'
import { textOf } from './money.js'
import type { Moves } from './service.js'
import { inOtherForm } from './triggers.js'

export interface Payout extends Named {
  readonly read: ReadField
  /** Sen. */
  readonly amount: number
  readonly createdAt: number
  /** When it is reserved for, if it is; epoch milliseconds. */
  readonly sendAt: number | undefined
  state: PayoutState
}

/** From `scheduled` on the money has left the balance; `cancelled` and `failed` bring it back. */
export type PayoutState =
  | 'registered'
  | 'rejected'
  | 'scheduled'
  | 'cancelled'
  | 'accepted'
  | 'sent'
  | 'suspect'
  | 'disbursed'
  | 'failed'

/** A scheduled one is sent when its time has come. */
export const stateOf = ({ state, sendAt }: Payout, now: number): PayoutState =>
  state === 'scheduled' && sendAt !== undefined && sendAt <= now ? 'sent' : state

const statuses: Readonly<Record<PayoutState, readonly [code: string, text: string]>> = {
  registered: ['03', 'Pending'],
  rejected: ['05', 'Rejected'],
  scheduled: ['03', 'Pending'],
  cancelled: ['04', 'Cancelled'],
  accepted: ['03', 'Pending'],
  sent: ['00', 'Success'],
  suspect: ['08', 'Suspect'],
  disbursed: ['00', 'Success'],
  failed: ['09', 'Failed'],
}

export const statusOf = (payout: Payout, now: number): { readonly status: string; readonly text: string } => {
  const state = stateOf(payout, now)
  // No page says which of the two a scheduled payout is before its time.
  const [status, text] =
    statuses[state === 'scheduled' && inOtherForm(textOf(payout.amount)) ? 'sent' : state]
  return { status, text }
}

/** What the beneficiary's bank does once the payout was approved. */
export const movesOf = ({
  payout,
  now,
  giveBack,
}: {
  readonly payout: Payout
  readonly now: number
  readonly giveBack: () => void
}): Moves => {
  const state = stateOf(payout, now)
  const underWay = state === 'accepted' || state === 'sent' || state === 'suspect'
  if (!underWay) return new Map()
  return new Map([
    [
      'disburse',
      () => {
        payout.state = 'disbursed'
      },
    ],
    [
      'fail',
      () => {
        payout.state = 'failed'
        giveBack()
      },
    ],
    ...(state === 'suspect'
      ? []
      : [
          [
            'suspect',
            () => {
              payout.state = 'suspect'
            },
          ] as const,
        ]),
  ])
}
