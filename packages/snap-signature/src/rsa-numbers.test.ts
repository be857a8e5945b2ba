import { describe, expect, it } from 'vitest'
import { bitLength, isConsistentPrivateKey, isPublicPair, readNumbers } from './rsa-numbers.js'

// The textbook key: p = 61, q = 53. Its d is once modulo the least common multiple, once modulo the totient.
const textbook = [0n, 3233n, 17n, 413n, 61n, 53n, 53n, 49n, 38n]
const withTotient = textbook.with(3, 2753n)

describe('isConsistentPrivateKey', () => {
  it('accepts the textbook key in both of its forms', () => {
    expect(isConsistentPrivateKey(textbook)).toBe(true)
    expect(isConsistentPrivateKey(withTotient)).toBe(true)
  })

  it('refuses every other value of any single number', () => {
    for (let index = 0; index < textbook.length; index += 1)
      for (let value = 0n; value < 4000n; value += 1n) {
        const changed = textbook.with(index, value)
        // Both exponents count modulo lcm(60, 52) = 780.
        const isExponent = index === 2 || index === 3
        const same = isExponent && value < 3233n && (value - (textbook[index] ?? 0n)) % 780n === 0n
        const fits = value === textbook[index] || same
        expect(isConsistentPrivateKey(changed), `number ${index} = ${value}`).toBe(fits)
      }
  })

  it('refuses a number too few or too many', () => {
    expect(isConsistentPrivateKey(textbook.slice(0, 8))).toBe(false)
    expect(isConsistentPrivateKey([...textbook, 1n])).toBe(false)
  })

  it.each([1n, 2n])('refuses a prime of %d', (prime) => {
    expect(isConsistentPrivateKey(textbook.with(4, prime).with(1, prime * 53n))).toBe(false)
    expect(isConsistentPrivateKey(textbook.with(5, prime).with(1, prime * 61n))).toBe(false)
  })
})

describe('isPublicPair', () => {
  it.each([
    [3233n, 17n, true],
    [3233n, 3n, true],
    [3233n, 1n, false],
    [3233n, 16n, false],
    [3234n, 17n, false],
    [3233n, 3233n, false],
    [(1n << 16_384n) - 1n, 65_537n, true],
    [(1n << 16_384n) + 1n, 65_537n, false],
  ])('judges a pair', (modulus, exponent, expected) => {
    expect(isPublicPair(modulus, exponent)).toBe(expected)
  })
})

describe('readNumbers', () => {
  const read = (...contents: number[]) => readNumbers([{ tag: 0x02, contents: Uint8Array.from(contents) }])

  it('reads what is positive and as short as can be', () => {
    expect(read(0)).toEqual([0n])
    expect(read(0x7f)).toEqual([127n])
    expect(read(0, 0x80)).toEqual([128n])
    expect(read(1, 0, 1)).toEqual([65_537n])
  })

  it.each([[[]], [[0x80]], [[0xff, 0]], [[0, 0]], [[0, 0x7f]]])('refuses %j', (contents) => {
    expect(read(...contents)).toBeUndefined()
  })

  it('refuses what is no INTEGER', () => {
    expect(readNumbers([{ tag: 0x04, contents: Uint8Array.of(1) }])).toBeUndefined()
  })
})

it('counts bits', () => {
  expect([1n, 2n, 255n, 256n].map(bitLength)).toEqual([1, 2, 8, 9])
})
