import { requireNamedValues } from './misuse.js'
import { macOf, type Secret } from './secret.js'
import { requireEncoding, type SignatureEncoding } from './signature-encoding.js'
import { type SymmetricStringToSignInput, symmetricStringToSign } from './symmetric-string-to-sign.js'

/** What {@link signSymmetric} signs, and with what. */
export type SignSymmetricInput = SymmetricStringToSignInput & {
  /** The client secret. Import it once: that is faster, and its damage shows at the start. */
  readonly secret: Secret | string
  /** Default `base64`. */
  readonly encoding?: SignatureEncoding | undefined
}

/**
 * Makes the `X-SIGNATURE` of a transaction with a client secret: HMAC-SHA512.
 *
 * Throws `TypeError` for a wrong argument, and {@link SnapSignatureError} `ERR_SNAP_BODY` (see {@link minifyJson}) or,
 * for a secret given as text, `ERR_SNAP_SECRET` (see {@link importSecret}).
 *
 * @example
 * ```ts
 * import { formatTimestamp, importSecret, signSymmetric } from '@x/snap-signature'
 *
 * const secret = importSecret('fdppqbF5wq7vVegyvsV1CROMv646nJ7A')
 * const body = JSON.stringify({ partnerReferenceNo: '2020102900000000000001' }) // sign this text, and send this text
 * const request = { method: 'POST', path: '/v1.0/debit/status', body, timestamp: formatTimestamp(Date.now()) }
 * const signature = signSymmetric({ ...request, accessToken: 'gp9HjjEj813Y9JGoqwOeOPWbnt4CupvI', secret })
 * signature.length // → 88
 * ```
 * @see SNAP BI, security standard, Signature Service: https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 */
export function signSymmetric(input: SignSymmetricInput): string {
  requireNamedValues(input)
  const { secret, encoding = 'base64' } = input
  requireEncoding(encoding)
  return macOf(secret)(symmetricStringToSign(input), encoding)
}
