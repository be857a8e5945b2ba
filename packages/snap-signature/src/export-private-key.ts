import { materialOf, type PrivateKey, requireKey } from './key.js'
import { writePem } from './pem.js'

/**
 * Writes a private key as PKCS#8 in PEM, the form that every runtime reads, whatever form it was imported from.
 *
 * Unencrypted, under `BEGIN PRIVATE KEY`, lines of 64 characters, a line break at the end: the result is the secret
 * itself. Throws `TypeError` for anything but a private key, and for one from a `CryptoKey`, which keeps its bytes to
 * itself.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { exportPrivateKey, importPrivateKey } from '@x/snap-signature'
 *
 * const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const oneLine = String(pair.privateKey.export({ type: 'pkcs1', format: 'pem' })).replaceAll('\n', '\\n')
 * exportPrivateKey(importPrivateKey(oneLine)).split('\n')[0] // → '-----BEGIN PRIVATE KEY-----'
 * ```
 * @see RFC 5958 (PKCS#8), RFC 7468 section 10 (PEM)
 */
export function exportPrivateKey(privateKey: PrivateKey): string {
  requireKey('privateKey', 'private', privateKey)
  const { pkcs8 } = materialOf(privateKey)
  if (pkcs8) return writePem('PRIVATE KEY', pkcs8)
  throw new TypeError(
    '"privateKey" was imported from a CryptoKey, which keeps its bytes to itself: export it with crypto.subtle',
  )
}
