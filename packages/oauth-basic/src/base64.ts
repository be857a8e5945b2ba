/** Standard base64 with padding (RFC 4648 section 4) of the text's UTF-8 bytes. */
export const encodeBase64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** The text whose `encodeBase64` is exactly this, or undefined. */
export const decodeBase64 = (base64: string): string | undefined => {
  try {
    const latin1 = atob(base64)
    // atob forgives whitespace, missing padding and stray bits; only the canonical form survives the way back.
    if (btoa(latin1) !== base64) return undefined
    const bytes = Uint8Array.from(latin1, (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
