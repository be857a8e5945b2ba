import { bitsOfCryptoKey } from './crypto-key.js'
import { type ImportKeyOptions, minimumBitsOf, requireSize } from './import-key-options.js'
import { createPublicKey, type PublicKey } from './key.js'
import { isCryptoKey, type KeySource } from './key-source.js'
import { readPublicKey } from './read-key.js'

/**
 * Reads an RSA public key and checks its structure and size.
 *
 * Takes PEM or DER, SubjectPublicKeyInfo (`BEGIN PUBLIC KEY`) or PKCS#1 (`BEGIN RSA PUBLIC KEY`), in all the shapes
 * that {@link importPrivateKey} takes; a JSON Web Key, a `KeyObject` or a `CryptoKey`. Takes the key out of an X.509
 * certificate (`BEGIN CERTIFICATE`) and looks at nothing else in it: not at its dates, its names, its signature or
 * its issuer. The runtime's cryptography sees the key at the first verification.
 *
 * Throws {@link SnapSignatureError} with a code that begins with `ERR_SNAP_KEY_`, and `TypeError` for an argument of
 * another type.
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
 * @see RFC 5280 section 4.1 (SubjectPublicKeyInfo, certificates), RFC 8017 (PKCS#1), RFC 7468 (PEM), RFC 7518
 * section 6.3 (JSON Web Key)
 */
export function importPublicKey(source: KeySource, options: ImportKeyOptions = {}): PublicKey {
  const minimumBits = minimumBitsOf(options)
  if (isCryptoKey(source)) {
    const bits = bitsOfCryptoKey(source, 'public')
    requireSize(bits, minimumBits)
    return createPublicKey(bits, { cryptoKey: source })
  }
  const { bits, spki } = readPublicKey(source)
  requireSize(bits, minimumBits)
  return createPublicKey(bits, { spki })
}
