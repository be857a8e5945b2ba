import { rsaVerify, utf8 } from '#backend'
import type { SignatureProblem } from './errors.js'
import type { PublicKey } from './key.js'
import { nativeKey } from './native-key.js'
import { readSignature } from './read-signature.js'
import type { SignatureEncoding } from './signature-encoding.js'

/** Somebody's claim to have signed a text. */
export interface RsaClaim {
  /** Undefined if no sender can have signed what was received. */
  readonly text: string | undefined
  readonly signature: string
  readonly publicKey: PublicKey
  readonly encoding: SignatureEncoding
}

/** What is wrong with an RSA signature; undefined if it is right. */
export async function rsaProblem(claim: RsaClaim): Promise<SignatureProblem | undefined> {
  const { text, signature, publicKey, encoding } = claim
  if (text === undefined) return 'unsignable-value'
  const bytes = readSignature(signature, encoding, Math.ceil(publicKey.bits / 8))
  if (typeof bytes === 'string') return bytes
  return (await rsaVerify(await nativeKey(publicKey), bytes, utf8(text))) ? undefined : 'mismatch'
}
