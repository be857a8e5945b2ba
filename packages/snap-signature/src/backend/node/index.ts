// A missing named import would stop the whole package from loading; a missing property does not.
import crypto from 'node:crypto'

export const name = 'node'

export function sha256(bytes: Uint8Array): Uint8Array {
  return crypto.createHash('sha256').update(bytes).digest()
}

export async function importPrivate(pkcs8: Uint8Array): Promise<crypto.KeyObject | undefined> {
  try {
    return crypto.createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch {
    return undefined
  }
}

export async function importPublic(spki: Uint8Array): Promise<crypto.KeyObject | undefined> {
  try {
    return crypto.createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

export async function rsaSign(key: crypto.KeyObject, bytes: Uint8Array): Promise<Uint8Array> {
  return crypto.sign('sha256', bytes, key)
}

export async function rsaVerify(
  key: crypto.KeyObject,
  signature: Uint8Array,
  bytes: Uint8Array,
): Promise<boolean> {
  return crypto.verify('sha256', bytes, key, signature)
}
