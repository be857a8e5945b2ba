import type { KeyObject, webcrypto } from 'node:crypto'
import { crypto, oneShot, util } from './builtins.js'

export { decrypt } from './decrypt.js'
export { hmac, prepareHmac } from './hmac.js'
export { decode, encode, readUtf8, utf8 } from './text.js'

export const name = 'node'

type NativeKey = KeyObject | webcrypto.CryptoKey

export function sha256(bytes: Uint8Array): Uint8Array {
  return crypto().createHash('sha256').update(bytes).digest()
}

export function sha256Hex(body: string | Uint8Array): string {
  const hash = oneShot()
  return hash ? hash('sha256', body, 'hex') : crypto().createHash('sha256').update(body).digest('hex')
}

export async function importPrivate(pkcs8: Uint8Array): Promise<KeyObject | undefined> {
  const { createPrivateKey } = crypto()
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch {
    return undefined
  }
}

export async function importPublic(spki: Uint8Array): Promise<KeyObject | undefined> {
  const { createPublicKey } = crypto()
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

// Used as it is: Node is about to refuse a KeyObject of a key that is not extractable (DEP0204).
export function importCryptoKey(key: object): webcrypto.CryptoKey | undefined {
  return util().types.isCryptoKey(key) ? key : undefined
}

export async function rsaSign(key: NativeKey, bytes: Uint8Array): Promise<Uint8Array> {
  if (!(key instanceof crypto().KeyObject))
    return new Uint8Array(await crypto().webcrypto.subtle.sign('RSASSA-PKCS1-v1_5', key, bytes))
  return crypto().sign('sha256', bytes, key)
}

export async function rsaVerify(key: NativeKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  if (!(key instanceof crypto().KeyObject))
    return crypto().webcrypto.subtle.verify('RSASSA-PKCS1-v1_5', key, signature, bytes)
  return crypto().verify('sha256', bytes, key, signature)
}
