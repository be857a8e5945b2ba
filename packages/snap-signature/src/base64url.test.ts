import { describe, expect, it } from 'vitest'
import { decodeBase64Url } from './base64url.js'

describe('decodeBase64Url', () => {
  // RFC 7515, appendix C.
  it('reads the example of the standard', () => {
    expect(decodeBase64Url('A-z_4ME')).toEqual(Uint8Array.of(3, 236, 255, 224, 193))
  })

  it.each([
    ['', []],
    ['AA', [0]],
    ['AAA', [0, 0]],
    ['AQAB', [1, 0, 1]],
    ['-_-_', [0xfb, 0xff, 0xbf]],
  ])('reads %j', (text, bytes) => {
    expect(decodeBase64Url(text)).toEqual(Uint8Array.from(bytes))
  })

  it.each(['A', 'AAAAA', 'AB', 'AAB', 'AQ==', 'AQAB=', 'A+A/', ' AQAB', 'AQAB\n', 'AQ.B', 'ÄQAB'])(
    'refuses %j',
    (text) => {
      expect(decodeBase64Url(text)).toBeUndefined()
    },
  )
})
