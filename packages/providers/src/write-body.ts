import { isJsonObject } from './json.js'

/** A number that is not in a string, perhaps: few bodies have one, and only they are looked through. A time of day is none. */
const mayHaveNumber = /(?:"\s*:|[[,])\s*-?\d/

/** A key whose value identifies or counts money. The short endings want their capital: `No` is one, that of `casino` is not. */
const isMoney = (key: string): boolean =>
  /(?:amount|amt|fee|balance|reference|referencenumber|accountnum(?:ber)?|reff?n(?:o|um))$|^(?:value|id|no)$/i.test(
    key,
  ) || /(?:No|NO|Id|ID)$/.test(key)

/**
 * Serialises a body once: what comes out is hashed, signed and sent.
 *
 * @throws TypeError for what JSON would lose or change in silence (a number for an amount, a reference or an id, `NaN`,
 * a big integer), for a circle, and for anything but an object, text or bytes.
 */
export const writeBody = (body: unknown): string | Uint8Array => {
  if (body === undefined) return ''
  if (body instanceof Uint8Array) {
    // A copy, since the caller may fill its buffer anew before this goes out.
    const bytes = new Uint8Array(body)
    checkNumbers(new TextDecoder().decode(bytes))
    return bytes
  }
  const text = typeof body === 'string' ? body : stringify(body)
  checkNumbers(text)
  return text
}

const stringify = (body: unknown): string => {
  if (!isJsonObject(body) || ArrayBuffer.isView(body))
    throw new TypeError(`"body" must be an object, a JSON string or bytes, got ${kindOf(body)}`)
  const text = attempt(() => JSON.stringify(body))
  if (typeof text !== 'string' || !text.startsWith('{'))
    throw new TypeError('"body" must be written as a JSON object, and its toJSON writes something else')
  // A Map, a Promise, a buffer: JSON has no word for what they hold.
  if (text === '{}' && !isPlain(body))
    throw new TypeError('"body" must be a plain object: nothing of this one would be sent')
  if (mayHaveLost.test(text)) attempt(() => JSON.stringify(body, refuseLoss))
  return text
}

/** Says nothing of what was thrown: it may hold what must not be seen. */
const attempt = <T>(write: () => T): T => {
  try {
    return write()
  } catch (error) {
    if (error instanceof LossError) throw new TypeError(error.message)
    throw new TypeError('"body" must be JSON: it holds a big integer, a circle, or something that throws')
  }
}

class LossError extends Error {}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}

/** A bare value that may stand for another; few bodies have one, and only they need the second look. */
const mayHaveLost = /[:[,](?:null|-?\d{16}|-?[\d.]+e\+)/

/** JSON writes `NaN`, `Infinity`, an invalid date and a hole in a list as null, which a bank reads as "not given". */
function refuseLoss(this: unknown, key: string, value: unknown): unknown {
  const original: unknown = Reflect.get(Object(this), key)
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new LossError('"body" must not hold NaN or Infinity')
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new LossError('"body" must hold numbers beyond 2^53 as strings: they have lost digits already')
  if (original instanceof Date && value === null) throw new LossError('"body" must not hold an invalid date')
  if (
    Array.isArray(this) &&
    (value === undefined || typeof value === 'function' || typeof value === 'symbol')
  )
    throw new LossError('"body" must not hold a list with undefined in it')
  return value
}

/** The key of a bare number, of one in a list as well. */
const numericMoney = (value: unknown, key = ''): string | undefined => {
  if (typeof value === 'number') return isMoney(key) ? key : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const found = numericMoney(inner, Array.isArray(value) ? key : name)
    if (found !== undefined) return found
  }
  return undefined
}

const checkNumbers = (text: string): void => {
  if (!mayHaveNumber.test(text)) return
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Text that is no JSON goes out as it is.
    return
  }
  const key = numericMoney(value)
  if (key !== undefined)
    throw new TypeError(
      `"${key}" must be a string: a number loses leading zeros, trailing decimals and digits beyond 16; for rupiah see idr()`,
    )
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
