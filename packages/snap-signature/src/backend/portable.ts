import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'

export const name = 'portable'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

export function sha256(bytes: Uint8Array): Uint8Array {
  return nobleSha256(bytes)
}

export async function importPrivate(pkcs8: Uint8Array): Promise<CryptoKey | undefined> {
  return importKey('pkcs8', pkcs8, 'sign')
}

export async function importPublic(spki: Uint8Array): Promise<CryptoKey | undefined> {
  return importKey('spki', spki, 'verify')
}

export async function rsaSign(key: CryptoKey, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await engine().sign(algorithm.name, key, new Uint8Array(bytes)))
}

export async function rsaVerify(key: CryptoKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  return engine().verify(algorithm.name, key, new Uint8Array(signature), new Uint8Array(bytes))
}

async function importKey(
  format: 'pkcs8' | 'spki',
  der: Uint8Array,
  usage: 'sign' | 'verify',
): Promise<CryptoKey | undefined> {
  const subtle = engine()
  try {
    return await subtle.importKey(format, new Uint8Array(der), algorithm, false, [usage])
  } catch {
    return undefined
  }
}

function engine(): SubtleCrypto {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle)
    throw new TypeError('crypto.subtle is missing: a page must be served over https or from localhost')
  return subtle
}
