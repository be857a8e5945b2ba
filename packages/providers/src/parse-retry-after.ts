/** The longest wait that is believed, one day in milliseconds. */
const longest = 86_400_000

/**
 * Reads `Retry-After`: seconds, or an HTTP date, as milliseconds from `now`; undefined for anything else.
 *
 * @see RFC 9110 section 10.2.3
 */
export const parseRetryAfter = (value: string | null, now: number): number | undefined => {
  if (value === null) return undefined
  const text = value.trim()
  const wait = /^\d{1,10}$/.test(text)
    ? Number(text) * 1_000
    : /GMT$/.test(text)
      ? Date.parse(text) - now
      : Number.NaN
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longest)
}
