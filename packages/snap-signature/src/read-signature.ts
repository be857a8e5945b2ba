import { decode } from '#backend'
import type { SignatureEncoding } from './signature-encoding.js'

// The hex of a 16 384-bit RSA signature: more is not worth decoding.
const maximumLength = 4096

/** The bytes of a signature text, or what is wrong with it. */
export function readSignature(
  text: string,
  encoding: SignatureEncoding,
  byteLength: number,
): Uint8Array | 'not-canonical-encoding' | 'wrong-length' {
  if (text.length > maximumLength) return 'wrong-length'
  const bytes = decode(text, encoding)
  if (!bytes) return 'not-canonical-encoding'
  return bytes.length === byteLength ? bytes : 'wrong-length'
}
