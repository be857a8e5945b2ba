import type { InquiryPlan } from '../inquiry.js'

/**
 * What a payment's state does not say about one refund of it.
 *
 * After a part refund the payment may stay paid or become refunded, NICEPAY's pages do not say which, and an earlier part
 * refund looks the same: neither state tells this refund from another. A full refund leaves no payment `paid`.
 */
export const undecidedRefund = (type: unknown): Pick<InquiryPlan, 'undecided'> =>
  type === '1' ? {} : { undecided: ['paid', 'refunded'] }
