/** The `detail` of each error code. */
export interface SandboxErrorDetails {
  /** No such provider here; `known` lists those there are. */
  readonly ERR_SANDBOX_UNKNOWN_PROVIDER: { readonly known: readonly string[] }
  /** A client that could never be let in: a field is missing or its key cannot be read. */
  readonly ERR_SANDBOX_CLIENT: { readonly field: string }
  /** A fault that is none of the known kinds, or has an impossible count or an unknown field. */
  readonly ERR_SANDBOX_FAULT: { readonly known: readonly string[] }
  /** An action that is none, or that this transaction does not allow now; `allowed` lists those that it does. */
  readonly ERR_SANDBOX_ACTION: { readonly allowed: readonly string[] }
  /** A clock setting that names no moment of the years 0000 to 9999. */
  readonly ERR_SANDBOX_CLOCK: Readonly<Record<never, never>>
  /** A port that something else listens on, or that is kept from this user. */
  readonly ERR_SANDBOX_PORT_TAKEN: { readonly port: number }
}

/** Every code that a {@link SandboxError} can have. */
export type SandboxErrorCode = keyof SandboxErrorDetails

/** The union of all `SandboxError`s: comparing `code` tells the type of `detail`. */
export type AnySandboxError = { [Code in SandboxErrorCode]: SandboxError<Code> }[SandboxErrorCode]

/** What can go wrong with a sandbox, told apart by `code`. */
export class SandboxError<Code extends SandboxErrorCode = SandboxErrorCode> extends Error {
  override readonly name = 'SandboxError'
  readonly code: Code
  readonly detail: SandboxErrorDetails[Code]

  constructor({ code, detail, message }: { code: Code; detail: SandboxErrorDetails[Code]; message: string }) {
    super(message)
    this.code = code
    this.detail = detail
  }

  /** By name, so that the ESM and the CommonJS copy of this class accept each other's errors. */
  static override [Symbol.hasInstance](value: unknown): value is AnySandboxError {
    return value instanceof Error && value.name === 'SandboxError'
  }

  /** What `JSON.stringify` writes: the message too, which an error leaves out by itself. */
  toJSON(): { name: string; code: Code; message: string; detail: SandboxErrorDetails[Code] } {
    return { name: this.name, code: this.code, message: this.message, detail: this.detail }
  }
}
