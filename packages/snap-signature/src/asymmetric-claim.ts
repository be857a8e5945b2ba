import type { AsymmetricStringToSignInput } from './asymmetric-string-to-sign.js'
import { type PublicKey, requireKey } from './key.js'
import { requireNamedValues, requireString } from './misuse.js'
import { receivedHash } from './received-hash.js'
import type { RsaClaim } from './rsa-problem.js'
import { requireEncoding, type SignatureEncoding } from './signature-encoding.js'
import { type BodySlot, misusedSlot, requireSlotStrings } from './transaction-slots.js'

/** A received transaction, and the key of whoever claims to have sent it. */
export type VerifyAsymmetricInput = AsymmetricStringToSignInput & {
  /** The `X-SIGNATURE` header. */
  readonly signature: string
  readonly publicKey: PublicKey
  /** The one encoding that is accepted. Default `base64`. */
  readonly encoding?: SignatureEncoding | undefined
}

/** What an asymmetric transaction claims, once its arguments are of the right types. */
export function asymmetricClaim(input: VerifyAsymmetricInput): RsaClaim {
  requireNamedValues(input)
  const { method, path, timestamp, body, bodyHash } = input
  const { signature, publicKey, encoding = 'base64' } = input
  const slots = { method, path, timestamp }
  requireSlotStrings(slots)
  requireString('signature', signature)
  requireEncoding(encoding)
  requireKey('publicKey', 'public', publicKey)
  const hash = receivedHash({ body, bodyHash } as BodySlot)
  // A hostile value is not the caller's mistake: over such a value no signature can exist.
  const isSignable = hash !== undefined && !misusedSlot(slots)
  const text = isSignable ? `${method}:${path}:${hash}:${timestamp}` : undefined
  return { text, signature, publicKey, encoding }
}
