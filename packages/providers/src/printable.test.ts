import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable } from './printable.js'

describe('printable', () => {
  it('keeps what a provider says', () => {
    expect(printable('Unauthorized. [Signature]', [])).toBe('Unauthorized. [Signature]')
  })

  it('makes one line of it and cuts it at 150 characters', () => {
    expect(printable('a\r\nset-cookie: b\u0000', [])).toBe('a set-cookie: b')
    expect(printable('word '.repeat(100), []).length).toBe(150)
  })

  it('removes the string to sign, and anything as long as a credential', () => {
    expect(printable('sign IONPAYTEST|2024-12-31T10:11:40+07:00 failed', [])).toBe('sign [removed] failed')
    expect(printable(`token ${'Ab0-'.repeat(12)} unknown`, [])).toBe('token [removed] unknown')
  })

  it('keeps the names of fields, however long', () => {
    const said = 'Invalid Mandatory Field {originalPartnerReferenceNo}'
    expect(printable(said, [])).toBe(said)
  })

  it('never lets a known secret through', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 9 }), fc.string(), (before, secret, after) => {
        expect(printable(before + secret + after, [secret])).not.toContain(secret)
      }),
    )
  })
})
