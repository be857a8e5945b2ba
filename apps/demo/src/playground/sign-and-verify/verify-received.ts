import {
  assertAsymmetric,
  assertSymmetric,
  assertTokenRequest,
  type PublicKey,
  type SignatureEncoding,
  type SignatureProblem,
  SnapSignatureError,
} from '@x/snap-signature'
import { sayError } from '../parts/say-error.js'
import type { Spoken } from '../parts/spoken.js'
import type { SignInputs } from './sign-inputs.js'
import { signedPath } from './signed-path.js'

/** Whether a received signature is right; if not, the one reason that the package gives, and its sentence. */
export type Verdict =
  | { readonly valid: true }
  | { readonly valid: false; readonly problem: SignatureProblem; readonly said: Spoken }

/** A signature that arrived, and what verifies it. */
export interface Received {
  readonly inputs: SignInputs
  readonly signature: string
  readonly encoding: SignatureEncoding
  /** Of RSA kinds; undefined for the symmetric one, whose secret stands in the inputs. */
  readonly publicKey: PublicKey | undefined
}

/** Verifies in the one encoding that is given: nothing else is tried. */
export const verifyReceived = async (received: Received): Promise<Verdict> => {
  try {
    await assertReceived(received)
    return { valid: true }
  } catch (thrown) {
    if (thrown instanceof SnapSignatureError && thrown.code === 'ERR_SNAP_SIGNATURE_MISMATCH')
      return { valid: false, problem: thrown.detail.problem, said: sayError(thrown) }
    throw thrown
  }
}

const assertReceived = async ({ inputs, signature, encoding, publicKey }: Received): Promise<void> => {
  const { kind, method, path, pathForm, accessToken, body, clientId, timestamp, secret } = inputs
  const transaction = () => ({
    method,
    path: signedPath(path, pathForm),
    body,
    timestamp,
    signature,
    encoding,
  })
  if (kind === 'symmetric') return assertSymmetric({ ...transaction(), accessToken, secret })
  if (publicKey === undefined)
    throw new TypeError('"publicKey" must be the public key of this kind, got undefined')
  return kind === 'asymmetric'
    ? assertAsymmetric({ ...transaction(), publicKey })
    : assertTokenRequest({ clientId, timestamp, signature, encoding, publicKey })
}
