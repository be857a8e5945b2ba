import { signatureMismatch } from './signature-errors.js'
import { symmetricProblem, type VerifySymmetricInput } from './symmetric-problem.js'

/**
 * Does nothing if {@link verifySymmetric} would answer true, and else throws {@link SnapSignatureError}
 * `ERR_SNAP_SIGNATURE_MISMATCH`, whose `detail.problem` and message say what to look at.
 *
 * Throws what {@link verifySymmetric} throws, too. The signature that was expected is never told.
 *
 * @example
 * ```ts
 * import { assertSymmetric, signSymmetric } from '@x/snap-signature'
 *
 * const secret = 'fdppqbF5wq7vVegyvsV1CROMv646nJ7A'
 * const timestamp = '2020-12-17T10:55:00+07:00'
 * const request = { method: 'POST', path: '/v1.0/debit/notify', accessToken: 'gp9HjjEj', body: '', timestamp }
 * assertSymmetric({ ...request, secret, signature: signSymmetric({ ...request, secret }) })
 * ```
 */
export function assertSymmetric(input: VerifySymmetricInput): void {
  const problem = symmetricProblem(input)
  if (problem) throw signatureMismatch(problem)
}
