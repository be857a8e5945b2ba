/** A `responseCode` of seven characters, as the standard has it. */
export interface ParsedCode {
  /** What was sent, always. */
  readonly value: string
  /** Its first three digits, an HTTP status. */
  readonly status: number
  /** Two letters or digits; some providers send another service's. */
  readonly service: string
  /** Two letters or digits. */
  readonly case: string
}

/** A code of another shape: text of the other side, of any length and content, and no parts. */
export interface OddCode {
  readonly value: string
  readonly status: undefined
  readonly service: undefined
  readonly case: undefined
}

/** The parts are all there or none is. */
export type ResponseCode = ParsedCode | OddCode

const sevenCharacters = /^\d{3}[0-9A-Za-z]{4}$/

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
  const text = Number.isFinite(value) ? String(value) : value
  if (typeof text !== 'string' || text === '') return undefined
  if (!sevenCharacters.test(text))
    return { value: text, status: undefined, service: undefined, case: undefined }
  return { value: text, status: Number(text.slice(0, 3)), service: text.slice(3, 5), case: text.slice(5) }
}
