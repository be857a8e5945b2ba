import { decrypt } from '#backend'
import type { EncryptedKey } from './backend/encrypted-key.js'
import { type ImportKeyOptions, minimumBitsOf, requireSize } from './import-key-options.js'
import { isBytes } from './is-bytes.js'
import { isWellFormed } from './is-well-formed.js'
import { createPrivateKey, type PrivateKey } from './key.js'
import { keyCipher, keyNotEncrypted, keyNotRsa, keyPassphrase, keyUnreadable } from './key-errors.js'
import { misuse } from './misuse.js'
import { parseEncryptedKey } from './parse-encrypted-key.js'
import { parseEncryptedPem } from './parse-encrypted-pem.js'
import { readPrivateKey } from './read-key.js'
import { type RecognisedPrivateKey, recogniseKey } from './recognise-key.js'

/** How an encrypted key is opened. */
export interface ImportEncryptedKeyOptions extends ImportKeyOptions {
  /** Text is used as UTF-8, exactly as it stands. */
  readonly passphrase: string | Uint8Array
}

/**
 * Decrypts an RSA private key and reads it as {@link importPrivateKey} does, from the same damaged shapes.
 *
 * In every runtime: PKCS#8 (`BEGIN ENCRYPTED PRIVATE KEY`) with PBES2, that is PBKDF2 (HMAC with SHA-1, SHA-256,
 * SHA-384 or SHA-512, at most 10 000 000 iterations) and AES-CBC; Chromium has no AES-192. With Node's cryptography
 * also triple DES in PBES2, the PKCS#12 scheme PBE-SHA1-3DES, and the traditional form (`Proc-Type: 4,ENCRYPTED`).
 *
 * Rejects with {@link SnapSignatureError} `ERR_SNAP_KEY_PASSPHRASE` if the passphrase does not fit,
 * `ERR_SNAP_KEY_CIPHER` for any other scheme, `ERR_SNAP_KEY_NOT_ENCRYPTED` for a key that is not encrypted, and the
 * codes of {@link importPrivateKey}; with `TypeError` for a wrong argument.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { importEncryptedPrivateKey } from '@x/snap-signature'
 *
 * const passphrase = 'correct horse battery staple'
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
 * await importEncryptedPrivateKey(pem, { passphrase }) // → { kind: 'private', bits: 2048 }
 * ```
 * @see RFC 5958 section 3 (EncryptedPrivateKeyInfo), RFC 8018 section 6.2 (PBES2), RFC 7292 appendix C (PKCS#12)
 */
export async function importEncryptedPrivateKey(
  source: string | Uint8Array,
  options: ImportEncryptedKeyOptions,
): Promise<PrivateKey> {
  const minimumBits = minimumBitsOf(options)
  const passphrase = passphraseOf(options)
  if (typeof source !== 'string' && !isBytes(source))
    throw misuse('source', 'a string or a Uint8Array', source)
  const encrypted = encryptedKeyOf(source)
  const plain = await decrypt(encrypted, passphrase)
  if (plain === 'unsupported') throw keyCipher('runtime')
  const key = privateKeyIn(plain, encrypted)
  requireSize(key.bits, minimumBits)
  return createPrivateKey(key.bits, { pkcs8: key.pkcs8, spki: key.spki })
}

function passphraseOf({ passphrase }: ImportEncryptedKeyOptions): Uint8Array {
  if (typeof passphrase !== 'string' && !isBytes(passphrase))
    throw misuse('passphrase', 'a string or a Uint8Array', passphrase)
  if (passphrase.length === 0) throw misuse('passphrase', 'a passphrase', '')
  if (typeof passphrase !== 'string') return Uint8Array.from(passphrase)
  if (!isWellFormed(passphrase)) throw misuse('passphrase', 'text without lone surrogates', passphrase)
  return new TextEncoder().encode(passphrase)
}

function encryptedKeyOf(source: string | Uint8Array): EncryptedKey {
  const key = readPrivateKey(source)
  if (key.found === 'private') throw keyNotEncrypted(key.bits)
  return key.found === 'encrypted' ? parseEncryptedKey(key.der) : parseEncryptedPem(key.text)
}

function privateKeyIn(plain: Uint8Array | undefined, { scheme }: EncryptedKey): RecognisedPrivateKey {
  const key = plain && recogniseKey(plain)
  if (key?.found === 'private') return key
  if (key?.found === 'other-algorithm') throw keyNotRsa(key.algorithm)
  // The structure is whole, so that the passphrase was right, and a number inside is not.
  if (key?.found === 'problem' && key.problem === 'inconsistent-numbers') throw keyUnreadable(key.problem)
  // One wrong passphrase in 256 leaves padding that looks right, around noise.
  throw keyPassphrase(scheme === 'legacy-pem' ? 'legacy-pem' : 'pkcs8')
}
