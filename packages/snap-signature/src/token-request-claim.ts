import { type PublicKey, requireKey } from './key.js'
import { requireNamedValues, requireString } from './misuse.js'
import type { RsaClaim } from './rsa-problem.js'
import { requireEncoding, type SignatureEncoding } from './signature-encoding.js'
import { isSignable } from './token-string-to-sign.js'
import { longestTimestamp } from './transaction-slots.js'

/** A received token request, and the key of whoever claims to have sent it. */
export interface VerifyTokenRequestInput {
  /** The `X-CLIENT-KEY` header. */
  readonly clientId: string
  /** The `X-TIMESTAMP` header, character for character as it was received. */
  readonly timestamp: string
  /** The `X-SIGNATURE` header. */
  readonly signature: string
  readonly publicKey: PublicKey
  /** The one encoding that is accepted. Default `base64`. */
  readonly encoding?: SignatureEncoding | undefined
}

/** What a token request claims, once its arguments are of the right types. */
export function tokenRequestClaim(input: VerifyTokenRequestInput): RsaClaim {
  requireNamedValues(input)
  const { clientId, timestamp, signature, publicKey, encoding = 'base64' } = input
  requireString('clientId', clientId)
  requireString('timestamp', timestamp)
  requireString('signature', signature)
  requireEncoding(encoding)
  requireKey('publicKey', 'public', publicKey)
  // A hostile header is not the caller's mistake: over such a value no signature can exist.
  const text =
    isSignable(clientId) && isSignable(timestamp) && timestamp.length <= longestTimestamp
      ? `${clientId}|${timestamp}`
      : undefined
  return { text, signature, publicKey, encoding }
}
