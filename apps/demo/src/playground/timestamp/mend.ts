import { formatTimestamp, parseTimestamp, SnapSignatureError, type TimestampProblem } from '@x/snap-signature'

/** A timestamp as it was meant, as far as that can be told. */
export interface Mended {
  /** Everything that `parseTimestamp` had to say, in the order in which it said it. Empty: it takes the text as it is. */
  readonly problems: readonly TimestampProblem[]
  /** The text after all that could be mended; undefined where something could not. */
  readonly text: string | undefined
  /** Epoch milliseconds of that text. */
  readonly at: number | undefined
}

/**
 * Reads a timestamp as a person would, mistake by mistake, for an explanation.
 *
 * Nothing may be accepted because of it: a receiver takes what `parseTimestamp` takes.
 */
export const mend = (text: string): Mended => {
  const problems: TimestampProblem[] = []
  let current: string | undefined = text
  // Each mistake is made once at most, so that this ends.
  while (current !== undefined) {
    const read = tryParse(current)
    if (typeof read === 'number') return { problems, text: current, at: read }
    if (problems.includes(read)) break
    problems.push(read)
    current = menders[read](current)
  }
  return { problems, text: undefined, at: undefined }
}

const tryParse = (text: string): number | TimestampProblem => {
  try {
    return parseTimestamp(text)
  } catch (error) {
    if (error instanceof SnapSignatureError && error.code === 'ERR_SNAP_TIMESTAMP')
      return error.detail.problem
    throw error
  }
}

const menders: Readonly<Record<TimestampProblem, (text: string) => string | undefined>> = {
  'surrounding-space': (text) => text.trim(),
  'epoch-number': mendNumber,
  'date-without-dashes': (text) =>
    text
      .replace(/^(\d{4})(\d{2})(\d{2})/, '$1-$2-$3')
      .replace(/^(.{10})([T ]?)(\d{2})(\d{2})(\d{2})(?!\d)/, '$1$2$3:$4:$5')
      .replace(/^(.{10})(?=\d)/, '$1T'),
  'space-for-t': (text) => text.replace(/^(.{10})[ _]+/, '$1T'),
  'lower-case': (text) => text.toUpperCase(),
  'twelve-hour-clock': mendTwelveHours,
  'offset-after-t': (text) => text.replace(/(\d)T([+-])/, '$1$2'),
  'seconds-missing': (text) => text.replace(/(T\d{2}:\d{2})(?!:)/, '$1:00'),
  'offset-missing': (text) => `${text}+07:00`,
  'milliseconds-not-three-digits': (text) =>
    text.replace(
      /(:\d{2})[.,](\d*)/,
      (_, seconds: string, digits: string) => `${seconds}.${digits.padEnd(3, '0').slice(0, 3)}`,
    ),
  'offset-without-colon': (text) => text.replace(/(\d{2})$/, ':$1'),
  'offset-without-minutes': (text) =>
    text.replace(
      /([+-])(\d{1,2})$/,
      (_, sign: string, hours: string) => `${sign}${hours.padStart(2, '0')}:00`,
    ),
  'offset-out-of-range': (text) => (text.endsWith('-00:00') ? text.replace(/-00:00$/, 'Z') : undefined),
  'no-such-time': mendLateHour,
  layout: () => undefined,
}

/** Seconds or milliseconds since 1970, or a date and a time without anything between. */
function mendNumber(text: string): string | undefined {
  if (/^\d{14}$/.test(text)) return text.replace(/^(.{4})(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6')
  if (/^\d{9,10}$/.test(text)) return formatTimestamp(Number(text) * 1_000)
  return /^\d{12,13}$/.test(text) ? formatTimestamp(Number(text), { milliseconds: true }) : undefined
}

function mendTwelveHours(text: string): string {
  return text.replace(
    /(\d{1,2})(:\d{2}(?::\d{2})?(?:\.\d+)?) ?([ap])\.?m\.?/i,
    (_, hour: string, rest: string, half: string) =>
      String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)).padStart(2, '0') + rest,
  )
}

/** Hours 24 to 31: seven were added to the digits, and the day stayed behind. */
function mendLateHour(text: string): string | undefined {
  const [, day, hour, rest] = /^(.{10})T(2[4-9]|3[01])(.*)$/.exec(text) ?? []
  if (day === undefined || hour === undefined) return undefined
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight)) return undefined
  const next = new Date(midnight + 86_400_000).toISOString().slice(0, 10)
  return `${next}T${String(Number(hour) - 24).padStart(2, '0')}${rest}`
}
