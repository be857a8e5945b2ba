import { describe, expect, it } from 'vitest'
import { decodeSignature, encodeSignature } from './signature-encoding.js'

// RFC 4648, section 10.
const foobar = Uint8Array.from('foobar', (character) => character.charCodeAt(0))

describe('a signature text', () => {
  it.each([
    ['base64', 'Zm9vYmFy'],
    ['hex', '666f6f626172'],
  ] as const)('is written and read as %s', (encoding, text) => {
    expect(encodeSignature(foobar, encoding)).toBe(text)
    expect(decodeSignature(text, { encoding, byteLength: 6 })).toEqual(foobar)
  })

  it.each([
    ['base64', 'Zm9vYmFy', 5],
    ['base64', 'Zm9vYmFy', 7],
    ['base64', 'Zm9vYmE=', 4],
    ['base64', 'Zm9vYmE', 5],
    ['base64', 'Zm9vYmF=', 5],
    ['base64', 'Zm9v YmFy', 6],
    ['base64', 'AAAAA', 3],
    ['base64', '', 6],
    ['hex', '666f6f626172', 5],
    ['hex', '666f6f626172', 7],
    ['hex', '666F6F626172', 6],
    ['hex', '', 6],
  ] as const)('is not read as %s: %j for %d bytes', (encoding, text, byteLength) => {
    expect(decodeSignature(text, { encoding, byteLength })).toBeUndefined()
  })
})
