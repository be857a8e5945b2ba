import { type ImportKeyOptions, minimumBitsOf, requireSize } from './import-key-options.js'
import { createPrivateKey, type PrivateKey } from './key.js'
import { privateKeyExpected } from './key-errors.js'
import { readKey } from './read-key.js'

/**
 * Reads an RSA private key and checks it completely: its structure, its size and that its numbers fit one another.
 *
 * Takes PEM or DER, PKCS#1 or PKCS#8, as text or bytes; also with line breaks lost, doubled or escaped once or
 * twice, quoted, indented, under a wrong label, as bare base64, or as base64 of a PEM file. The runtime's
 * cryptography sees the key at the first signature. The result prints as `{ kind, bits }`.
 *
 * Throws {@link SnapSignatureError} with any code but `ERR_SNAP_TIMESTAMP` and `ERR_SNAP_KEY_REJECTED`, and
 * `TypeError` for an argument of another type.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { importPrivateKey } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' })
 * importPrivateKey(pem) // → { kind: 'private', bits: 2048 }
 * ```
 * @see RFC 8017 (PKCS#1), RFC 5958 (PKCS#8), RFC 7468 (PEM)
 */
export function importPrivateKey(source: string | Uint8Array, options: ImportKeyOptions = {}): PrivateKey {
  const minimumBits = minimumBitsOf(options)
  const key = readKey(source)
  if (key.found !== 'private') throw privateKeyExpected(key.found)
  requireSize(key.bits, minimumBits)
  return createPrivateKey(key.bits, key.pkcs8, key.spki)
}
