import type { Mac } from '../mac.js'
import { crypto, oneShot } from './builtins.js'

const blockBytes = 128

/** HMAC-SHA512 (RFC 2104) for one signature. */
export function hmac(secret: string, text: string, encoding: 'base64' | 'hex'): string {
  return crypto().createHmac('sha512', secret).update(text).digest(encoding)
}

/** HMAC-SHA512 (RFC 2104), made ready for many signatures. */
export function prepareHmac(secret: string): Mac {
  const fast = prepareOneShots(secret)
  // Not every runtime that answers to `node:crypto` is Node: the fast way is taken only where it is seen to be right.
  if (fast && fast(secret, 'base64') === hmac(secret, secret, 'base64')) return fast
  const key = crypto().createSecretKey(secret, 'utf8')
  return (text, encoding) => crypto().createHmac('sha512', key).update(text).digest(encoding)
}

/**
 * A short ASCII secret stays ASCII when it is combined with the inner pad, and can stand before the text as a string:
 * two one-shot digests, without a copy of the text and without a stream object, are half as fast again as `createHmac`.
 */
function prepareOneShots(secret: string): Mac | undefined {
  const hash = oneShot()
  if (!hash || secret.length > blockBytes || !/^[\0-\x7f]*$/.test(secret)) return undefined
  const inner = Buffer.alloc(blockBytes, 0x36)
  const outer = Buffer.alloc(blockBytes + 64, 0x5c)
  for (let index = 0; index < secret.length; index += 1) {
    inner[index] = 0x36 ^ secret.charCodeAt(index)
    outer[index] = 0x5c ^ secret.charCodeAt(index)
  }
  const prefix = inner.toString('latin1')
  return (text, encoding) => {
    outer.write(hash('sha512', prefix + text, 'latin1'), blockBytes, 'latin1')
    return hash('sha512', outer, encoding)
  }
}
