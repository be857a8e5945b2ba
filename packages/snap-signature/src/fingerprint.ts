import { sha256 } from '#backend'
import { encodeBase64 } from './base64.js'
import { isKey, type PrivateKey, type PublicKey, spkiOf } from './key.js'
import { misuse } from './misuse.js'

/**
 * Names a key pair: `SHA256:` and the unpadded base64 of the SHA-256 of its SubjectPublicKeyInfo.
 *
 * Both halves of a pair have the same fingerprint, and it reveals nothing: compare yours with that of the key you
 * registered. `openssl pkey -in private.pem -pubout -outform der | openssl dgst -sha256 -binary | base64` prints it too,
 * with padding. Throws `TypeError` for anything but an imported key, and for one from a `CryptoKey`: WebCrypto gives no
 * bytes out at once, and none of a key that is not extractable.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { fingerprint, importPrivateKey, publicKeyOf } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
 * fingerprint(privateKey) === fingerprint(publicKeyOf(privateKey)) // → true
 * ```
 */
export function fingerprint(key: PrivateKey | PublicKey): string {
  if (!isKey(key)) throw misuse('key', 'a key from importPrivateKey or importPublicKey', key)
  return `SHA256:${encodeBase64(sha256(spkiOf('key', key))).replace('=', '')}`
}
