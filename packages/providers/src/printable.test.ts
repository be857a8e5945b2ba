import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { echoesOf, printable } from './printable.js'

describe('printable', () => {
  it.each([
    'Unauthorized. [Signature]',
    'Invalid Mandatory Field {originalPartnerReferenceNo}',
    'Permintaan tidak dapat dipertanggungjawabkan',
    'Timestamp 2026-11-22T10:00:00+07:00 is too old (now 2026-11-22T10:05:00.123+07:00).',
  ])('keeps what a provider says: %s', (said) => {
    expect(printable(said, [])).toBe(said)
  })

  it('makes one line of it and cuts it at 150 characters', () => {
    expect(printable('a\r\nset-cookie: b\u0000', [])).toBe('a set-cookie: b')
    expect(printable('word '.repeat(100), [])?.length).toBe(150)
  })

  it('removes the string to sign, and words as long as a credential', () => {
    expect(printable('sign IONPAYTEST|2024-12-31T10:11:40+07:00 failed', [])).toBe('sign [removed] failed')
    expect(printable(`token ${'Ab0-'.repeat(5)} unknown`, [])).toBe('token [removed] unknown')
    expect(printable(`token ${'abcdefgh'.repeat(6)} unknown`, [])).toBe('token [removed] unknown')
  })

  it('says nothing at all where a secret is repeated, however short', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, secret, after) => {
        expect(printable(before + secret + after, [secret])).toBeUndefined()
      }),
    )
  })

  it('does little work on a long answer', () => {
    // Time would be a poor judge on a busy machine: the input's end must simply never matter.
    const long = `${'a'.repeat(65_000)}!`
    expect(printable(long, [])).toBe('[removed]')
    expect(printable(`ok ${' '.repeat(65_000)}hunter2`, ['hunter2'])).toBe('ok')
  })
})

describe('echoesOf', () => {
  it('is the secret as it is, percent-encoded and form-encoded', () => {
    expect(echoesOf('p@ss word/+')).toEqual(['p@ss word/+', 'p%40ss%20word%2F%2B', 'p%40ss+word%2F%2B'])
  })

  it('is the same for a secret with spaces at its ends, which an echo may have lost', () => {
    expect(echoesOf(' hunter2 ')).toEqual(['hunter2', 'hunter2', 'hunter2'])
    expect(printable('bad hunter2', echoesOf('hunter2 '))).toBeUndefined()
  })
})
