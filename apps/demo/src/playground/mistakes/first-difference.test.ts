import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDifference } from './first-difference.js'

describe('firstDifference', () => {
  it('has none for equal texts', () => {
    expect(firstDifference('é😀', 'é😀')).toBeUndefined()
    expect(firstDifference('', '')).toBeUndefined()
  })

  it('counts bytes and marks characters', () => {
    expect(firstDifference('"é/x"', '"é\\/x"')).toEqual({
      byte: 3,
      one: { before: '"é', mark: '/', after: 'x"' },
      other: { before: '"é', mark: '\\', after: '/x"' },
    })
  })

  it('says where a text ends', () => {
    expect(firstDifference('ab', 'abc')).toEqual({
      byte: 2,
      one: { before: 'ab', mark: '', after: '' },
      other: { before: 'ab', mark: 'c', after: '' },
    })
  })

  it('shortens what is far away', () => {
    const found = firstDifference(`${'a'.repeat(100)}X${'b'.repeat(100)}`, 'a'.repeat(100))
    expect(found?.one).toEqual({ before: `…${'a'.repeat(28)}`, mark: 'X', after: `${'b'.repeat(28)}…` })
    expect(found?.other).toEqual({ before: `…${'a'.repeat(28)}`, mark: '', after: '' })
  })

  it('finds the byte that a comparison of buffers finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '😁') })
    fc.assert(
      fc.property(text, text, text, (start, one, other) => {
        const [a, b] = [Buffer.from(start + one), Buffer.from(start + other)]
        const byte = [...a].findIndex((value, index) => value !== b[index])
        const expected = byte < 0 && a.length === b.length ? undefined : byte < 0 ? a.length : byte
        expect(firstDifference(start + one, start + other)?.byte).toBe(expected)
      }),
    )
  })
})
