import { misuse, requireNamedValues } from './misuse.js'
import { zoneOffset } from './zone-offset.js'

/** How {@link formatTimestamp} writes a time. */
export interface FormatTimestampOptions {
  /** `Z` or `±hh:mm`, from -12:00 to +14:00. Default `+07:00`, the time of Jakarta. */
  readonly zone?: string | undefined
  /** Writes exactly three digits of milliseconds. Default false: the second that has begun. */
  readonly milliseconds?: boolean | undefined
}

const firstMs = -62_167_219_200_000
const lastMs = 253_402_300_799_999

/**
 * Writes a time as an `X-TIMESTAMP` value, `yyyy-MM-ddTHH:mm:ss+07:00`, whatever the host's time zone.
 *
 * `epochMs` is a whole number of milliseconds since 1970-01-01T00:00:00Z; the years 0000 to 9999 can be written.
 * Throws `TypeError` for any other number, zone or option.
 *
 * @example
 * ```ts
 * import { formatTimestamp } from '@x/snap-signature'
 *
 * formatTimestamp(1_608_177_300_000) // → '2020-12-17T10:55:00+07:00'
 * formatTimestamp(1_608_177_300_024, { zone: 'Z', milliseconds: true }) // → '2020-12-17T03:55:00.024Z'
 * ```
 * @see SNAP BI, security standard, header X-TIMESTAMP (ISO 8601):
 * https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 */
export function formatTimestamp(epochMs: number, options: FormatTimestampOptions = {}): string {
  requireNamedValues(options, 'options')
  const { zone = '+07:00', milliseconds = false } = options
  if (!Number.isSafeInteger(epochMs))
    throw misuse('epochMs', 'a whole number of milliseconds since 1970', epochMs)
  if (typeof milliseconds !== 'boolean') throw misuse('milliseconds', 'true or false', milliseconds)
  const offset = typeof zone === 'string' ? zoneOffset(zone) : undefined
  if (offset === undefined) throw misuse('zone', `'Z' or '±hh:mm' from '-12:00' to '+14:00'`, zone)
  const local = epochMs + offset
  if (local < firstMs || local > lastMs) throw misuse('epochMs', 'in the years 0000 to 9999', epochMs)
  return new Date(local).toISOString().slice(0, milliseconds ? 23 : 19) + zone
}
