import { SnapSignatureError, type TimestampProblem } from './errors.js'
import { requireString } from './misuse.js'
import { zoneOffset } from './zone-offset.js'

const layout = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{3}))?(Z|[+-]\d{2}:\d{2})$/

const mistakes: readonly (readonly [RegExp, TimestampProblem, string])[] = [
  [/^\s|\s$/, 'surrounding-space', 'remove the space around it'],
  [/^-?\d+$/, 'epoch-number', 'this is a bare number; write a date and a time'],
  [/\d ?[ap]\.?m\b/i, 'twelve-hour-clock', 'use the 24-hour clock, without AM or PM'],
  [/^\d{8}/, 'date-without-dashes', 'write the date with dashes, yyyy-MM-dd'],
  [/^\d{4}-\d{2}-\d{2}[ _]/, 'space-for-t', 'put a T between the date and the time'],
  [/\dt\d|\dz$/, 'lower-case', 'write T and Z as capital letters'],
  [/\dT[+-]/, 'offset-after-t', 'no T stands before the offset'],
  [/T\d{2}:\d{2}(?:Z|[+-].*)?$/, 'seconds-missing', 'the seconds are missing'],
  [/T[\d:.,]+$/, 'offset-missing', 'the offset is missing; end with +07:00 or Z'],
  [
    /:\d{2}(?:[.,](?!\d{3}(?:\D|$))|,)/,
    'milliseconds-not-three-digits',
    'milliseconds are a dot and three digits',
  ],
  [/T[\d:.]+[+-]\d{4}$/, 'offset-without-colon', 'the offset needs a colon: +07:00, not +0700'],
  [/T[\d:.]+[+-]\d{1,2}$/, 'offset-without-minutes', 'the offset needs its minutes: +07:00, not +07'],
]

/**
 * Reads an `X-TIMESTAMP` value and returns milliseconds since 1970-01-01T00:00:00Z.
 *
 * Takes `yyyy-MM-ddTHH:mm:ss`, optionally `.SSS`, then `Z` or `±hh:mm` (-12:00 to +14:00), and nothing else: the
 * day must exist, hours end at 23 and seconds at 59.
 * Throws {@link SnapSignatureError} `ERR_SNAP_TIMESTAMP`, whose `detail.problem` names the mistake.
 *
 * @example
 * ```ts
 * import { parseTimestamp } from '@x/snap-signature'
 *
 * parseTimestamp('2020-12-17T10:55:00+07:00') // → 1_608_177_300_000
 * parseTimestamp('2020-12-17T03:55:00.024Z') // → 1_608_177_300_024
 * ```
 * @see SNAP BI, security standard, header X-TIMESTAMP (ISO 8601):
 * https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 */
export function parseTimestamp(text: string): number {
  requireString('text', text)
  const parts = layout.exec(text)
  if (!parts) {
    // Longer than any timestamp: not worth the search, and its patterns are not made for it.
    const mistake = text.length > 64 ? undefined : mistakes.find(([pattern]) => pattern.test(text))
    throw refused(mistake?.[1] ?? 'layout', mistake?.[2] ?? 'this text has another layout')
  }
  const [, seconds = '', fraction = '000', zone = ''] = parts
  const offset = zoneOffset(zone)
  if (offset === undefined)
    throw refused('offset-out-of-range', 'the offset must lie between -12:00 and +14:00')
  const iso = `${seconds}.${fraction}Z`
  const local = Date.parse(iso)
  // Engines differ over 30 February and hour 24: some roll over, so only what comes back unchanged exists.
  if (Number.isNaN(local) || new Date(local).toISOString() !== iso)
    throw refused('no-such-time', 'this date or time of day does not exist')
  return local - offset
}

function refused(problem: TimestampProblem, sentence: string): SnapSignatureError {
  const message = `A timestamp looks like 2020-12-17T10:55:00+07:00; ${sentence}.`
  return new SnapSignatureError({ code: 'ERR_SNAP_TIMESTAMP', message, detail: { problem } })
}
