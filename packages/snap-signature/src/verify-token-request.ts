import { rsaVerify } from '#backend'
import { type PublicKey, requireKey } from './key.js'
import { requireString } from './misuse.js'
import { nativeKey } from './native-key.js'
import { decodeSignature, requireEncoding, type SignatureEncoding } from './signature-encoding.js'
import { isSignable, tokenStringToSign } from './token-string-to-sign.js'

/** A received token request, and the key of whoever claims to have sent it. */
export interface VerifyTokenRequestInput {
  /** The `X-CLIENT-KEY` header. */
  readonly clientId: string
  /** The `X-TIMESTAMP` header, character for character as it was received. */
  readonly timestamp: string
  /** The `X-SIGNATURE` header. */
  readonly signature: string
  readonly publicKey: PublicKey
  /** The one encoding that is accepted. Default `base64`. */
  readonly encoding?: SignatureEncoding | undefined
}

/**
 * Tells whether the `X-SIGNATURE` of a token request (services 73 and 74) is right.
 *
 * One form only: canonical base64 with padding, or lower-case hex, of exactly the length of the modulus. Whatever
 * strings arrive, the answer is true or false. Freshness is another question: see {@link isFresh}.
 *
 * Rejects with `TypeError` if an argument is no string or no public key, and with {@link SnapSignatureError}
 * `ERR_SNAP_KEY_REJECTED` if the runtime's cryptography refuses the key.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { importPrivateKey, publicKeyOf, signTokenRequest, verifyTokenRequest } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
 * const request = { clientId: 'ACME', timestamp: '2020-12-17T10:55:00+07:00' }
 * const signature = await signTokenRequest({ ...request, privateKey })
 * const publicKey = publicKeyOf(privateKey)
 * await verifyTokenRequest({ ...request, signature, publicKey }) // → true
 * await verifyTokenRequest({ ...request, clientId: 'OTHER', signature, publicKey }) // → false
 * ```
 * @see SNAP BI, security standard, Access Token B2B:
 * https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 * @see RFC 8017 section 8.2 (RSASSA-PKCS1-v1_5)
 */
export async function verifyTokenRequest(input: VerifyTokenRequestInput): Promise<boolean> {
  const { clientId, timestamp, signature, publicKey, encoding = 'base64' } = input
  requireString('clientId', clientId)
  requireString('timestamp', timestamp)
  requireString('signature', signature)
  requireEncoding(encoding)
  requireKey('publicKey', 'public', publicKey)
  // A hostile header is not the caller's mistake: over such a value no signature can exist.
  if (!isSignable(clientId) || !isSignable(timestamp)) return false
  const bytes = decodeSignature(signature, { encoding, byteLength: Math.ceil(publicKey.bits / 8) })
  if (!bytes) return false
  const signed = new TextEncoder().encode(tokenStringToSign({ clientId, timestamp }))
  return rsaVerify(await nativeKey(publicKey), bytes, signed)
}
