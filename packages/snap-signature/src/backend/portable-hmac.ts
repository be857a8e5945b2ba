import { sha512 } from '@noble/hashes/sha2.js'
import type { Mac } from './mac.js'
import { encode, utf8 } from './portable-text.js'

const blockBytes = 128

/** HMAC-SHA512 (RFC 2104) for one signature. */
export function hmac(secret: string, text: string, encoding: 'base64' | 'hex'): string {
  return prepareHmac(secret)(text, encoding)
}

/** HMAC-SHA512 (RFC 2104), made ready for many signatures. Written out: noble's takes a twentieth of the bundle. */
export function prepareHmac(secret: string): Mac {
  const key = utf8(secret)
  const block = new Uint8Array(blockBytes)
  block.set(key.length > blockBytes ? sha512(key) : key)
  const inner = sha512.create().update(block.map((byte) => byte ^ 0x36))
  const outer = sha512.create().update(block.map((byte) => byte ^ 0x5c))
  return (text, encoding) => {
    const digest = inner.clone().update(utf8(text)).digest()
    return encode(outer.clone().update(digest).digest(), encoding)
  }
}
