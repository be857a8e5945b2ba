import type { EncryptedKey } from './encrypted-key.js'
import type { Mac } from './mac.js'

/** What one cryptographic engine does for this package. Everything else is shared by all engines. */
export interface Backend<NativeKey> {
  readonly name: string
  sha256(bytes: Uint8Array): Uint8Array
  /** Lower-case hex; text as UTF-8. */
  sha256Hex(body: string | Uint8Array): string
  /** HMAC-SHA512 (RFC 2104) of a text, secret and text as UTF-8. */
  hmac(secret: string, text: string, encoding: 'base64' | 'hex'): string
  /** The same for many texts. */
  prepareHmac(secret: string): Mac
  /** Undefined for bytes that are not UTF-8. A byte order mark is a character. */
  readUtf8(bytes: Uint8Array): string | undefined
  /** May share its memory with others: not for a stranger's hands. */
  utf8(text: string): Uint8Array
  /** Base64 with padding (RFC 4648, 4) or lower-case hex. */
  encode(bytes: Uint8Array, encoding: 'base64' | 'hex'): string
  /** Undefined for any text but the one that `encode` writes. */
  decode(text: string, encoding: 'base64' | 'hex'): Uint8Array | undefined
  /** Takes PKCS#8; undefined if the engine refuses the key. */
  importPrivate(pkcs8: Uint8Array): Promise<NativeKey | undefined>
  /** Takes SubjectPublicKeyInfo; undefined if the engine refuses the key. */
  importPublic(spki: Uint8Array): Promise<NativeKey | undefined>
  /** Undefined for what only looks like a `CryptoKey`. */
  importCryptoKey(key: object): NativeKey | undefined
  /** Undefined if the passphrase does not fit, `unsupported` if the engine has no such digest or cipher. */
  decrypt(encrypted: EncryptedKey, passphrase: Uint8Array): Promise<Uint8Array | 'unsupported' | undefined>
  /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2). */
  rsaSign(key: NativeKey, bytes: Uint8Array): Promise<Uint8Array>
  rsaVerify(key: NativeKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>
}
