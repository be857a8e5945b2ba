import { buffer } from './builtins.js'

export function readUtf8(bytes: Uint8Array): string | undefined {
  return buffer().isUtf8(bytes) ? view(bytes).toString() : undefined
}

export function utf8(text: string): Uint8Array {
  return Buffer.from(text)
}

export function encode(bytes: Uint8Array, encoding: 'base64' | 'hex'): string {
  return view(bytes).toString(encoding)
}

export function decode(text: string, encoding: 'base64' | 'hex'): Uint8Array | undefined {
  const bytes = Buffer.from(text, encoding)
  // `Buffer` reads far more than it writes.
  return bytes.toString(encoding) === text ? bytes : undefined
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
