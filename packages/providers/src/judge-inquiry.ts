import type { Inquiry } from './inquiry.js'
import type { Reply } from './reply.js'

/** @throws TypeError for anything but an inquiry of the same provider and environment */
export const checkInquiry = (
  inquiry: unknown,
  place: { readonly provider: string; readonly environment: string },
): void => {
  if (typeof inquiry !== 'object' || inquiry === null)
    throw new TypeError('"inquiry" must be the inquiry of a reply or an attempt')
  const { provider, environment } = inquiry as Partial<Inquiry>
  if (provider !== place.provider || environment !== place.environment)
    throw new TypeError(
      `"inquiry" must be of a client of ${place.provider} in ${place.environment}: another one knows nothing of the call`,
    )
}

/** The reply of an inquiry, with what it says about the call that it asks about. */
export const judgeInquiry = (reply: Reply, inquiry: Inquiry): Reply => {
  const { code } = reply
  const exists = inquiry.how === 'repeat' && code?.status === 409 && code.case === '01'
  const transaction = exists
    ? 'pending'
    : inquiry.how === 'repeat' && reply.outcome === 'rejected'
      ? 'unknown'
      : reply.transaction
  const decided = transaction !== undefined && inquiry.undecided?.includes(transaction) !== true
  // A repeat that created something answers with an id, by which one can ask from then on.
  const next = (inquiry.how === 'repeat' && reply.inquiry) || inquiry
  return { ...reply, transaction: decided ? transaction : 'unknown', inquiry: next }
}
