import { symmetricProblem, type VerifySymmetricInput } from './symmetric-problem.js'

/**
 * Tells whether the `X-SIGNATURE` of a transaction was made with a client secret: HMAC-SHA512.
 *
 * Give the body raw, as it arrived: text or bytes that no parser has seen. One form only: canonical base64 with
 * padding, or lower-case hex, of 64 bytes, compared in constant time. Whatever arrives, the answer is true or false;
 * {@link assertSymmetric} says why. Freshness is another question: see {@link isFresh}.
 *
 * Throws `TypeError` for an argument of another type (an object for a body), and for a secret given as text
 * {@link SnapSignatureError} `ERR_SNAP_SECRET`.
 *
 * @example
 * ```ts
 * import { importSecret, signSymmetric, verifySymmetric } from '@x/snap-signature'
 *
 * const secret = importSecret('fdppqbF5wq7vVegyvsV1CROMv646nJ7A')
 * const timestamp = '2020-12-17T10:55:00+07:00'
 * const request = { method: 'POST', path: '/v1.0/debit/notify', accessToken: 'gp9HjjEj', body: '{"amount":1}', timestamp }
 * const signature = signSymmetric({ ...request, secret })
 * verifySymmetric({ ...request, signature, secret }) // → true
 * verifySymmetric({ ...request, body: '{"amount":9}', signature, secret }) // → false
 * ```
 * @see SNAP BI, security standard, Signature Service: https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 */
export function verifySymmetric(input: VerifySymmetricInput): boolean {
  return symmetricProblem(input) === undefined
}
