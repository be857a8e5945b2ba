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

/** Why a text or its bytes are no RSA key. */
export type KeyProblem =
  | 'empty'
  | 'too-long'
  | 'too-short'
  | 'file-path'
  | 'openssh'
  | 'several-keys'
  | 'not-base64'
  | 'not-a-key'
  | 'trailing-bytes'
  | 'inconsistent-numbers'

/** What a key that is not RSA was made for, told by its object identifier. */
export type OtherKeyAlgorithm =
  | 'EC'
  | 'Ed25519'
  | 'Ed448'
  | 'X25519'
  | 'X448'
  | 'DSA'
  | 'DH'
  | 'RSASSA-PSS'
  | 'unknown'

/** The `detail` of each error code. Nothing in it is secret. */
export interface SnapSignatureErrorDetails {
  readonly ERR_SNAP_TIMESTAMP: { readonly problem: TimestampProblem }
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
 * Everything that can go wrong with a key or a timestamp from outside; misuse is a `TypeError`.
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
