import type { Transaction } from '@x/providers'
import type { TransactionSummary } from '@x/sandbox'

/** What the provider's own book says of a QRIS, in the words of a reply. */
export const bookedState = (booked: Pick<TransactionSummary, 'state'> | undefined): Transaction => {
  switch (booked?.state) {
    case undefined:
      return 'not-found'
    case 'pending':
      return 'pending'
    case 'paid':
      return 'paid'
    case 'refunded':
      return 'refunded'
    case 'expired':
      return 'cancelled'
    case 'failed':
      return 'failed'
    default:
      return 'unknown'
  }
}
