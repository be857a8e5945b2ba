import { bitsOfCryptoKey } from './crypto-key.js'
import { type ImportKeyOptions, minimumBitsOf, requireSize } from './import-key-options.js'
import { createPrivateKey, type PrivateKey } from './key.js'
import { keyEncrypted } from './key-errors.js'
import { isCryptoKey, type KeySource } from './key-source.js'
import { readPrivateKey } from './read-key.js'

/**
 * Reads an RSA private key and checks it completely: its structure, its size and that its numbers fit one another.
 *
 * Takes PEM or DER, PKCS#1 or PKCS#8, as text or bytes; also with line breaks lost, doubled or escaped once or
 * twice, quoted, indented, under a wrong label, as bare base64, or as base64 of a PEM file. Takes a JSON Web Key as
 * an object or as JSON, with all of its numbers. Takes a `KeyObject`, which is exported at once; and a `CryptoKey`
 * for RSASSA-PKCS1-v1_5 with SHA-256, whose numbers only its engine has seen. The runtime's cryptography sees the key
 * at the first signature. The result prints as `{ kind, bits }`.
 *
 * Throws {@link SnapSignatureError} with a code that begins with `ERR_SNAP_KEY_`, and `TypeError` for an argument of
 * another type. A key with a passphrase is for {@link importEncryptedPrivateKey}.
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
 * @see RFC 8017 (PKCS#1), RFC 5958 (PKCS#8), RFC 7468 (PEM), RFC 7518 section 6.3 (JSON Web Key)
 */
export function importPrivateKey(source: KeySource, options: ImportKeyOptions = {}): PrivateKey {
  const minimumBits = minimumBitsOf(options)
  if (isCryptoKey(source)) {
    const bits = bitsOfCryptoKey(source, 'private')
    requireSize(bits, minimumBits)
    return createPrivateKey(bits, { cryptoKey: source })
  }
  const key = readPrivateKey(source)
  if (key.found !== 'private') throw keyEncrypted(key.found === 'encrypted' ? 'pkcs8' : 'legacy-pem')
  requireSize(key.bits, minimumBits)
  return createPrivateKey(key.bits, { pkcs8: key.pkcs8, spki: key.spki })
}
