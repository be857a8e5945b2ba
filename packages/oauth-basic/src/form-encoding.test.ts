import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formDecode, formEncode } from './form-encoding.js'

describe('formEncode', () => {
  it('follows the example of RFC 6749 Appendix B', () => {
    expect(formEncode(' %&+£€')).toBe('+%25%26%2B%C2%A3%E2%82%AC')
  })

  it('agrees with URLSearchParams on any Unicode text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const encoded = new URLSearchParams([['', text]]).toString().slice(1)
        expect(formEncode(text)).toBe(encoded)
        expect(formDecode(encoded)).toBe(text)
      }),
    )
  })

  it('agrees with URLSearchParams on every ASCII character', () => {
    for (let code = 0; code < 128; code += 1) {
      const character = String.fromCharCode(code)
      expect(formEncode(character)).toBe(new URLSearchParams([['', character]]).toString().slice(1))
    }
  })
})

describe('formDecode', () => {
  it.each([
    ['lower-case hex', '%c2%a3', '£'],
    ['%20 for a space', 'a%20b', 'a b'],
    ['an escaped letter', '%41', 'A'],
    ['what encodeURIComponent leaves bare', "!'()~*", "!'()~*"],
    ['nothing', '', ''],
  ])('accepts %s', (_, encoded, text) => {
    expect(formDecode(encoded)).toBe(text)
  })

  it.each([
    '%',
    '%2',
    '%zz',
    '%u20AC',
    'a%',
    '%ff',
    '%c0%80',
    '%ed%a0%80',
    '%e2%82',
    'a b',
    'a/b',
    'a=b',
    'a:b',
    '£',
    'a&b',
    'a\n',
  ])('refuses %j', (encoded) => {
    expect(formDecode(encoded)).toBeUndefined()
  })
})
