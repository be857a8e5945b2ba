import { type AsymmetricStringToSignInput, asymmetricStringToSign } from './asymmetric-string-to-sign.js'
import type { PrivateKey } from './key.js'
import { requireNamedValues } from './misuse.js'
import { requireSigner, rsaSignature } from './rsa-signature.js'
import { requireEncoding, type SignatureEncoding } from './signature-encoding.js'
import type { Signer } from './signer.js'

/** What {@link signAsymmetric} signs, and with what. */
export type SignAsymmetricInput = AsymmetricStringToSignInput & {
  /** An imported key, or a function that signs with a key it keeps. */
  readonly privateKey: PrivateKey | Signer
  /** Default `base64`. */
  readonly encoding?: SignatureEncoding | undefined
}

/**
 * Makes the `X-SIGNATURE` of a transaction with a private key and no token: SHA256withRSA, PKCS#1 v1.5.
 *
 * Rejects with `TypeError` for a wrong argument, and with {@link SnapSignatureError} `ERR_SNAP_BODY` (see
 * {@link minifyJson}), `ERR_SNAP_KEY_REJECTED` if the runtime's cryptography refuses the key, or `ERR_SNAP_SIGNER` if a
 * signer function returns no signature. What a signer function rejects with is passed on unchanged.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { formatTimestamp, importPrivateKey, signAsymmetric } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
 * const body = JSON.stringify({ originalReferenceNo: '2020102977770000000009' }) // sign this text, and send this text
 * const request = { method: 'POST', path: '/v1.0/debit/notify', body, timestamp: formatTimestamp(Date.now()) }
 * const signature = await signAsymmetric({ ...request, privateKey })
 * signature.length // → 344
 * ```
 * @see SNAP BI, security standard, Signature Service: https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 * @see RFC 8017 section 8.2 (RSASSA-PKCS1-v1_5)
 */
export async function signAsymmetric(input: SignAsymmetricInput): Promise<string> {
  requireNamedValues(input)
  const { privateKey, encoding = 'base64' } = input
  requireEncoding(encoding)
  requireSigner(privateKey)
  return rsaSignature(privateKey, asymmetricStringToSign(input), encoding)
}
