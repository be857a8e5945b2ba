import { asymmetricClaim, type VerifyAsymmetricInput } from './asymmetric-claim.js'
import { rsaProblem } from './rsa-problem.js'

/**
 * Tells whether the `X-SIGNATURE` of a transaction was made with the private half of a key: SHA256withRSA, PKCS#1 v1.5.
 *
 * Give the body raw, as it arrived: text or bytes that no parser has seen. One form only: canonical base64 with
 * padding, or lower-case hex, of exactly the length of the modulus. Whatever arrives, the answer is true or false;
 * {@link assertAsymmetric} says why. Freshness is another question: see {@link isFresh}.
 *
 * Rejects with `TypeError` for an argument of another type (an object for a body), and with
 * {@link SnapSignatureError} `ERR_SNAP_KEY_REJECTED` if the runtime's cryptography refuses the key.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { importPrivateKey, publicKeyOf, signAsymmetric, verifyAsymmetric } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
 * const publicKey = publicKeyOf(privateKey)
 * const timestamp = '2020-12-17T10:55:00+07:00'
 * const request = { method: 'POST', path: '/v1.0/debit/notify', body: '{"amount":1}', timestamp }
 * const signature = await signAsymmetric({ ...request, privateKey })
 * await verifyAsymmetric({ ...request, signature, publicKey }) // → true
 * await verifyAsymmetric({ ...request, body: '{"amount":9}', signature, publicKey }) // → false
 * ```
 * @see SNAP BI, security standard, Signature Service: https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 * @see RFC 8017 section 8.2 (RSASSA-PKCS1-v1_5)
 */
export async function verifyAsymmetric(input: VerifyAsymmetricInput): Promise<boolean> {
  return (await rsaProblem(asymmetricClaim(input))) === undefined
}
