import { formatTimestamp, parseTimestamp } from '@x/snap-signature'

/** `yyyyMMddHHmmss` in Jakarta. */
export const digitsOf = (epochMs: number): string => formatTimestamp(epochMs).replace(/\D/g, '').slice(0, 14)

/** `yyyyMMdd` in Jakarta. */
export const dayOf = (epochMs: number): string => digitsOf(epochMs).slice(0, 8)

/** Epoch milliseconds of Jakarta time in whole seconds, such as `2026-11-20T10:46:10+07:00`; undefined for any other form. */
export const momentOf = (text: string): number | undefined => {
  if (!/^.{19}\+07:00$/.test(text)) return undefined
  try {
    return parseTimestamp(text)
  } catch {
    return undefined
  }
}

/** The same for `yyyyMMdd` and `HHmmss`. */
export const momentOfDigits = ({
  day,
  time,
}: {
  readonly day: string
  readonly time: string
}): number | undefined => {
  const parts = /^(\d{4})(\d\d)(\d\d) (\d\d)(\d\d)(\d\d)$/.exec(`${day} ${time}`)
  if (parts === null) return undefined
  const [, year, month, date, hour, minute, second] = parts
  return momentOf(`${year}-${month}-${date}T${hour}:${minute}:${second}+07:00`)
}
