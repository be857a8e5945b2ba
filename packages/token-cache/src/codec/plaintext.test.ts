import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plaintext } from './plaintext.js'

const where = { key: 'bank', version: 'v1' }

describe('plaintext', () => {
  it('writes the text as it is, after its expiry and what it belongs to', async () => {
    const data = 'p1.1900000000000.["bank","v1"].a.b\nc'
    expect(await plaintext.seal({ ...where, text: 'a.b\nc', expiresAt: 1_900_000_000_000 })).toBe(data)
    expect(await plaintext.open({ ...where, data })).toEqual({ text: 'a.b\nc', expiresAt: 1_900_000_000_000 })
  })

  it('reads what it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.maxSafeNat(), async (text, expiresAt) => {
        const data = await plaintext.seal({ ...where, text, expiresAt })
        expect(await plaintext.open({ ...where, data })).toEqual({ text, expiresAt })
      }),
    )
  })

  it('reads nothing that belongs to another key or version', async () => {
    const parts = fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))
    const input = fc.tuple(parts, parts, fc.string({ unit: 'grapheme' }))
    await fc.assert(
      fc.asyncProperty(input, async ([[key, version], [otherKey, otherVersion], text]) => {
        const data = await plaintext.seal({ key, version, text, expiresAt: 1 })
        const isSame = key === otherKey && version === otherVersion
        const opened = await plaintext.open({ key: otherKey, version: otherVersion, data })
        expect(opened).toEqual(isSame ? { text, expiresAt: 1 } : { unreadable: 'not-authentic' })
      }),
    )
    const data = await plaintext.seal({ ...where, text: 'x', expiresAt: 1 })
    for (const changes of [{ key: 'ban' }, { key: 'bank2' }, { version: 'v' }, { version: 'V1' }]) {
      expect(await plaintext.open({ ...where, ...changes, data })).toEqual({ unreadable: 'not-authentic' })
    }
  })

  it.each([
    '',
    'p1',
    'p1.',
    'p1.1',
    'p1.x.a',
    'p1.-1.a',
    'p1.1e3.a',
    'p1.01.a',
    'p2.1.a',
    ' p1.1.a',
    's1.a.1.b.c',
  ])('does not read "%s"', async (data) => {
    expect(await plaintext.open({ ...where, data })).toEqual({ unreadable: 'unknown-format' })
  })

  it('reads nothing that is no text, or too long', async () => {
    for (const data of [undefined, null, 7, {}]) {
      const opened = await Reflect.apply(plaintext.open, plaintext, [{ ...where, data }])
      expect(opened).toEqual({ unreadable: 'unknown-format' })
    }
    const long = `p1.1.${'x'.repeat(98_300)}`
    expect(await plaintext.open({ ...where, data: long })).toEqual({ unreadable: 'too-large' })
  })

  it('has the limits of every codec', async () => {
    await expect(plaintext.seal({ ...where, text: 'x'.repeat(65_537), expiresAt: 1 })).rejects.toThrow(
      TypeError,
    )
    await expect(plaintext.seal({ ...where, text: '\ud800', expiresAt: 1 })).rejects.toThrow(TypeError)
    await expect(plaintext.seal({ ...where, text: 'x', expiresAt: 1.5 })).rejects.toThrow(TypeError)
  })
})
