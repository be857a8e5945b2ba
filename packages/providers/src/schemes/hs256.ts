/** `{"alg":"HS256","typ":"JWT"}` in base64url. */
const header = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'

/** The three parts of a compact JWS. */
export type SignJws = (payload: string) => Promise<readonly [header: string, payload: string, mac: string]>

/**
 * A JWS in compact form with HMAC-SHA256, over text as it is.
 *
 * The key is imported once, at the first signature; what is kept of the secret cannot be read back.
 *
 * @see RFC 7515 section 3.1 and RFC 7518 section 3.2
 */
export const hs256 = (secret: string): SignJws => {
  const bytes = utf8(secret)
  let importing: Promise<CryptoKey> | undefined
  return async (text) => {
    importing ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    const payload = base64url(utf8(text))
    const mac = await crypto.subtle.sign('HMAC', await importing, utf8(`${header}.${payload}`))
    return [header, payload, base64url(new Uint8Array(mac))]
  }
}

/** Standard base64 of UTF-8, with its padding. */
export const base64OfText = (text: string): string => base64(utf8(text))

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const base64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
