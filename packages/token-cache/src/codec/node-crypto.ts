import { nodeBuiltin } from '../node-builtin.js'

type Bytes = Uint8Array

interface Cipher {
  setAAD(bound: Bytes): unknown
  update(bytes: Bytes): Bytes
  final(): Bytes
}

/** What is used of `node:crypto`. */
export interface NodeCrypto {
  hkdfSync(hash: 'sha256', secret: Bytes, salt: Bytes, info: Bytes, bytes: number): ArrayBuffer
  createSecretKey(bytes: Bytes): object
  createCipheriv(
    name: 'aes-256-gcm',
    key: object,
    iv: Bytes,
    options: { readonly authTagLength: number },
  ): Cipher & { getAuthTag(): Bytes }
  createDecipheriv(
    name: 'aes-256-gcm',
    key: object,
    iv: Bytes,
    options: { readonly authTagLength: number },
  ): Cipher & { setAuthTag(tag: Bytes): unknown }
}

/** Where there is one; what is missing in it shows when it is called. */
export function nodeCrypto(): NodeCrypto | undefined {
  return nodeBuiltin('node:crypto') as NodeCrypto | undefined
}
