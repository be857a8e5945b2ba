import type { StatusDetail } from './errors.js'

/** A browser shows a redirect that it did not follow as status 0. */
export const isRedirect = (status: number): boolean => /^(0|3..)$/.test(`${status}`)

/**
 * What a status and `Retry-After` say about trying again.
 *
 * Only seconds are read: a date would need a clock that agrees with the server's, and a wrong delay is worse than none.
 */
export const statusDetail = ({
  status,
  retryAfter,
}: {
  status: number
  retryAfter: string | null | undefined
}): StatusDetail => ({
  status,
  retryable: /^(408|425|429|5..)$/.test(`${status}`),
  ...(/^\d{1,12}$/.test(retryAfter ?? '') && { retryAfterMs: Number(retryAfter) * 1000 }),
})
