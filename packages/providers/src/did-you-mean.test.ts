import { describe, expect, it } from 'vitest'
import { didYouMean } from './did-you-mean.js'

describe('didYouMean', () => {
  const known = ['beforeSend', 'timeoutMs', 'tokens', 'outcome']
  it.each([
    ['beforesend', 'beforeSend'],
    ['timeout', 'timeoutMs'],
    ['timeotuMs', 'timeoutMs'],
    ['outcom', 'outcome'],
    ['TOKENS', 'tokens'],
    ['token', undefined],
    ['time', undefined],
    ['constructor', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%.20s → %s', (given, meant) => expect(didYouMean(given, known)).toBe(meant))
})
