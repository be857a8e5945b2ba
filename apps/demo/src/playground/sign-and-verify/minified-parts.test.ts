import { minifyJson } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSpace, minifiedParts, visibleSpace } from './minified-parts.js'

const kept = (body: string): string =>
  minifiedParts(body)
    .filter((part) => part.kept)
    .map(({ text }) => text)
    .join('')

describe('minifiedParts', () => {
  it('takes white space between, and leaves it inside a string', () => {
    expect(minifiedParts('{ "name":\n\t"Budi  \\" Santoso" }')).toEqual([
      { kept: true, text: '{' },
      { kept: false, text: ' ' },
      { kept: true, text: '"name":' },
      { kept: false, text: '\n\t' },
      { kept: true, text: '"Budi  \\" Santoso"' },
      { kept: false, text: ' ' },
      { kept: true, text: '}' },
    ])
  })

  it('has no parts for an empty body', () => {
    expect(minifiedParts('')).toEqual([])
  })

  it('loses nothing, and keeps what JSON writes without white space', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(' ', '   ', '\t'), (json, indent) => {
        const value: unknown = JSON.parse(json)
        const pretty = JSON.stringify(value, null, indent)
        expect(kept(pretty)).toBe(JSON.stringify(value))
        expect(
          minifiedParts(pretty)
            .map(({ text }) => text)
            .join(''),
        ).toBe(pretty)
      }),
    )
  })

  it('agrees with the signer over text that is no JSON', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'"\\ \n\tab{}:,\u00a0\u2028', '😀') })
    fc.assert(
      fc.property(hostile, (text) => {
        let minified: string
        try {
          minified = minifyJson(text)
        } catch {
          return
        }
        expect(kept(text)).toBe(minified)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes a megabyte', () => {
    const long = `"${'x '.repeat(500_000)}"`
    expect(minifiedParts(` ${long}`)).toEqual([
      { kept: false, text: ' ' },
      { kept: true, text: long },
    ])
  })
})

it('makes white space visible', () => {
  expect(visibleSpace(' \t\r\n')).toBe('·→␍⏎\n')
})

it('counts the white space that goes and that stays', () => {
  expect(countSpace(minifiedParts('{ "a b":\n "c d e" }'))).toEqual({ gone: 4, kept: 3 })
  expect(countSpace([])).toEqual({ gone: 0, kept: 0 })
})
