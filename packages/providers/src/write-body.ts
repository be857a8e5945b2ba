import { isJsonObject } from './json.js'

/** A key whose value identifies or counts money, followed by a bare number. Inside a string its quotes are escaped. */
const numericMoney =
  /"((?:[A-Za-z]*(?:amount|Amount|Amt|Fee|balance|Balance|Reference|ReferenceNumber|AccountNum|Reff?N(?:o|um)|No|Id|ID))|amt|fee|value|id|no)"\s*:\s*-?\d/

/**
 * Serialises a body once: what comes out is hashed, signed and sent.
 *
 * @throws TypeError for what JSON would lose or change in silence (a number for an amount, a reference or an id, `NaN`,
 * a big integer), for a circle, and for anything but an object, text or bytes.
 */
export const writeBody = (body: unknown): string | Uint8Array => {
  if (body === undefined) return ''
  if (body instanceof Uint8Array) {
    checkNumbers(new TextDecoder().decode(body))
    return body
  }
  const text = typeof body === 'string' ? body : stringify(body)
  checkNumbers(text)
  return text
}

const stringify = (body: unknown): string => {
  if (!isJsonObject(body))
    throw new TypeError(`"body" must be an object, a JSON string or bytes, got ${kindOf(body)}`)
  let text: unknown
  try {
    text = JSON.stringify(body)
  } catch {
    throw new TypeError('"body" must be JSON: it holds a big integer, a circle, or something that throws')
  }
  if (typeof text !== 'string' || !text.startsWith('{'))
    throw new TypeError('"body" must be written as a JSON object, and its toJSON writes something else')
  if (text.includes('null')) checkFinite(body)
  return text
}

const checkNumbers = (text: string): void => {
  const key = numericMoney.exec(text)?.[1]
  if (key !== undefined)
    throw new TypeError(
      `"${key}" must be a string: a number loses leading zeros, trailing decimals and digits beyond 16; for rupiah see idr()`,
    )
}

/** JSON writes `NaN` and `Infinity` as null, which a bank reads as "not given". */
const checkFinite = (value: unknown): void => {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('"body" must not hold NaN or Infinity')
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) checkFinite(inner)
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
