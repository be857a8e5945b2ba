import { createPublicKey, type PrivateKey, type PublicKey, requireKey, spkiOf } from './key.js'

/**
 * Returns the public half of a private key.
 *
 * Throws `TypeError` for anything but a private key, and for one from a `CryptoKey`, which does not hold its other half.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { importPrivateKey, publicKeyOf } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
 * publicKeyOf(privateKey) // → { kind: 'public', bits: 2048 }
 * ```
 */
export function publicKeyOf(privateKey: PrivateKey): PublicKey {
  requireKey('privateKey', 'private', privateKey)
  return createPublicKey(privateKey.bits, { spki: spkiOf('privateKey', privateKey) })
}
