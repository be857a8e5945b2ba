/** What is wrong with a timestamp text. */
export type TimestampProblem =
  | 'surrounding-space'
  | 'epoch-number'
  | 'date-without-dashes'
  | 'space-for-t'
  | 'lower-case'
  | 'twelve-hour-clock'
  | 'offset-missing'
  | 'offset-without-colon'
  | 'offset-without-minutes'
  | 'offset-after-t'
  | 'offset-out-of-range'
  | 'milliseconds-not-three-digits'
  | 'seconds-missing'
  | 'no-such-time'
  | 'layout'

/** Why a body cannot be hashed. */
export type BodyProblem =
  | 'unterminated-string'
  | 'lone-surrogate'
  | 'byte-order-mark'
  | 'not-utf-8'
  | 'too-long'

/** Why a text is no client secret. */
export type SecretProblem =
  | 'empty'
  | 'private-key'
  | 'surrounding-space'
  | 'quoted'
  | 'control-character'
  | 'lone-surrogate'
  | 'not-utf-8'

/** What a signer function returned instead of a signature. */
export type SignerProblem = 'not-bytes' | 'too-short' | 'too-long' | 'text'

/** Why a signature does not verify. */
export type SignatureProblem = 'unsignable-value' | 'not-canonical-encoding' | 'wrong-length' | 'mismatch'

/** Why a text or its bytes are no RSA key. */
export type KeyProblem =
  | 'empty'
  | 'too-long'
  | 'too-short'
  | 'file-path'
  | 'openssh'
  | 'pkcs12'
  | 'several-keys'
  | 'not-base64'
  | 'not-a-key'
  | 'trailing-bytes'
  | 'inconsistent-numbers'

/** What a key that is not RSA was made for, told by its object identifier, its `kty` or its `algorithm`. */
export type OtherKeyAlgorithm =
  | 'EC'
  | 'Ed25519'
  | 'Ed448'
  | 'X25519'
  | 'X448'
  | 'DSA'
  | 'DH'
  | 'RSASSA-PSS'
  | 'HMAC'
  | 'unknown'

/** What is wrong with a JSON Web Key. */
export type JwkProblem =
  | 'not-json'
  | 'key-set'
  | 'missing'
  | 'not-text'
  | 'not-base64url'
  | 'more-than-two-primes'

/** The members of a JSON Web Key that are looked at (RFC 7517 section 4, RFC 7518 section 6.3). */
export type JwkMember = 'kty' | 'n' | 'e' | 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi' | 'oth'

/** Where a JSON Web Key or a `CryptoKey` says what it is for. */
export type KeyPurposeField = 'alg' | 'use' | 'key_ops' | 'algorithm' | 'hash' | 'usages'

/** Why an encrypted key cannot be decrypted, whatever the passphrase. */
export type KeyCipherProblem =
  | 'unknown-scheme'
  | 'unknown-derivation'
  | 'unknown-cipher'
  | 'too-many-iterations'
  | 'bad-parameters'
  | 'runtime'

/** The `detail` of each error code. Nothing in it is secret. */
export interface SnapSignatureErrorDetails {
  readonly ERR_SNAP_TIMESTAMP: { readonly problem: TimestampProblem }
  readonly ERR_SNAP_BODY: { readonly problem: BodyProblem }
  readonly ERR_SNAP_SECRET: { readonly problem: SecretProblem }
  readonly ERR_SNAP_SIGNER: { readonly problem: SignerProblem }
  readonly ERR_SNAP_SIGNATURE_MISMATCH: { readonly problem: SignatureProblem }
  readonly ERR_SNAP_KEY_UNREADABLE: { readonly problem: KeyProblem }
  readonly ERR_SNAP_KEY_TRUNCATED: {
    readonly actualBytes: number
    /** Absent when so little arrived that the key does not say its own length. */
    readonly expectedBytes?: number
  }
  readonly ERR_SNAP_KEY_WRONG_KIND: {
    readonly expected: 'private' | 'public'
    readonly actual: 'private' | 'public' | 'certificate'
  }
  readonly ERR_SNAP_KEY_NOT_RSA: { readonly algorithm: OtherKeyAlgorithm }
  readonly ERR_SNAP_KEY_ENCRYPTED: { readonly format: 'pkcs8' | 'legacy-pem' }
  readonly ERR_SNAP_KEY_NOT_ENCRYPTED: { readonly bits: number }
  readonly ERR_SNAP_KEY_CIPHER: { readonly problem: KeyCipherProblem }
  readonly ERR_SNAP_KEY_PASSPHRASE: { readonly format: 'pkcs8' | 'legacy-pem' }
  readonly ERR_SNAP_KEY_JWK: {
    readonly problem: JwkProblem
    /** Absent when the whole is meant. */
    readonly member?: JwkMember
  }
  readonly ERR_SNAP_KEY_WRONG_PURPOSE: { readonly field: KeyPurposeField }
  readonly ERR_SNAP_KEY_TOO_SMALL: { readonly bits: number; readonly minimumBits: number }
  readonly ERR_SNAP_KEY_REJECTED: { readonly kind: 'private' | 'public' }
}

/** Every code that a {@link SnapSignatureError} can carry. */
export type SnapSignatureErrorCode = keyof SnapSignatureErrorDetails

/** The union of all `SnapSignatureError`s: comparing `code` tells the type of `detail`. */
export type AnySnapSignatureError = {
  [Code in SnapSignatureErrorCode]: SnapSignatureError<Code>
}[SnapSignatureErrorCode]

/**
 * Everything that can go wrong with what comes from outside; misuse is a `TypeError`.
 *
 * `instanceof` also knows an error of this package's other module format. No message, field or cause
 * holds any part of the input.
 *
 * @example
 * ```ts
 * import { importPrivateKey, SnapSignatureError } from '@x/snap-signature'
 *
 * try {
 *   importPrivateKey('./private.pem')
 * } catch (error) {
 *   if (!(error instanceof SnapSignatureError)) throw error
 *   error.code // → 'ERR_SNAP_KEY_UNREADABLE'
 *   error.detail // → { problem: 'file-path' }
 * }
 * ```
 */
export class SnapSignatureError<Code extends SnapSignatureErrorCode = SnapSignatureErrorCode> extends Error {
  override readonly name = 'SnapSignatureError'
  readonly code: Code
  readonly detail: SnapSignatureErrorDetails[Code]

  constructor({
    code,
    message,
    detail,
  }: { code: Code; message: string; detail: SnapSignatureErrorDetails[Code] }) {
    super(message)
    this.code = code
    this.detail = detail
  }

  /** By name, so that the ESM and the CommonJS copy of this class accept each other's errors. */
  static override [Symbol.hasInstance](value: unknown): value is AnySnapSignatureError {
    return value instanceof Error && value.name === 'SnapSignatureError'
  }

  /** What `JSON.stringify` writes: the message too, which an error leaves out by itself. */
  toJSON(): { name: string; code: Code; message: string; detail: SnapSignatureErrorDetails[Code] } {
    return { name: this.name, code: this.code, message: this.message, detail: this.detail }
  }
}
