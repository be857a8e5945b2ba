/** Text that can be written as UTF-8 and has no control character (RFC 7617 section 2), not empty. */
export const PLAIN_TEXT: RegExp = /^[^\p{Cc}\p{Cs}]+$/u

/** Printable ASCII, not empty: what a header can carry everywhere. */
export const PRINTABLE: RegExp = /^[\x20-\x7e]+$/

/** The words that may be a secret: an echo need not repeat the scheme before it, and a short word is none. */
export const longWords = (texts: Readonly<Record<string, string>> | undefined): readonly string[] =>
  Object.values({ ...texts })
    .join(' ')
    .match(/\S{8,}/g) ?? []

export const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

export const assertTexts = (texts: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(texts))
    if (!isText(value, PLAIN_TEXT))
      throw new TypeError(`"${name}" must be text without control character, got ${typeof value}`)
}
