import { rsaProblem } from './rsa-problem.js'
import { tokenRequestClaim, type VerifyTokenRequestInput } from './token-request-claim.js'

/**
 * Tells whether the `X-SIGNATURE` of a token request (services 73 and 74) is right.
 *
 * One form only: canonical base64 with padding, or lower-case hex, of exactly the length of the modulus. Whatever
 * strings arrive, the answer is true or false; {@link assertTokenRequest} says why. Freshness is another question: see {@link isFresh}.
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
  return (await rsaProblem(tokenRequestClaim(input))) === undefined
}
