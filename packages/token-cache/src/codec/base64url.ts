import { nodeBuiltin } from '../node-builtin.js'

/** Whole groups of four, and a last one whose unused bits are zero: a change of those would go unnoticed. */
const CANONICAL = /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/

/** Node's Buffer, which takes a tenth of the time. */
interface NodeBuffer {
  from(text: string, encoding: 'base64url'): Uint8Array<ArrayBuffer>
  from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64url'): string }
}

/** Both ways between bytes and text. */
export interface Base64Url {
  /** Writes bytes in the alphabet of RFC 4648 section 5, without padding. */
  readonly write: (bytes: Uint8Array) => string
  /** Reads what `write` writes, and no other spelling of the same bytes. */
  readonly read: (text: string) => Uint8Array<ArrayBuffer> | undefined
}

/** The fastest that this runtime has. */
export function base64Url(): Base64Url {
  const { Buffer } = (nodeBuiltin('node:buffer') ?? {}) as { Buffer?: NodeBuffer }
  if (Buffer === undefined) return { write: toBase64Url, read: fromBase64Url }
  const write = (bytes: Uint8Array): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url')
  return {
    write,
    read(text) {
      // It reads whatever it can: only the text that these bytes are written as is theirs.
      const bytes = new Uint8Array(Buffer.from(text, 'base64url'))
      return write(bytes) === text ? bytes : undefined
    },
  }
}

/** Writes bytes in the alphabet of RFC 4648 section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  return CANONICAL.test(text) ? decodeBase64Url(text) : undefined
}

/** Reads Base64url without padding, whose characters have been checked. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  // Counted, because Uint8Array.from takes longer than the decryption here.
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}
