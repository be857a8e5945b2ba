/** Signs text as it is, in UTF-8. */
export type HmacSha256 = (text: string) => Promise<Uint8Array>

/**
 * HMAC-SHA256 by WebCrypto, keyed with the secret's text as it is.
 *
 * The key is imported once, at the first signature; what is kept of it cannot be read back.
 */
export const hmacSha256 = (secret: string): HmacSha256 => {
  const bytes = utf8(secret)
  let importing: Promise<CryptoKey> | undefined
  return async (text) => {
    importing ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    return new Uint8Array(await crypto.subtle.sign('HMAC', await importing, utf8(text)))
  }
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

export const toBase64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
