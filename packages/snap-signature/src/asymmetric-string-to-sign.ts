import { requireNamedValues } from './misuse.js'
import {
  type BodySlot,
  hashOf,
  misusedSlot,
  requireSlotStrings,
  type TransactionSlots,
} from './transaction-slots.js'

/** The values that an asymmetric transaction signature covers. There is no token among them. */
export type AsymmetricStringToSignInput = TransactionSlots & BodySlot

/**
 * Writes the string that an asymmetric transaction signs: `METHOD:path:bodyHash:timestamp`.
 *
 * Nothing is corrected: the values are those of the request, character for character. Throws `TypeError` for a value
 * that no request can carry, and {@link SnapSignatureError} `ERR_SNAP_BODY` (see {@link minifyJson}).
 *
 * @example
 * ```ts
 * import { asymmetricStringToSign } from '@x/snap-signature'
 *
 * const timestamp = '2020-12-17T10:55:00+07:00'
 * const request = { method: 'POST', path: '/v1.0/debit/notify', timestamp }
 * const text = asymmetricStringToSign({ ...request, bodyHash: 'HASH'.repeat(16) })
 * text.endsWith(':2020-12-17T10:55:00+07:00') // → true
 * ```
 * @see SNAP BI, security standard, Signature Service: https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 */
export function asymmetricStringToSign(input: AsymmetricStringToSignInput): string {
  requireNamedValues(input)
  // Each is read once: what is checked is what is signed.
  const { method, path, timestamp, body, bodyHash } = input
  const slots = { method, path, timestamp }
  requireSlotStrings(slots)
  const misused = misusedSlot(slots)
  if (misused) throw misused
  return `${method}:${path}:${hashOf({ body, bodyHash } as BodySlot)}:${timestamp}`
}
