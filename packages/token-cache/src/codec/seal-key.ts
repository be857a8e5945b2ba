import { toBase64Url } from './base64url.js'

/** One key of a ring, ready for use. */
export interface SealKey {
  /** Names the key in an envelope; tells nothing about it. */
  readonly id: string
  readonly key: CryptoKey
}

const encoder = new TextEncoder()
const SALT = new Uint8Array(0)

/**
 * Derives the encryption key and its name, each for this one purpose: the key's owner may use it elsewhere too.
 *
 * @see RFC 5869 (HKDF)
 */
export async function deriveSealKey({
  subtle,
  secret,
}: {
  subtle: SubtleCrypto
  secret: Uint8Array<ArrayBuffer>
}): Promise<SealKey> {
  const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits'])
  const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: SALT, info: encoder.encode(info) })
  const id = await subtle.deriveBits(hkdf('token-cache keyring v1: key id'), base, 64)
  const aes = { name: 'AES-GCM', length: 256 }
  const key = await subtle.deriveKey(hkdf('token-cache keyring v1: seal'), base, aes, false, [
    'encrypt',
    'decrypt',
  ])
  return { id: toBase64Url(new Uint8Array(id)), key }
}
