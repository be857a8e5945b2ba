import { createPublicKey, materialOf, type PrivateKey, type PublicKey, requireKey } from './key.js'

/**
 * Returns the public half of a private key.
 *
 * Throws `TypeError` for anything but a key from {@link importPrivateKey}.
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
  return createPublicKey(privateKey.bits, materialOf(privateKey).spki)
}
