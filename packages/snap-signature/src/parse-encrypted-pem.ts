import type { EncryptedKey } from './backend/encrypted-key.js'
import { decodeBase64 } from './base64.js'
import { cbcCiphers, isWholeBlocks } from './cbc-ciphers.js'
import { decodeHex } from './hex.js'
import { keyCipher, keyUnreadable } from './key-errors.js'

const header = /Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*([A-Z0-9-]+),\s*([\s\S]*)$/

/**
 * Reads the lines between the armour of a PEM text that is encrypted as a whole (RFC 1421, sections 4.6.1.1 and
 * 4.6.1.3). The line breaks may be gone: the cipher tells how long its vector is.
 */
export function parseEncryptedPem(text: string): EncryptedKey {
  const [, name = '', rest = ''] = header.exec(text) ?? []
  const found = cbcCiphers.find(({ cipher }) => cipher === name.toLowerCase())
  if (!found) throw keyCipher(name ? 'unknown-cipher' : 'bad-parameters')
  const compact = rest.replace(/\s+/g, '')
  const digits = found.blockLength * 2
  const iv = decodeHex(compact.slice(0, digits).toLowerCase())
  if (iv?.length !== found.blockLength) throw keyCipher('bad-parameters')
  const ciphertext = decodeBase64(compact.slice(digits))
  if (!ciphertext) throw keyUnreadable('not-base64')
  if (!isWholeBlocks(ciphertext, found)) throw keyCipher('bad-parameters')
  return { scheme: 'legacy-pem', cipher: found.cipher, keyLength: found.keyLength, iv, ciphertext }
}
