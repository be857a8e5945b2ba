import type { EncryptedKey } from './encrypted-key.js'
import { webCrypto } from './web-crypto.js'

export async function decrypt(
  encrypted: EncryptedKey,
  passphrase: Uint8Array,
): Promise<Uint8Array | 'unsupported' | undefined> {
  if (encrypted.scheme !== 'pbes2' || encrypted.cipher === 'des-ede3-cbc') return 'unsupported'
  const { hash, iterations, keyLength } = encrypted
  const subtle = webCrypto()
  const derivation = {
    name: 'PBKDF2',
    hash: hash.replace('sha', 'SHA-'),
    salt: new Uint8Array(encrypted.salt),
    iterations,
  }
  let key: CryptoKey
  try {
    const base = await subtle.importKey('raw', new Uint8Array(passphrase), 'PBKDF2', false, ['deriveKey'])
    const cipher = { name: 'AES-CBC', length: keyLength * 8 }
    key = await subtle.deriveKey(derivation, base, cipher, false, ['decrypt'])
  } catch {
    // Chromium has no AES-192; some edge runtimes limit the iterations.
    return 'unsupported'
  }
  try {
    const cipher = { name: 'AES-CBC', iv: new Uint8Array(encrypted.iv) }
    return new Uint8Array(await subtle.decrypt(cipher, key, new Uint8Array(encrypted.ciphertext)))
  } catch {
    return undefined
  }
}
