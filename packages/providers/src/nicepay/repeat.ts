import type { InquiryPlan } from '../inquiry.js'

/**
 * How to ask after a lost answer to a create: every status service wants the tXid, which only that answer had.
 *
 * The same body holds the same reference. NICEPAY refuses it as a duplicate (409xx01) if the first call arrived; a new
 * reference would make a second bill.
 *
 * @see https://docs.nicepay.co.id/nicepay-code-api-snap-general-response (read 2026-11-21)
 */
export const repeat = (service: string, body: object): InquiryPlan => ({
  service,
  body: { ...body },
  how: 'repeat',
})
