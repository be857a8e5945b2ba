export function encodeBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

/** Reads the standard alphabet, with or without padding; undefined for any other character. Drops left-over bits. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const end = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  const bytes = new Uint8Array(Math.floor((end * 3) / 4))
  let pending = 0
  let bits = 0
  let written = 0
  for (let index = 0; index < end; index += 1) {
    const value = sextet(text.charCodeAt(index))
    if (value === undefined) return undefined
    pending = (pending << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[written] = pending >> bits
      written += 1
    }
  }
  return bytes
}

function sextet(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 26
  if (code >= 0x41 && code <= 0x5a) return code - 0x41
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52
  if (code === 0x2b) return 62
  if (code === 0x2f) return 63
  return undefined
}

/** Whether a text is the one that {@link encodeBase64} writes for these bytes, which were decoded from it. */
export function isCanonicalBase64(text: string, bytes: Uint8Array): boolean {
  // Only the last group of four characters has several spellings: padding and left-over bits.
  const lastGroup = bytes.subarray(-(bytes.length % 3 || 3))
  return text.length === Math.ceil(bytes.length / 3) * 4 && text.endsWith(encodeBase64(lastGroup))
}
