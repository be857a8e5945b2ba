import { encodeBase64 } from '../base64.js'
import { decodeHex, encodeHex } from '../hex.js'

export function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function encode(bytes: Uint8Array, encoding: 'base64' | 'hex'): string {
  return encoding === 'hex' ? encodeHex(bytes) : encodeBase64(bytes)
}

export function decode(text: string, encoding: 'base64' | 'hex'): Uint8Array | undefined {
  if (encoding === 'hex') return decodeHex(text)
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    // `atob` reads more than is written.
    return encodeBase64(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}
