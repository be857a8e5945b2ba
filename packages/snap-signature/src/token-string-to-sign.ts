import { misuse, requireNamedValues, requireString } from './misuse.js'
import { longestTimestamp } from './transaction-slots.js'

/** The two values that a token request signs. */
export interface TokenStringToSignInput {
  /** The `X-CLIENT-KEY` header. */
  readonly clientId: string
  /** The `X-TIMESTAMP` header, character for character. */
  readonly timestamp: string
}

// Both values are also HTTP headers, which lose outer spaces and cannot hold more than this (RFC 9110, 5.5).
const headerValue = /^[!-~](?:[ -~]*[!-~])?$/

/**
 * Writes the string that a token request (services 73 and 74) signs: `clientId|timestamp`.
 *
 * Both must be printable ASCII, not empty, without outer spaces and without `|`, and the timestamp has at most 40
 * characters, so that no two requests share a string, nor does a transaction share one with a token request. Throws `TypeError` otherwise.
 *
 * @example
 * ```ts
 * import { tokenStringToSign } from '@x/snap-signature'
 *
 * const timestamp = '2020-12-17T10:55:00+07:00'
 * tokenStringToSign({ clientId: 'ACME', timestamp }) // → 'ACME|2020-12-17T10:55:00+07:00'
 * ```
 * @see SNAP BI, security standard, Access Token B2B:
 * https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 */
export function tokenStringToSign(input: TokenStringToSignInput): string {
  requireNamedValues(input)
  const { clientId, timestamp } = input
  requireSignable('clientId', clientId)
  requireSignable('timestamp', timestamp)
  if (timestamp.length > longestTimestamp)
    throw misuse('timestamp', `at most ${longestTimestamp} characters`, timestamp)
  return `${clientId}|${timestamp}`
}

/** Whether any signature over this value can exist. */
export function isSignable(value: string): boolean {
  return headerValue.test(value) && !value.includes('|')
}

function requireSignable(field: string, value: unknown): void {
  requireString(field, value)
  if (isSignable(value)) return
  throw misuse(field, 'printable ASCII without "|", line breaks or spaces at its ends', value)
}
