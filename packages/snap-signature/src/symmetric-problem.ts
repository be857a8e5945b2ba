import { decode } from '#backend'
import type { SignatureProblem } from './errors.js'
import { requireNamedValues, requireString } from './misuse.js'
import { readSignature } from './read-signature.js'
import { receivedHash } from './received-hash.js'
import { macOf, type Secret } from './secret.js'
import { requireEncoding, type SignatureEncoding } from './signature-encoding.js'
import type { SymmetricStringToSignInput } from './symmetric-string-to-sign.js'
import { type BodySlot, misusedAccessToken, misusedSlot, requireSlotStrings } from './transaction-slots.js'

/** A received transaction, and the secret of whoever claims to have sent it. */
export type VerifySymmetricInput = SymmetricStringToSignInput & {
  /** The `X-SIGNATURE` header. */
  readonly signature: string
  readonly secret: Secret | string
  /** The one encoding that is accepted. Default `base64`. */
  readonly encoding?: SignatureEncoding | undefined
}

/** What is wrong with a symmetric signature; undefined if it is right. */
export function symmetricProblem(input: VerifySymmetricInput): SignatureProblem | undefined {
  requireNamedValues(input)
  const { method, path, accessToken, timestamp, body, bodyHash } = input
  const { signature, secret, encoding = 'base64' } = input
  const slots = { method, path, timestamp }
  requireSlotStrings(slots)
  requireString('accessToken', accessToken)
  requireString('signature', signature)
  requireEncoding(encoding)
  const mac = macOf(secret)
  const hash = receivedHash({ body, bodyHash } as BodySlot)
  if (hash === undefined || misusedSlot(slots) || misusedAccessToken(accessToken)) return 'unsignable-value'
  const given = readSignature(signature, encoding, macBytes)
  if (typeof given === 'string') return given
  const expected = decode(mac(`${method}:${path}:${accessToken}:${hash}:${timestamp}`, encoding), encoding)
  return expected && isEqual(given, expected) ? undefined : 'mismatch'
}

// SHA-512.
const macBytes = 64

/** Looks at every byte, wherever the first difference is. */
function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  let difference = 0
  for (let index = 0; index < left.length; index += 1)
    difference |= (left[index] as number) ^ (right[index] as number)
  return difference === 0
}
