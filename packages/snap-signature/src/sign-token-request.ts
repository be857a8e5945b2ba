import type { PrivateKey } from './key.js'
import { requireNamedValues } from './misuse.js'
import { requireSigner, rsaSignature } from './rsa-signature.js'
import { requireEncoding, type SignatureEncoding } from './signature-encoding.js'
import type { Signer } from './signer.js'
import { tokenStringToSign } from './token-string-to-sign.js'

/** What {@link signTokenRequest} signs, and with what. */
export interface SignTokenRequestInput {
  /** The `X-CLIENT-KEY` header. */
  readonly clientId: string
  /** The `X-TIMESTAMP` header, character for character as it is sent. */
  readonly timestamp: string
  /** An imported key, or a function that signs with a key it keeps. */
  readonly privateKey: PrivateKey | Signer
  /** Default `base64`. */
  readonly encoding?: SignatureEncoding | undefined
}

/**
 * Makes the `X-SIGNATURE` of a token request (services 73 and 74): SHA256withRSA, PKCS#1 v1.5.
 *
 * Rejects with `TypeError` for a wrong argument (see {@link tokenStringToSign}) and with {@link SnapSignatureError}
 * `ERR_SNAP_KEY_REJECTED` if the runtime's cryptography refuses the key, or `ERR_SNAP_SIGNER` if a signer function
 * returns no signature. What a signer function rejects with is passed on unchanged.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { formatTimestamp, importPrivateKey, signTokenRequest } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
 * const timestamp = formatTimestamp(Date.now())
 * const signature = await signTokenRequest({ clientId: 'ACME', timestamp, privateKey })
 * signature.length // → 344
 * ```
 * @see SNAP BI, security standard, Access Token B2B:
 * https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 * @see RFC 8017 section 8.2 (RSASSA-PKCS1-v1_5)
 */
export async function signTokenRequest(input: SignTokenRequestInput): Promise<string> {
  requireNamedValues(input)
  const { clientId, timestamp, privateKey, encoding = 'base64' } = input
  requireEncoding(encoding)
  requireSigner(privateKey)
  return rsaSignature(privateKey, tokenStringToSign({ clientId, timestamp }), encoding)
}
