import { rsaProblem } from './rsa-problem.js'
import { signatureMismatch } from './signature-errors.js'
import { tokenRequestClaim, type VerifyTokenRequestInput } from './token-request-claim.js'

/**
 * Resolves if {@link verifyTokenRequest} would answer true, and else rejects with {@link SnapSignatureError}
 * `ERR_SNAP_SIGNATURE_MISMATCH`, whose `detail.problem` and message say what to look at.
 *
 * Rejects with what {@link verifyTokenRequest} rejects with, too.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { assertTokenRequest, importPrivateKey, publicKeyOf, signTokenRequest } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
 * const request = { clientId: 'ACME', timestamp: '2020-12-17T10:55:00+07:00' }
 * const signature = await signTokenRequest({ ...request, privateKey })
 * await assertTokenRequest({ ...request, signature, publicKey: publicKeyOf(privateKey) })
 * ```
 */
export async function assertTokenRequest(input: VerifyTokenRequestInput): Promise<void> {
  const problem = await rsaProblem(tokenRequestClaim(input))
  if (problem) throw signatureMismatch(problem)
}
