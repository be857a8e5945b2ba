export function encodeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Reads pairs of lower-case digits; undefined for any other text. */
export function decodeHex(text: string): Uint8Array | undefined {
  const bytes = Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
  // `parseInt` reads more than is written.
  return encodeHex(bytes) === text ? bytes : undefined
}
