import { assertSymmetric, importSecret, signSymmetric, verifySymmetric } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeBase64 } from './base64.js'
import { encodeHex } from './hex.js'

// docs.midtrans.com/reference/signature-generation, which prints the hash and not the body.
const secret = 'fdppqbF5wq7vVegyvsV1CROMv646nJ7A'
const request = {
  method: 'POST',
  path: '/v1.0/debit/payment-host-to-host',
  accessToken: 'gp9HjjEj813Y9JGoqwOeOPWbnt4CupvIJbU1Mmu4a11MNDZ7Sg5u9a',
  bodyHash: '56fa5f4999ad8014de49d7898c1d1d53472569db8999de3c1b752a0dd181e98c',
  timestamp: '2020-01-01T00:00:00+07:00',
}
const signature = 'FSlidRHe4ow9qppNifGVQNcdv67lBjgCiP0BHylh+IKXo4fs2rHaGsFNUY0N8t0rPlZs4iAHAOCDklnCccwuJw=='
const hex =
  '1529627511dee28c3daa9a4d89f19540d71dbfaee506380288fd011f2961f88297a387ecdab1da1ac14d518d0df2dd2b3e566ce2200700e0839259c271cc2e27'
const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0))
const right = { ...request, secret, signature }
const withBody = { method: 'POST', path: '/a', accessToken: 'token', timestamp: request.timestamp, secret }

describe('signSymmetric', () => {
  it('signs as published, with a secret that is prepared and one that is not', () => {
    for (const known of [secret, importSecret(secret)]) {
      expect(signSymmetric({ ...request, secret: known })).toBe(signature)
      expect(signSymmetric({ ...request, secret: known, encoding: 'hex' })).toBe(hex)
      expect(signSymmetric({ ...request, secret: known, encoding: undefined })).toBe(signature)
    }
  })

  it.each(['base64url', 'HEX', '', null, 7])('refuses the encoding %j', (encoding) => {
    expect(() => signSymmetric({ ...request, secret, encoding: encoding as 'hex' })).toThrow(
      /^"encoding" must be 'base64' or 'hex'/,
    )
  })
})

describe('verifySymmetric', () => {
  it('accepts what is right', () => {
    expect(verifySymmetric(right)).toBe(true)
    expect(verifySymmetric({ ...right, secret: importSecret(secret) })).toBe(true)
    expect(verifySymmetric({ ...right, signature: hex, encoding: 'hex' })).toBe(true)
  })

  it.each([
    ['nothing', '', 'wrong-length'],
    ['no padding', signature.replace(/=+$/, ''), 'not-canonical-encoding'],
    ['one padding character', signature.slice(0, -1), 'not-canonical-encoding'],
    ['padding too much', `${signature}=`, 'not-canonical-encoding'],
    ['left-over bits', signature.replace('Jw==', 'Jx=='), 'not-canonical-encoding'],
    ['a line break at its end', `${signature}\n`, 'not-canonical-encoding'],
    ['a space before', ` ${signature}`, 'not-canonical-encoding'],
    ['base64url', signature.replaceAll('+', '-').replaceAll('/', '_'), 'not-canonical-encoding'],
    ['lower case', signature.toLowerCase(), 'mismatch'],
    ['no ASCII', `ä${signature.slice(1)}`, 'not-canonical-encoding'],
    ['hex', hex, 'wrong-length'],
    ['a byte too many', encodeBase64(Uint8Array.of(0, ...bytes)), 'wrong-length'],
    ['a byte too few', encodeBase64(bytes.subarray(1)), 'wrong-length'],
    ['half of the bytes', encodeBase64(bytes.subarray(0, 32)), 'wrong-length'],
    ['a megabyte', 'A'.repeat(1_048_576), 'wrong-length'],
    ['zeros', encodeBase64(new Uint8Array(64)), 'mismatch'],
  ])('refuses a signature with %s', (_, text, problem) => {
    expect(verifySymmetric({ ...right, signature: text })).toBe(false)
    expect(() => assertSymmetric({ ...right, signature: text })).toThrow(
      expect.objectContaining({ code: 'ERR_SNAP_SIGNATURE_MISMATCH', detail: { problem } }),
    )
  })

  it.each([
    ['upper case', hex.toUpperCase()],
    ['a prefix', `0x${hex}`],
    ['a digit too few', hex.slice(1)],
    ['zeros before', `00${hex}`],
    ['base64', signature],
  ])('refuses a hex signature with %s', (_, text) => {
    expect(verifySymmetric({ ...right, signature: text, encoding: 'hex' })).toBe(false)
  })

  it('finds one changed bit in any byte of the signature', () => {
    for (let bit = 0; bit < 512; bit += 1) {
      const changed = Uint8Array.from(bytes)
      changed[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(verifySymmetric({ ...right, signature: encodeBase64(changed) }), `bit ${bit}`).toBe(false)
      expect(verifySymmetric({ ...right, signature: encodeHex(changed), encoding: 'hex' })).toBe(false)
    }
  })

  it('answers hostile values with false, and says so', () => {
    const hostile: readonly object[] = [
      { method: 'post' },
      { method: '' },
      { path: 'https://localhost/a' },
      { path: '/a b' },
      { path: '' },
      { accessToken: 'Bearer a' },
      { accessToken: '' },
      { timestamp: 'a\nb' },
      { timestamp: '\ud800' },
      { body: '{"a' },
      { body: '\ud800' },
      { body: '\ufeff{}' },
      { body: Uint8Array.of(0xff) },
    ]
    for (const change of hostile) {
      const input = { ...withBody, body: '{}', signature, ...change }
      expect(verifySymmetric(input), JSON.stringify(change)).toBe(false)
      expect(() => assertSymmetric(input)).toThrow(
        expect.objectContaining({
          code: 'ERR_SNAP_SIGNATURE_MISMATCH',
          detail: { problem: 'unsignable-value' },
        }),
      )
    }
  })

  it('answers any strings', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    const shaped = fc.uint8Array({ minLength: 64, maxLength: 64 }).map(encodeBase64)
    const input = fc.record({
      method: fc.oneof(text, fc.constant('POST')),
      path: fc.oneof(text, fc.constant('/a')),
      accessToken: fc.oneof(text, fc.constant('token')),
      timestamp: fc.oneof(text, fc.constant(request.timestamp)),
      body: fc.oneof(text, fc.uint8Array(), fc.constant('')),
      signature: fc.oneof(text, shaped),
      encoding: fc.constantFrom('base64' as const, 'hex' as const),
    })
    fc.assert(
      fc.property(input, (received) => {
        expect(verifySymmetric({ ...received, secret })).toBe(false)
      }),
    )
  })

  it.each(['method', 'path', 'accessToken', 'timestamp', 'signature'])(
    'is misused with a %s that is no string',
    (field) => {
      for (const value of [undefined, null, 7, bytes])
        for (const run of [verifySymmetric, assertSymmetric])
          expect(() => run({ ...right, [field]: value })).toThrow(new RegExp(`^"${field}" must be a string`))
    },
  )

  it('is misused with a parsed body, a bad secret or an unknown encoding, whatever arrived', () => {
    const received = { ...withBody, path: '', signature: '' }
    const parsed = { ...received, body: { amount: 1 } as never }
    expect(() => verifySymmetric(parsed)).toThrow(/serialise an object once/)
    const body = ''
    expect(() => verifySymmetric({ ...received, body, encoding: 'base64url' as 'base64' })).toThrow(TypeError)
    expect(() => verifySymmetric({ ...received, body, secret: {} as never })).toThrow(TypeError)
    expect(() => verifySymmetric({ ...received, body, secret: 'secret\n' })).toThrow(
      expect.objectContaining({ code: 'ERR_SNAP_SECRET' }),
    )
  })
})

describe('assertSymmetric', () => {
  it('does nothing when all is right', () => {
    expect(assertSymmetric(right)).toBeUndefined()
  })
})
