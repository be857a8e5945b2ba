import { mend } from './mend.js'

const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Epoch milliseconds of an HTTP `Date` header (RFC 9110, 5.6.7) or of a timestamp; undefined for anything else. */
export const readReference = (text: string): number | undefined => {
  const trimmed = text.trim().replace(/^date:\s*/i, '')
  if (!httpDate.test(trimmed)) {
    const { problems, at } = mend(trimmed)
    return problems.length === 0 ? at : undefined
  }
  const at = Date.parse(trimmed)
  return Number.isNaN(at) ? undefined : at
}
