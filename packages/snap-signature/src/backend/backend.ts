/** What one cryptographic engine does for this package. Everything else is shared by all engines. */
export interface Backend<NativeKey> {
  readonly name: string
  sha256(bytes: Uint8Array): Uint8Array
  /** Takes PKCS#8; undefined if the engine refuses the key. */
  importPrivate(pkcs8: Uint8Array): Promise<NativeKey | undefined>
  /** Takes SubjectPublicKeyInfo; undefined if the engine refuses the key. */
  importPublic(spki: Uint8Array): Promise<NativeKey | undefined>
  /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2). */
  rsaSign(key: NativeKey, bytes: Uint8Array): Promise<Uint8Array>
  rsaVerify(key: NativeKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>
}
