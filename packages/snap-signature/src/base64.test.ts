import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64, isCanonicalBase64 } from './base64.js'

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('base64', () => {
  // RFC 4648, section 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('writes and reads %j', (text, encoded) => {
    expect(encodeBase64(ascii(text))).toBe(encoded)
    expect(decodeBase64(encoded)).toEqual(ascii(text))
    expect(isCanonicalBase64(encoded, ascii(text))).toBe(true)
  })

  it('knows all 64 characters', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    expect(decodeBase64(alphabet)).toEqual(ascii(atob(alphabet)))
  })

  it.each(['Zg', 'Zg=', 'Zh==', 'Zm9'])('reads %s, which nobody writes', (text) => {
    const bytes = decodeBase64(text) as Uint8Array
    expect(bytes[0]).toBe(0x66)
    expect(isCanonicalBase64(text, bytes)).toBe(false)
  })

  it.each([
    'Zg===',
    'Z=g=',
    'Zm9v\n',
    ' Zm9v',
    'Zm-v',
    'Zm_v',
    'Zm9.',
    'Zm9ä',
    'Zm9\u{10041}',
    '@AAA',
    '[AAA',
    '`AAA',
    '{AAA',
    ':AAA',
    '.AAA',
    ',AAA',
  ])('does not read %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined()
  })
})
