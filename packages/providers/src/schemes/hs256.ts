import { hmacSha256, toBase64, utf8 } from './hmac-sha256.js'

/** `{"alg":"HS256","typ":"JWT"}` in base64url. */
const header = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'

/** The three parts of a compact JWS. */
export type SignJws = (payload: string) => Promise<readonly [header: string, payload: string, mac: string]>

/**
 * A JWS in compact form with HMAC-SHA256, over text as it is.
 *
 * @see RFC 7515 section 3.1 and RFC 7518 section 3.2
 */
export const hs256 = (secret: string): SignJws => {
  const sign = hmacSha256(secret)
  return async (text) => {
    const payload = base64url(utf8(text))
    return [header, payload, base64url(await sign(`${header}.${payload}`))]
  }
}

const base64url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
