import { fingerprint, importPrivateKey, importPublicKey, SnapSignatureError } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derOf, pkcs1Private, pkcs1Public, sample, sampleFingerprint } from './samples.js'

const texts = [sample.privateKey, sample.publicKey, pkcs1Private, pkcs1Public]
const ders = texts.map(derOf)

/** What an import makes of a source: the fingerprint of a key, or undefined if it was refused properly. */
function outcome(
  read: () => ReturnType<typeof importPrivateKey | typeof importPublicKey>,
): string | undefined {
  try {
    return fingerprint(read())
  } catch (error) {
    if (error instanceof SnapSignatureError) return undefined
    throw error
  }
}

describe('a key with any damage', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })

  it('is refused, or is the same private key, or some public key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ders), edits, (der, changes) => {
        const damaged = Uint8Array.from(der)
        for (const [place, value] of changes) damaged[place % der.length] = value
        expect([undefined, sampleFingerprint]).toContain(outcome(() => importPrivateKey(damaged)))
        outcome(() => importPublicKey(damaged))
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused when a piece is cut out or put in', () => {
    const pieces = fc.uint8Array({ maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom(...ders), fc.nat(), fc.nat(8), pieces, (der, place, removed, added) => {
        const at = place % der.length
        const damaged = Uint8Array.of(...der.subarray(0, at), ...added, ...der.subarray(at + removed))
        expect([undefined, sampleFingerprint]).toContain(outcome(() => importPrivateKey(damaged)))
        outcome(() => importPublicKey(damaged))
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused as a text cut anywhere, unless only the last line is hurt', () => {
    const pem = sample.privateKey
    const end = pem.indexOf('=\n-----END')
    for (let length = 0; length <= pem.length; length += 1) {
      const expected = length >= end ? sampleFingerprint : undefined
      expect(
        outcome(() => importPrivateKey(pem.slice(0, length))),
        `length ${length}`,
      ).toBe(expected)
    }
  })

  it('is refused as a text with any character replaced, unless nothing is lost', () => {
    const characters = fc.constantFrom('\n', ' ', '\\', '"', '-', '=', 'A', '+', '_', '\0', 'é', '\u200b')
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), characters, (text, place, character) => {
        const at = place % text.length
        const damaged = text.slice(0, at) + character + text.slice(at + 1)
        expect([undefined, sampleFingerprint]).toContain(outcome(() => importPrivateKey(damaged)))
      }),
      { numRuns: 500 },
    )
  })
})

describe('anything else', () => {
  const nested = fc.letrec<{ element: Uint8Array }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom(0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31, 0xa0, 0x81),
        fc.oneof(
          { depthSize: 'medium' },
          fc.uint8Array({ maxLength: 12 }),
          fc.array(tie('element'), { maxLength: 4 }),
        ),
      )
      .map(([tag, contents]) => {
        const bytes = contents instanceof Uint8Array ? contents : contents.flatMap((part) => [...part])
        return Uint8Array.of(tag, bytes.length & 0x7f, ...bytes)
      }),
  })).element

  it.each<[string, fc.Arbitrary<string | Uint8Array>]>([
    ['text', fc.string({ unit: 'binary' })],
    ['base64', fc.base64String()],
    ['bytes', fc.uint8Array()],
    ['DER', nested],
    [
      'armour',
      fc.string({
        unit: fc.constantFrom('-----BEGIN ', '-----END ', '-----', 'KEY', '\n', '\\n', '"', 'M', '='),
      }),
    ],
  ])('is refused: %s', (_, sources) => {
    fc.assert(
      fc.property(sources, (source) => {
        expect(outcome(() => importPrivateKey(source))).toBeUndefined()
        expect(outcome(() => importPublicKey(source))).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  // Regular expressions that look back would take minutes, and recursion the stack.
  it('is refused: a hostile text of full length', () => {
    const unit = ['-----BEGIN ', '-----BEGIN A-----', '"', "\\'", '\\', '\\n', ' ', '.', 'A.pem ', '-', '=']
    for (const piece of unit) {
      const source = piece.repeat(Math.floor(32_000 / piece.length))
      expect(outcome(() => importPrivateKey(source))).toBeUndefined()
    }
  })
})
