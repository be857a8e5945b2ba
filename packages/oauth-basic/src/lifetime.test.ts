import { describe, expect, it } from 'vitest'
import { readLifetime } from './lifetime.js'

describe('readLifetime', () => {
  it.each([
    [3599, 3599],
    [0, 0],
    [0.5, 0.5],
    ['900', 900],
    [' 3600 ', 3600],
    ['0', 0],
    ['3.6e3', 3600],
    ['3600.0', 3600],
    ['1E2', 100],
    ['1e+2', 100],
    ['500e-1', 50],
    ['007', 7],
  ])('reads %j as %d seconds', (value, seconds) => {
    expect(readLifetime(value)).toBe(seconds)
  })

  it.each([[undefined], [null], [''], ['  ']])('reads %j as not said', (value) => {
    expect(readLifetime(value)).toBeUndefined()
  })

  it.each([
    [-1],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [true],
    [false],
    [{}],
    [[]],
    [[3600]],
    [3600n],
    ['-1'],
    ['+1'],
    ['3600abc'],
    ['abc'],
    ['36 00'],
    ['1,000'],
    ['0x10'],
    ['1_000'],
    ['.5'],
    ['5.'],
    ['1e'],
    ['NaN'],
    ['Infinity'],
    ['1e400'],
    ['3600\n3600'],
  ])('refuses %s', (value) => {
    expect(readLifetime(value)).toBeNull()
  })
})
