import {
  fingerprint,
  importEncryptedPrivateKey,
  importPrivateKey,
  importPublicKey,
  SnapSignatureError,
} from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  derOf,
  generatedKey,
  generatedKeys,
  pkcs1Private,
  pkcs1Public,
  sample,
  sampleFingerprint,
} from './samples.js'

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

describe('a certificate with any damage', () => {
  const ders = generatedKeys.certificates.map(([, pem]) => derOf(pem))
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })

  it('is refused as a private key, and is some public key or none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ders), edits, (der, changes) => {
        const damaged = Uint8Array.from(der)
        for (const [place, value] of changes) damaged[place % der.length] = value
        expect(outcome(() => importPrivateKey(damaged))).toBeUndefined()
        outcome(() => importPublicKey(damaged))
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused at every cut', () => {
    for (const der of ders)
      for (let length = 0; length < der.length; length += 1)
        expect(outcome(() => importPublicKey(der.subarray(0, length)))).toBeUndefined()
  })
})

describe('a JSON Web Key with any damage', () => {
  const privateText = generatedKey('jwk', 'private')
  const jwk = JSON.parse(privateText) as Record<string, unknown>

  it('is refused as text, or is the same key', () => {
    const pieces = fc.string({ maxLength: 3, unit: fc.constantFrom(...'{}[]",:\\Aa0_-+/= \n\u00e9') })
    fc.assert(
      fc.property(fc.nat(), fc.nat(3), pieces, (place, removed, added) => {
        const at = place % privateText.length
        const damaged = privateText.slice(0, at) + added + privateText.slice(at + removed)
        expect([undefined, sampleFingerprint]).toContain(outcome(() => importPrivateKey(damaged)))
        expect(outcome(() => importPublicKey(damaged))).toBeOneOf([undefined, sampleFingerprint])
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused with any value in any member, or is the same key', () => {
    const members = fc.constantFrom(...Object.keys(jwk), 'oth', 'alg', 'use', 'key_ops', 'keys', '__proto__')
    const values = fc.oneof(
      fc.jsonValue(),
      fc.base64String(),
      fc.constant(undefined),
      fc.constant(Symbol('x')),
    )
    fc.assert(
      fc.property(members, values, (member, value) => {
        const source = { ...jwk, [member]: value }
        expect([undefined, sampleFingerprint]).toContain(outcome(() => importPrivateKey(source)))
        outcome(() => importPublicKey(source))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('an encrypted key with any damage', () => {
  const texts = [
    ...generatedKeys.encrypted,
    ...generatedKeys.encryptedForNode,
    ...generatedKeys.refusedCiphers,
  ]
    .filter(([name]) => !name.startsWith('100 000'))
    .map(([, text]) => text)

  async function opened(source: string | Uint8Array): Promise<string | undefined> {
    try {
      return fingerprint(await importEncryptedPrivateKey(source, { passphrase: 'sample' }))
    } catch (error) {
      if (error instanceof SnapSignatureError) return undefined
      throw error
    }
  }

  // Most of the changes go where the parameters are. Counts of iterations stay below a second's work.
  it('is refused, or is the same key', async () => {
    const places = fc.oneof(fc.nat(120), fc.nat(1500))
    const edits = fc.array(fc.tuple(places, fc.nat(255)), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), edits, async (text, changes) => {
        const characters = [...text]
        const body = text.indexOf('\n', text.indexOf('-----\n') + 6) - 64
        for (const [place, value] of changes)
          characters[(body + place) % text.length] = String.fromCharCode(32 + (value % 95))
        expect([undefined, sampleFingerprint]).toContain(await opened(characters.join('')))
      }),
      { numRuns: 300 },
    )
  })

  it('is refused at any cut, unless only the last line is hurt', async () => {
    const text = generatedKey('encrypted', 'aes-128-cbc hmacWithSHA1')
    const end = text.indexOf('\n-----END')
    for (let length = 0; length < end - 2; length += 7)
      expect(await opened(text.slice(0, length))).toBeUndefined()
    expect(await opened(text.slice(0, end))).toBe(sampleFingerprint)
  })
})
