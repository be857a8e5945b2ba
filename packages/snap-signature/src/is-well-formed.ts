/** Whether a text can be written as UTF-8: a lone surrogate would become U+FFFD without a word. */
export function isWellFormed(text: string): boolean {
  // ES2024; some browsers in use are older.
  const native: { isWellFormed?: () => boolean } & string = text
  return native.isWellFormed?.() ?? !/\p{Surrogate}/u.test(text)
}
