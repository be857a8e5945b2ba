const minuteMs = 60_000

/**
 * Milliseconds east of UTC for `Z` or `±hh:mm`; undefined for another shape, and for an offset that no clock shows:
 * the extremes of the tz database are -12:00 and +14:00.
 */
export function zoneOffset(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const parts = /^([+-])(\d{2}):([0-5]\d)$/.exec(zone)
  if (!parts) return undefined
  const minutes = Number(parts[2]) * 60 + Number(parts[3])
  if (parts[1] === '+') return minutes <= 14 * 60 ? minutes * minuteMs : undefined
  // ISO 8601 knows no negative zero offset.
  return minutes > 0 && minutes <= 12 * 60 ? -minutes * minuteMs : undefined
}
