export type CbcCipher = 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'des-ede3-cbc'

/** A private key in a form that hides everything but how to decrypt it. All lengths and counts have been checked. */
export type EncryptedKey =
  /** PBES2 of RFC 8018, section 6.2, with PBKDF2. */
  | {
      readonly scheme: 'pbes2'
      readonly hash: 'sha1' | 'sha256' | 'sha384' | 'sha512'
      readonly salt: Uint8Array
      readonly iterations: number
      readonly cipher: CbcCipher
      readonly keyLength: number
      readonly iv: Uint8Array
      readonly ciphertext: Uint8Array
    }
  /** PBE-SHA1-3DES of RFC 7292, appendix C: the whole EncryptedPrivateKeyInfo. */
  | { readonly scheme: 'pkcs12'; readonly der: Uint8Array }
  /** A PEM text with a `DEK-Info` line: the key is the MD5 of passphrase and salt, again and again. */
  | {
      readonly scheme: 'legacy-pem'
      readonly cipher: CbcCipher
      readonly keyLength: number
      readonly iv: Uint8Array
      readonly ciphertext: Uint8Array
    }
