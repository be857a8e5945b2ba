const dateDelay = (text: string, now: number): number | undefined => {
  const at = Date.parse(text)
  // Only the form that every server must send (IMF-fixdate) is written back alike; the two obsolete ones have no
  // clear year or zone, and a wrong delay is worse than none.
  if (Number.isNaN(at) || new Date(at).toUTCString() !== text) return undefined
  return Math.max(0, at - now)
}

/**
 * The delay that a `Retry-After` header asks for, in milliseconds, or undefined.
 *
 * A date needs `now` (epoch milliseconds); without it a date is left unread.
 *
 * @see RFC 9110 sections 5.6.7 and 10.2.3
 */
export const readRetryAfter = ({
  text,
  now,
}: {
  text: string
  now: number | undefined
}): number | undefined => {
  if (!/^\d+$/.test(text)) return now === undefined ? undefined : dateDelay(text, now)
  const delay = Number(text) * 1000
  return Number.isSafeInteger(delay) ? delay : undefined
}
