import { describe, expect, it } from 'vitest'
import { decodeBase64 } from './decode-base64.js'

describe('decodeBase64', () => {
  // RFC 4648 section 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('%j from %j', (text, encoded) => {
    expect(new TextDecoder().decode(decodeBase64(encoded))).toBe(text)
  })

  it.each([
    ['no padding', 'Zg'],
    ['half of its padding', 'Zg='],
    ['padding within', 'Zg==Zg=='],
    ['spare bits that are set', 'Zh=='],
    ['the alphabet of URLs', 'Zm-_'],
    ['a line break', 'Zm9v\nZm9v'],
    ['a space', 'Zm9 '],
  ])('nothing from %s', (_, encoded) => {
    expect(decodeBase64(encoded)).toBeUndefined()
  })
})
