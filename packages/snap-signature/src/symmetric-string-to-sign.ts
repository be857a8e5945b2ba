import { requireNamedValues, requireString } from './misuse.js'
import {
  type BodySlot,
  hashOf,
  misusedAccessToken,
  misusedSlot,
  requireSlotStrings,
  type TransactionSlots,
} from './transaction-slots.js'

/** The values that a symmetric transaction signature covers. */
export type SymmetricStringToSignInput = TransactionSlots &
  BodySlot & {
    /** The B2B access token alone, without `Bearer`. */
    readonly accessToken: string
  }

/**
 * Writes the string that a symmetric transaction signs: `METHOD:path:accessToken:bodyHash:timestamp`.
 *
 * Nothing is corrected: the values are those of the request, character for character. Throws `TypeError` for a value
 * that no request can carry, and {@link SnapSignatureError} `ERR_SNAP_BODY` (see {@link minifyJson}).
 *
 * @example
 * ```ts
 * import { symmetricStringToSign } from '@x/snap-signature'
 *
 * const timestamp = '2020-12-17T10:55:00+07:00'
 * const request = { method: 'POST', path: '/v1.0/balance-inquiry', accessToken: 'TOKEN', timestamp }
 * const text = symmetricStringToSign({ ...request, bodyHash: 'HASH'.repeat(16) })
 * text.endsWith(':2020-12-17T10:55:00+07:00') // → true
 * ```
 * @see SNAP BI, security standard, Signature Service: https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 */
export function symmetricStringToSign(input: SymmetricStringToSignInput): string {
  requireNamedValues(input)
  // Each is read once: what is checked is what is signed.
  const { method, path, accessToken, timestamp, body, bodyHash } = input
  const slots = { method, path, timestamp }
  requireSlotStrings(slots)
  requireString('accessToken', accessToken)
  const misused = misusedSlot(slots) ?? misusedNewToken(accessToken)
  if (misused) throw misused
  return `${method}:${path}:${accessToken}:${hashOf({ body, bodyHash } as BodySlot)}:${timestamp}`
}

// A token signs many calls in a row, and to search it takes as long as to check everything else.
let lastSoundToken: string | undefined

function misusedNewToken(accessToken: string): TypeError | undefined {
  if (accessToken === lastSoundToken) return undefined
  const misused = misusedAccessToken(accessToken)
  if (!misused) lastSoundToken = accessToken
  return misused
}
