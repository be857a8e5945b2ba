import { asymmetricClaim, type VerifyAsymmetricInput } from './asymmetric-claim.js'
import { rsaProblem } from './rsa-problem.js'
import { signatureMismatch } from './signature-errors.js'

/**
 * Resolves if {@link verifyAsymmetric} would answer true, and else rejects with {@link SnapSignatureError}
 * `ERR_SNAP_SIGNATURE_MISMATCH`, whose `detail.problem` and message say what to look at.
 *
 * Rejects with what {@link verifyAsymmetric} rejects with, too.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { assertAsymmetric, importPrivateKey, publicKeyOf, signAsymmetric } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
 * const request = { method: 'POST', path: '/v1.0/debit/notify', body: '', timestamp: '2020-12-17T10:55:00+07:00' }
 * const signature = await signAsymmetric({ ...request, privateKey })
 * await assertAsymmetric({ ...request, signature, publicKey: publicKeyOf(privateKey) })
 * ```
 */
export async function assertAsymmetric(input: VerifyAsymmetricInput): Promise<void> {
  const problem = await rsaProblem(asymmetricClaim(input))
  if (problem) throw signatureMismatch(problem)
}
