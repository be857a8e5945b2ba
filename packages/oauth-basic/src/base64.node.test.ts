import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from './base64.js'

// RFC 4648 section 10.
const VECTORS = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
] as const

describe('encodeBase64 and decodeBase64', () => {
  it.each(VECTORS)('follow RFC 4648 for %j', (text, base64) => {
    expect(encodeBase64(text)).toBe(base64)
    expect(decodeBase64(base64)).toBe(text)
  })

  it('agree with Node on any Unicode text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const base64 = Buffer.from(text, 'utf8').toString('base64')
        expect(encodeBase64(text)).toBe(base64)
        expect(decodeBase64(base64)).toBe(text)
      }),
    )
  })

  it('take 40 KB', () => {
    const text = '£€\u{1f600}'.repeat(4500)
    const base64 = Buffer.from(text, 'utf8').toString('base64')
    expect(encodeBase64(text) === base64).toBe(true)
    expect(decodeBase64(base64) === text).toBe(true)
  })

  it('keep a byte order mark', () => {
    expect(decodeBase64('77u/YQ==')).toBe('\ufeffa')
  })
})

describe('decodeBase64', () => {
  it.each([
    ['no padding', 'Zg'],
    ['half the padding', 'Zg='],
    ['padding in excess', 'Zm9v='],
    ['stray bits', 'Zh=='],
    ['a space', 'Zm 9v'],
    ['a line end', 'Zm9v\n'],
    ['the URL alphabet', 'Pz8_'],
    ['a byte that is never UTF-8', '/w=='],
    ['an overlong form', 'wIA='],
    ['a surrogate in UTF-8', '7aCA'],
    ['a truncated character', '4oI='],
  ])('refuses %s', (_, base64) => {
    expect(decodeBase64(base64)).toBeUndefined()
  })
})
