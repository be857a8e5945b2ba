/** How a moment misses another, by the mistake that makes such a gap. */
export type DistanceName =
  | 'fresh'
  | 'seven-added'
  | 'wib-with-z'
  | 'utc-with-offset'
  | 'seven-taken'
  | 'fourteen-ahead'
  | 'fourteen-behind'
  | 'twelve-hour-digits'
  | 'eastern-zone'
  | 'month-off-by-one'
  | 'minutes-are-month'
  | 'behind'
  | 'ahead'

/** A timestamp that was read, and what it is compared with. */
export interface Gap {
  /** In the layout that `parseTimestamp` takes. */
  readonly text: string
  /** Its moment, in epoch milliseconds. */
  readonly at: number
  readonly reference: number
}

/** No provider publishes its tolerance; five minutes is what servers of the standard commonly take. */
export const toleranceMs = 300_000

const hour = 3_600_000

/** The one mistake that explains the gap best; `behind` and `ahead` where none does. */
export const distanceName = (gap: Gap): DistanceName => {
  const { at, reference, text } = gap
  const isNear = (offset: number) => Math.abs(at - reference - offset) <= toleranceMs
  const isUtc = /(?:Z|[+-]00:00)$/.test(text)
  if (isNear(0)) return 'fresh'
  if (isNear(7 * hour)) return isUtc ? 'wib-with-z' : 'seven-added'
  if (isNear(-7 * hour)) return isUtc ? 'seven-taken' : 'utc-with-offset'
  if (isNear(14 * hour)) return 'fourteen-ahead'
  if (isNear(-14 * hour)) return 'fourteen-behind'
  const wallHour = Number(text.slice(11, 13))
  // "hh" writes 13 to 23 as 01 to 11, and midnight as 12.
  if (isNear(-12 * hour) && wallHour <= 12) return 'twelve-hour-digits'
  if (isNear(12 * hour) && wallHour === 12) return 'twelve-hour-digits'
  if (!isUtc && (isNear(hour) || isNear(2 * hour))) return 'eastern-zone'
  if (Math.abs(monthLater(gap) - reference) <= toleranceMs) return 'month-off-by-one'
  if (Math.abs(at - reference) < hour && text.slice(5, 7) === text.slice(14, 16)) return 'minutes-are-month'
  return at < reference ? 'behind' : 'ahead'
}

/** The moment with the month counted on by one, as a clock face and not as a length of time. */
const monthLater = ({ at, text }: Gap): number => {
  const wall = Date.parse(`${text.slice(0, 19)}Z`)
  const date = new Date(wall)
  date.setUTCMonth(date.getUTCMonth() + 1)
  return at + date.getTime() - wall
}
