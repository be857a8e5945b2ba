import { decodeBase64, encodeBase64, isCanonicalBase64 } from './base64.js'
import { decodeHex, encodeHex } from './hex.js'
import { misuse } from './misuse.js'

/** How a signature is written: base64 with padding, or lower-case hex. The standard leaves it open. */
export type SignatureEncoding = 'base64' | 'hex'

export function requireEncoding(encoding: unknown): asserts encoding is SignatureEncoding {
  if (encoding !== 'base64' && encoding !== 'hex') throw misuse('encoding', `'base64' or 'hex'`, encoding)
}

export function encodeSignature(bytes: Uint8Array, encoding: SignatureEncoding): string {
  return encoding === 'hex' ? encodeHex(bytes) : encodeBase64(bytes)
}

/** The bytes of a signature text, or undefined unless it is the one text that so many bytes are written as. */
export function decodeSignature(
  text: string,
  { encoding, byteLength }: { encoding: SignatureEncoding; byteLength: number },
): Uint8Array | undefined {
  const bytes = encoding === 'hex' ? decodeHex(text) : decodeBase64(text)
  if (bytes?.length !== byteLength) return undefined
  return encoding === 'hex' || isCanonicalBase64(text, bytes) ? bytes : undefined
}
