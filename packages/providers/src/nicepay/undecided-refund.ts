import type { Transaction } from '../service.js'

/**
 * What a payment's state does not say about one refund of it, full or in part.
 *
 * After a part refund the payment may stay paid or become refunded, NICEPAY's pages do not say which. So an earlier part
 * refund looks the same as this one, and `paid` may also be a refund that is still under way.
 */
export const undecidedRefund: readonly Transaction[] = Object.freeze<Transaction[]>(['paid', 'refunded'])
