import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from './sha256.js'

describe('sha256', () => {
  it.each([
    // FIPS 180-2 appendix B.1 to B.3.
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('answers what the standard does (%#)', (text, digest) => {
    expect(sha256(text)).toBe(digest)
  })

  it("answers what Node's own does, at every length of a block and for any text", () => {
    const reference = (text: string) => createHash('sha256').update(text).digest('hex')
    for (let length = 0; length <= 200; length++) {
      const text = 'x'.repeat(length)
      expect(sha256(text)).toBe(reference(text))
    }
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(text, (one) => sha256(one) === reference(one)),
      { numRuns: 1_000 },
    )
  })
})
