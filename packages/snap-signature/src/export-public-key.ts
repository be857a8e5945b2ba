import { isKey, type PrivateKey, type PublicKey, spkiOf } from './key.js'
import { misuse } from './misuse.js'
import { writePem } from './pem.js'

/**
 * Writes a public key, or the public half of a private one, as PEM: what a provider's portal asks for.
 *
 * SubjectPublicKeyInfo under `BEGIN PUBLIC KEY`, lines of 64 characters, a line break at the end. Throws `TypeError` for
 * anything but an imported key, and for one from a `CryptoKey`, which keeps its bytes to itself.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { exportPublicKey, importPrivateKey } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs1', format: 'pem' }))
 * exportPublicKey(privateKey).split('\n')[0] // → '-----BEGIN PUBLIC KEY-----'
 * ```
 * @see RFC 5280 section 4.1 (SubjectPublicKeyInfo), RFC 7468 section 13 (PEM)
 */
export function exportPublicKey(key: PrivateKey | PublicKey): string {
  if (!isKey(key)) throw misuse('key', 'a key from importPrivateKey or importPublicKey', key)
  return writePem('PUBLIC KEY', spkiOf('key', key))
}
