/** Text that can be written as UTF-8 and has no control character (RFC 7617 section 2), not empty. */
export const PLAIN_TEXT: RegExp = /^[^\p{Cc}\p{Cs}]+$/u

/** Printable ASCII, not empty: what a header can carry everywhere. */
export const PRINTABLE: RegExp = /^[\x20-\x7e]+$/

export const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)
