import type { Inquiry } from './inquiry.js'
import { isJsonObject } from './json.js'
import type { Reply } from './reply.js'

/**
 * Takes a copy, since it is read again after the request has gone out.
 *
 * @throws TypeError for anything but an inquiry of the same provider, environment and account
 */
export const readInquiry = (
  given: unknown,
  place: { readonly provider: string; readonly environment: string; readonly account: string },
): Inquiry => {
  const { provider, environment, account, service, of, body, how, undecided, inquiry } = copyOf(given)
  if (isJsonObject(inquiry) && service === undefined)
    throw new TypeError(
      '"inquiry" must be the inquiry, not the reply or attempt that holds it: pass reply.inquiry',
    )
  if (provider !== place.provider || environment !== place.environment)
    throw new TypeError(
      `"inquiry" must be of a client of ${place.provider} in ${place.environment}: another one knows nothing of the call`,
    )
  if (account !== place.account)
    throw new TypeError(
      '"inquiry" must be of a client with the same client id: to another one the provider would say that there is no such call',
    )
  if (typeof service !== 'string' || typeof of !== 'string' || !isJsonObject(body))
    throw new TypeError(notOne)
  if (how !== 'status' && how !== 'repeat')
    throw new TypeError('"how" of an inquiry must be "status" or "repeat"')
  if (undecided !== undefined && !Array.isArray(undecided))
    throw new TypeError('"undecided" of an inquiry must be a list')
  return {
    provider,
    environment,
    account,
    service,
    of,
    body,
    how,
    ...(undecided && { undecided: [...undecided] }),
  }
}

const notOne = '"inquiry" must be the inquiry of a reply or an attempt'

const copyOf = (given: unknown): Readonly<Record<string, unknown>> => {
  if (!isJsonObject(given)) throw new TypeError(notOne)
  try {
    return { ...given }
  } catch {
    throw new TypeError(notOne)
  }
}

/** The reply of an inquiry, with what it says about the call that it asks about. */
export const judgeInquiry = (reply: Reply, inquiry: Inquiry): Reply => {
  // A refused repeat is no word about the first call: as a duplicate (409xx01) it is there, in a state nobody has told.
  const isRefusedRepeat = inquiry.how === 'repeat' && reply.outcome === 'rejected'
  const transaction = isRefusedRepeat ? 'unknown' : reply.transaction
  const decided = transaction !== undefined && inquiry.undecided?.includes(transaction) !== true
  // A repeat that created something answers with an id, by which one can ask from then on.
  const next = (inquiry.how === 'repeat' && reply.inquiry) || inquiry
  return { ...reply, transaction: decided ? transaction : 'unknown', inquiry: next }
}
