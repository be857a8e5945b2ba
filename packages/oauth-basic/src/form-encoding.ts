/** Names and values as `application/x-www-form-urlencoded` (RFC 6749 Appendix B); texts must be well formed. */
export const formEncodeAll = (texts: Readonly<Record<string, string>>): string =>
  new URLSearchParams(texts).toString()

/** One value as `application/x-www-form-urlencoded` (RFC 6749 Appendix B). The text must be well formed. */
export const formEncode = (text: string): string => formEncodeAll({ '': text }).slice(1)

// A sender may leave `!'()~` as they are; any other bare character means that nothing was encoded at all.
const ENCODED = /^(?:[\w.*!'()~+-]|%[\da-f]{2})*$/i

/** The value that was form-encoded, or undefined if this is not form encoding of UTF-8 text. */
export const formDecode = (encoded: string): string | undefined => {
  if (!ENCODED.test(encoded)) return undefined
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
