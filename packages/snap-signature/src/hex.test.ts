import { describe, expect, it } from 'vitest'
import { decodeHex, encodeHex } from './hex.js'

describe('hex', () => {
  it.each([
    ['', []],
    ['000f10ff', [0, 15, 16, 255]],
    ['666f6f626172', [0x66, 0x6f, 0x6f, 0x62, 0x61, 0x72]],
  ])('writes and reads %j', (text, bytes) => {
    expect(encodeHex(Uint8Array.from(bytes))).toBe(text)
    expect(decodeHex(text)).toEqual(Uint8Array.from(bytes))
  })

  it.each(['0', '0F', 'fg', '0x00', ' 00', '00\n', '00:11'])('does not read %j', (text) => {
    expect(decodeHex(text)).toBeUndefined()
  })
})
