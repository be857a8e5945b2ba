import { type ImportKeyOptions, minimumBitsOf, requireSize } from './import-key-options.js'
import { createPublicKey, type PublicKey } from './key.js'
import { publicKeyExpected } from './key-errors.js'
import { readKey } from './read-key.js'

/**
 * Reads an RSA public key and checks its structure and size.
 *
 * Takes PEM or DER, SubjectPublicKeyInfo (`BEGIN PUBLIC KEY`) or PKCS#1 (`BEGIN RSA PUBLIC KEY`), in all the shapes
 * that {@link importPrivateKey} takes. The runtime's cryptography sees the key at the first verification.
 *
 * Throws {@link SnapSignatureError} with any code but `ERR_SNAP_TIMESTAMP` and `ERR_SNAP_KEY_REJECTED`, and
 * `TypeError` for an argument of another type.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { importPublicKey } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const pem = pair.publicKey.export({ type: 'spki', format: 'pem' })
 * importPublicKey(pem) // → { kind: 'public', bits: 2048 }
 * ```
 * @see RFC 5280 section 4.1 (SubjectPublicKeyInfo), RFC 8017 (PKCS#1), RFC 7468 (PEM)
 */
export function importPublicKey(source: string | Uint8Array, options: ImportKeyOptions = {}): PublicKey {
  const minimumBits = minimumBitsOf(options)
  const key = readKey(source)
  if (key.found !== 'public') throw publicKeyExpected(key.found)
  requireSize(key.bits, minimumBits)
  return createPublicKey(key.bits, key.spki)
}
