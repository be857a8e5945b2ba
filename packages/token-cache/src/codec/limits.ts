import { misuse } from '../misuse.js'

/** The most that a token's text may take, in bytes of UTF-8: providers' tokens take up to some thousand. */
const MAX_TEXT_BYTES = 65_536

/** More than an envelope of the longest text takes, in characters: anything longer is refused unread. */
export const MAX_DATA_LENGTH = 98_304

const encoder = new TextEncoder()

/** Whether a codec takes a text of that length. */
export function isShort(text: string): boolean {
  return encoder.encode(text).length <= MAX_TEXT_BYTES
}

/** The bytes of a text that is neither too long nor changed by being encoded. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  if (typeof text !== 'string') throw misuse({ field: 'text', expected: 'a string', value: text })
  // UTF-8 has no form for half a surrogate pair: it would come back as another character.
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('"text" must be well-formed Unicode')
  const bytes = encoder.encode(text)
  const expected = `at most ${MAX_TEXT_BYTES} bytes of UTF-8`
  if (bytes.length > MAX_TEXT_BYTES) throw misuse({ field: 'text', expected, value: bytes.length })
  return bytes
}

/** Checks an expiry that is about to be written. */
export function requireExpiry(expiresAt: number): void {
  if (Number.isSafeInteger(expiresAt) && expiresAt >= 0) return
  throw misuse({ field: 'expiresAt', expected: 'whole milliseconds since 1970', value: expiresAt })
}
