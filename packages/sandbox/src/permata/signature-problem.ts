import { isFresh, parseTimestamp } from '@x/snap-signature'
import { decodeBase64 } from '../decode-base64.js'
import { verifyHmacSha256 } from '../hmac-sha256.js'
import { toleranceMs } from '../tolerance.js'

/** A signature as it came, and what it must be made of. */
export interface Signed {
  /** The two headers, as the bank spells them. */
  readonly names: { readonly timestamp: string; readonly signature: string }
  readonly headers: Headers
  /** What is signed, once the time is known. */
  readonly text: (timestamp: string) => string
  /** How that text is put together. */
  readonly says: string
  readonly staticKey: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** Why it was not signed by this client just now; undefined where it was. */
export const signatureProblem = async ({
  names,
  headers,
  text,
  says,
  staticKey,
  now,
}: Signed): Promise<string | undefined> => {
  const timestamp = headers.get(names.timestamp) ?? ''
  const given = headers.get(names.signature) ?? ''
  if (timestamp === '') return `${names.timestamp} is missing or empty`
  if (given === '') return `${names.signature} is missing or empty`
  const at = momentOf(timestamp)
  if (at === undefined)
    return `${names.timestamp} must be Jakarta time with milliseconds, such as 2024-12-31T10:11:40.000+07:00`
  const signature = decodeBase64(given)
  if (signature?.length !== 32)
    return `${names.signature} must be the base64 of an HMAC-SHA256, 44 characters`
  if (!(await verifyHmacSha256({ secret: staticKey, text: text(timestamp), signature })))
    return `${names.signature} does not verify: HMAC-SHA256 with the registered staticKey, in base64, over ${says}`
  // After the signature, so that only the key's owner learns how far the clocks are apart.
  if (isFresh({ at, now, toleranceMs })) return undefined
  return `${names.timestamp} is ${Math.round(Math.abs(at - now) / 1_000)} s ${at > now ? 'ahead of' : 'behind'} the sandbox's clock; ${toleranceMs / 1_000} s are allowed`
}

const momentOf = (text: string): number | undefined => {
  if (!/^.{19}\.\d{3}\+07:00$/.test(text)) return undefined
  try {
    return parseTimestamp(text)
  } catch {
    return undefined
  }
}
