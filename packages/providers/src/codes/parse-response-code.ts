/** A `responseCode` of SNAP, taken apart. */
export interface ResponseCode {
  /** What was sent, always; text of the other side, so of any length and content. */
  readonly value: string
  /** Its first three digits, an HTTP status. */
  readonly status: number | undefined
  /** Two letters or digits; some providers send another service's. */
  readonly service: string | undefined
  /** Two letters or digits. */
  readonly case: string | undefined
}

const sevenCharacters = /^(\d{3})([0-9A-Za-z]{2})([0-9A-Za-z]{2})$/

/**
 * Takes a `responseCode` apart: HTTP status (3 digits), service (2 letters or digits), case (2 letters or digits).
 *
 * A bare JSON number counts as its digits. Another shape survives as `value` with its parts undefined; undefined where
 * there is no code at all. Nothing is trimmed or repaired.
 *
 * @example
 * ```ts
 * import { parseResponseCode } from '@x/providers/codes'
 *
 * console.log(parseResponseCode('4044711')) // { value: '4044711', status: 404, service: '47', case: '11' }
 * console.log(parseResponseCode('40ICL01')?.status) // undefined
 * ```
 *
 * @see ASPI, SNAP API portal, structure of `responseCode` (read June 2025)
 */
export const parseResponseCode = (value: unknown): ResponseCode | undefined => {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  if (typeof text !== 'string' || text === '') return undefined
  const [, status, service, caseCode] = sevenCharacters.exec(text) ?? []
  return { value: text, status: status === undefined ? undefined : Number(status), service, case: caseCode }
}
