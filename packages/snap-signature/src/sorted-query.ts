import { isWellFormed } from './is-well-formed.js'
import { misuse, requireString } from './misuse.js'

/**
 * Percent-encodes a path and sorts its query by name, then by value, as BCA wants it signed. Send the same text.
 *
 * All but letters, digits, `-._~` and `/` is written as UTF-8 in upper-case hex, except the `?`, the `&`s and the first
 * `=` of each parameter: a space becomes `%20`, a comma `%2C`, a plus sign `%2B`. What is percent-encoded already stays,
 * in upper case. Names and values are compared as they are written; equal parameters keep their order.
 *
 * Throws `TypeError` for a full URL, a `#`, a `%` without two hex digits, control characters, a lone surrogate and a
 * query with an empty parameter.
 *
 * @example
 * ```ts
 * import { sortedQuery } from '@x/snap-signature'
 *
 * sortedQuery('/forex?Type=e rate&Code=USD,JPY') // → '/forex?Code=USD%2CJPY&Type=e%20rate'
 * ```
 * @see BCA developer portal, SNAP, Signature: RelativeUrl
 * @see RFC 3986 section 2.1 (percent-encoding), section 2.3 (unreserved characters)
 */
export function sortedQuery(path: string): string {
  requireString('path', path)
  if (!/^\/[^#\p{Cc}]*$/u.test(path) || !isWellFormed(path))
    throw misuse('path', 'a path that begins with "/", without "#" and control characters', path)
  if (/%(?![0-9a-f]{2})/i.test(path))
    throw misuse(
      'path',
      'percent-encoded rightly: two hex digits after each "%" ("%25" for the sign itself)',
      path,
    )
  const end = path.indexOf('?')
  if (end < 0) return encode(path)
  const parameters = path
    .slice(end + 1)
    .split('&')
    .map(parse)
  if (parameters.some(({ name }) => name === ''))
    throw misuse('path', 'a path whose query has a name in each parameter, or no "?"', path)
  return `${encode(path.slice(0, end))}?${parameters.sort(compare).map(write).join('&')}`
}

interface Parameter {
  readonly name: string
  /** Undefined without `=`. */
  readonly value: string | undefined
}

function parse(text: string): Parameter {
  const equals = text.indexOf('=')
  if (equals < 0) return { name: encode(text), value: undefined }
  return { name: encode(text.slice(0, equals)), value: encode(text.slice(equals + 1)) }
}

function write({ name, value }: Parameter): string {
  return value === undefined ? name : `${name}=${value}`
}

function compare(left: Parameter, right: Parameter): number {
  return order(left.name, right.name) || order(left.value ?? '', right.value ?? '')
}

/** By code unit, whatever the host's language. All is ASCII here. */
function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function encode(text: string): string {
  return text.replace(/%..|[^A-Za-z0-9\-._~/]/gu, (found) =>
    found.length === 3 ? found.toUpperCase() : percentEncode(found),
  )
}

// A control character, the only one of a single digit, has been refused.
function percentEncode(character: string): string {
  const bytes = [...new TextEncoder().encode(character)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase()}`).join('')
}
