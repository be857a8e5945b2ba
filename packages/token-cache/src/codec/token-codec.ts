/** What a text belongs to. A codec that seals makes it impossible to open the text as anything else's. */
export interface CodecContext {
  /** The same string that the store is asked with; it has a hash of the whole `TokenKey` in it. */
  readonly key: string
  /** The version of the token. */
  readonly version: string
}

/** Why stored data could not be read. Each one counts as a miss. */
export type UnreadableReason =
  /** Longer than anything that is written here. */
  | 'too-large'
  /** Not written by this codec, or cut short; unsealed data counts as this where sealed data is expected. */
  | 'unknown-format'
  /** Sealed with a key that is not on the ring (any more). */
  | 'unknown-key'
  /** Changed after it was sealed, or sealed for another key, version or expiry. */
  | 'not-authentic'
  /** The codec threw or answered nonsense. */
  | 'codec-failed'

/** What was sealed, or why it cannot be read. */
export type Opened =
  | { readonly text: string; readonly expiresAt: number }
  | { readonly unreadable: UnreadableReason }

/** Turns a token's text into what a shared store keeps, and back. */
export interface TokenCodec {
  /**
   * Writes `text` so that it can be opened for the same context only. `expiresAt` is in whole milliseconds since 1970.
   * Rejects with a `TypeError` if the text is longer than 65 536 bytes of UTF-8.
   */
  seal(input: CodecContext & { readonly text: string; readonly expiresAt: number }): Promise<string>
  /** Reads what `seal` wrote. Whatever is wrong with `data` is an answer, never a rejection. */
  open(input: CodecContext & { readonly data: string }): Promise<Opened>
}
