import { formatTimestamp } from '@x/snap-signature'

/** One click fills in a mistake. */
export const exampleNames = [
  'right',
  'seven-added',
  'utc-with-offset',
  'wib-with-z',
  'fourteen-ahead',
  'twelve-hour-digits',
  'late-hour',
  'milliseconds',
  'zone-z',
  'offset-without-colon',
  'offset-after-t',
  'microseconds',
  'am-pm',
  'epoch-number',
  'month-off-by-one',
  'reused',
] as const

export type ExampleName = (typeof exampleNames)[number]

export interface Example {
  readonly text: string
  /** A `Date` header to compare with, for a mistake that shows at some hours only. */
  readonly reference?: string
}

const hour = 3_600_000

/** The text that the mistake would write at this moment. */
export const exampleOf = (name: ExampleName, now: number): Example => {
  const right = formatTimestamp(now)
  const utc = formatTimestamp(now, { zone: 'Z' })
  switch (name) {
    case 'right':
      return { text: right }
    case 'seven-added':
      return { text: formatTimestamp(now + 7 * hour) }
    case 'utc-with-offset':
      return { text: utc.replace('Z', '+07:00') }
    case 'wib-with-z':
      return { text: right.replace('+07:00', 'Z') }
    case 'fourteen-ahead':
      return { text: formatTimestamp(now + 14 * hour) }
    case 'twelve-hour-digits':
      return atHour(now, '03:30:00+07:00', '08:30:00')
    case 'late-hour':
      return atHour(now, '25:30:00+07:00', '18:30:00')
    case 'milliseconds':
      return { text: formatTimestamp(now, { milliseconds: true }) }
    case 'zone-z':
      return { text: utc }
    case 'offset-without-colon':
      return { text: right.replace('+07:00', '+0700') }
    case 'offset-after-t':
      return { text: right.replace('+07:00', '.000T+07:00') }
    case 'microseconds':
      return { text: right.replace('+07:00', '.123456') }
    case 'am-pm':
      return { text: amPm(right) }
    case 'epoch-number':
      return { text: String(now) }
    case 'month-off-by-one':
      return { text: monthBefore(right) }
    case 'reused':
      return { text: formatTimestamp(now - 16 * 60_000) }
  }
}

/** A time of the day of `now` in UTC, and the header of that moment. */
const atHour = (now: number, time: string, utcTime: string): Example => {
  const day = formatTimestamp(now, { zone: 'Z' }).slice(0, 10)
  return { text: `${day}T${time}`, reference: new Date(`${day}T${utcTime}Z`).toUTCString() }
}

const amPm = (right: string): string => {
  const wall = Number(right.slice(11, 13))
  const face = String(wall % 12 || 12).padStart(2, '0')
  return `${right.slice(0, 10)} ${face}${right.slice(13, 19)} ${wall < 12 ? 'AM' : 'PM'}`
}

/** As `getMonth()` counts, from 0: some days of the year become days that do not exist. */
const monthBefore = (right: string): string => {
  const month = String(Number(right.slice(5, 7)) - 1).padStart(2, '0')
  return right.slice(0, 5) + month + right.slice(7)
}
