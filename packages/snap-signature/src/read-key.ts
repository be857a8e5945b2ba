import { keyBytes } from './key-bytes.js'
import { keyEncrypted, keyNotRsa, keyTruncated, keyUnreadable } from './key-errors.js'
import { type RecognisedKey, recogniseKey } from './recognise-key.js'

/** Reads a text or bytes as an RSA key or a certificate; everything else is refused with its reason. */
export function readKey(
  source: string | Uint8Array,
): Extract<RecognisedKey, { found: 'private' | 'public' | 'certificate' }> {
  const bytes = keyBytes(source)
  const key = recogniseKey(bytes)
  switch (key.found) {
    case 'problem':
      throw keyUnreadable(key.problem)
    case 'truncated':
      throw keyTruncated(bytes.length, key.expectedBytes)
    case 'encrypted':
      throw keyEncrypted('pkcs8')
    case 'other-algorithm':
      throw keyNotRsa(key.algorithm)
    default:
      return key
  }
}
