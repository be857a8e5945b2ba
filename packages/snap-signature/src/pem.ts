import { encodeBase64 } from './base64.js'

/** Writes PEM as RFC 7468 wants it: lines of 64 characters, a line break at the end. */
export function writePem(label: string, der: Uint8Array): string {
  const lines = encodeBase64(der).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
