import { decodeBase64, isCanonicalBase64 } from './base64.js'

/** Reads base64url without padding (RFC 7515, section 2); undefined for any text but the one of its bytes. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  const padded = standard.padEnd(Math.ceil(text.length / 4) * 4, '=')
  const bytes = decodeBase64(padded)
  return bytes && isCanonicalBase64(padded, bytes) ? bytes : undefined
}
