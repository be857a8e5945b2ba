import { toBase64Url } from './base64url.js'
import { type NodeCrypto, nodeCrypto } from './node-crypto.js'

/** One key of a ring, ready for AES-256-GCM with its tag of 128 bits behind the ciphertext. */
export interface SealKey {
  /** Names the key in an envelope; tells nothing about it. */
  readonly id: string
  readonly encrypt: (plain: Bytes, parameters: Gcm) => Awaitable<Uint8Array>
  /** Throws or rejects if one bit of anything differs from what was encrypted. */
  readonly decrypt: (sealed: Bytes, parameters: Gcm) => Awaitable<Uint8Array | ArrayBuffer>
}

/** What is not secret and has to be the same on both sides. */
export interface Gcm {
  readonly iv: Bytes
  readonly additionalData: Bytes
}

type Awaitable<T> = T | Promise<T>
type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const SALT = new Uint8Array(0)
const TAG_BYTES = 16
const KEY_BYTES = 32
const ID_BYTES = 8
const KEY_INFO = encoder.encode('token-cache keyring v1: seal')
const ID_INFO = encoder.encode('token-cache keyring v1: key id')

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
  secret: Bytes
}): Promise<SealKey> {
  const node = nodeCrypto()
  if (node !== undefined) {
    try {
      return deriveOnNode({ node, secret })
    } catch {
      // A runtime that has Node's names and not all that is behind them.
    }
  }
  return deriveByWebCrypto({ subtle, secret })
}

/** WebCrypto sends every text of a few hundred bytes to another thread and back, which takes four times as long. */
function deriveOnNode({ node, secret }: { node: NodeCrypto; secret: Bytes }): SealKey {
  const hkdf = (info: Uint8Array, bytes: number) =>
    new Uint8Array(node.hkdfSync('sha256', secret, SALT, info, bytes))
  const key = node.createSecretKey(hkdf(KEY_INFO, KEY_BYTES))
  const options = { authTagLength: TAG_BYTES }
  function encrypt(plain: Bytes, { iv, additionalData }: Gcm): Bytes {
    const cipher = node.createCipheriv('aes-256-gcm', key, iv, options)
    cipher.setAAD(additionalData)
    const sealed = new Uint8Array(plain.length + TAG_BYTES)
    sealed.set(cipher.update(plain))
    cipher.final()
    sealed.set(cipher.getAuthTag(), plain.length)
    return sealed
  }
  function decrypt(sealed: Bytes, { iv, additionalData }: Gcm): Uint8Array {
    const end = sealed.length - TAG_BYTES
    const decipher = node.createDecipheriv('aes-256-gcm', key, iv, options)
    decipher.setAAD(additionalData)
    decipher.setAuthTag(sealed.subarray(end))
    const plain = decipher.update(sealed.subarray(0, end))
    decipher.final()
    return plain
  }
  // Here, and not when a token is to be sealed, it shows whether all of it is there.
  const nothing = { iv: new Uint8Array(12), additionalData: SALT }
  decrypt(encrypt(SALT, nothing), nothing)
  return { id: toBase64Url(hkdf(ID_INFO, ID_BYTES)), encrypt, decrypt }
}

async function deriveByWebCrypto({
  subtle,
  secret,
}: {
  subtle: SubtleCrypto
  secret: Bytes
}): Promise<SealKey> {
  const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits'])
  const hkdf = (info: Bytes) => ({ name: 'HKDF', hash: 'SHA-256', salt: SALT, info })
  const id = await subtle.deriveBits(hkdf(ID_INFO), base, ID_BYTES * 8)
  const aes = { name: 'AES-GCM', length: KEY_BYTES * 8 }
  const key = await subtle.deriveKey(hkdf(KEY_INFO), base, aes, false, ['encrypt', 'decrypt'])
  const gcm = (parameters: Gcm) => ({ ...parameters, name: 'AES-GCM', tagLength: TAG_BYTES * 8 })
  return {
    id: toBase64Url(new Uint8Array(id)),
    encrypt: async (plain, parameters) => new Uint8Array(await subtle.encrypt(gcm(parameters), key, plain)),
    decrypt: (sealed, parameters) => subtle.decrypt(gcm(parameters), key, sealed),
  }
}
