import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBearer, isUsableToken, readSeconds } from './token-fields.js'

describe('readSeconds', () => {
  it.each([
    ['900', 900],
    [900, 900],
    [' 899 ', 899],
    [3599, 3599],
    ['900.5', 900.5],
    [0, 0],
    ['0', 0],
  ])('reads %j', (value, expected) => {
    expect(readSeconds(value)).toBe(expected)
  })

  it.each([[undefined], [null], ['']])('finds no lifetime in %j', (value) => {
    expect(readSeconds(value)).toBeUndefined()
  })

  it.each([
    ['900s'],
    ['3600abc'],
    ['-1'],
    [-1],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['Infinity'],
    ['0x10'],
    [true],
    [{}],
    [['900']],
    ['2026-11-21T10:00:00+07:00'],
  ])('finds no possible lifetime in %j', (value) => {
    expect(readSeconds(value)).toBeNaN()
  })
})

describe('isUsableToken', () => {
  it('takes what may stand in a header', () => {
    expect(isUsableToken('eyJ0eXAi.eyJzdWIi.nlrGKpV0==')).toBe(true)
  })

  it.each([[''], ['a b'], ['a\r\nx-injected: 1'], ['é'], [undefined], [1], ['x'.repeat(16_385)]])(
    'refuses %j',
    (value) => {
      expect(isUsableToken(value)).toBe(false)
    },
  )

  it('never takes a control character', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 32 }), fc.string(), (a, code, b) => {
        expect(isUsableToken(a + String.fromCharCode(code) + b)).toBe(false)
      }),
    )
  })
})

describe('isBearer', () => {
  it.each([['Bearer'], ['bearer'], ['BEARER'], ['BearerToken']])('takes %s', (value) => {
    expect(isBearer(value)).toBe(true)
  })
  it.each([['Mac'], ['Bearer '], [''], [undefined], ['xBearer']])('refuses %j', (value) => {
    expect(isBearer(value)).toBe(false)
  })
})
