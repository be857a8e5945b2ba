import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { encode, utf8 } from './portable-text.js'
import { webCrypto } from './web-crypto.js'

export { decrypt } from './portable-decrypt.js'
export { hmac, prepareHmac } from './portable-hmac.js'
export { decode, encode, readUtf8, utf8 } from './portable-text.js'

export const name = 'portable'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

export function sha256(bytes: Uint8Array): Uint8Array {
  return nobleSha256(bytes)
}

export function sha256Hex(body: string | Uint8Array): string {
  return encode(sha256(typeof body === 'string' ? utf8(body) : body), 'hex')
}

export async function importPrivate(pkcs8: Uint8Array): Promise<CryptoKey | undefined> {
  return importKey('pkcs8', pkcs8, 'sign')
}

export async function importPublic(spki: Uint8Array): Promise<CryptoKey | undefined> {
  return importKey('spki', spki, 'verify')
}

export function importCryptoKey(key: object): CryptoKey | undefined {
  // A page that is not secure has none.
  return typeof CryptoKey === 'function' && key instanceof CryptoKey ? key : undefined
}

export async function rsaSign(key: CryptoKey, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await webCrypto().sign(algorithm.name, key, new Uint8Array(bytes)))
}

export async function rsaVerify(key: CryptoKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  return webCrypto().verify(algorithm.name, key, new Uint8Array(signature), new Uint8Array(bytes))
}

async function importKey(
  format: 'pkcs8' | 'spki',
  der: Uint8Array,
  usage: 'sign' | 'verify',
): Promise<CryptoKey | undefined> {
  const subtle = webCrypto()
  try {
    return await subtle.importKey(format, new Uint8Array(der), algorithm, false, [usage])
  } catch {
    return undefined
  }
}
