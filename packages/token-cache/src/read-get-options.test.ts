import { describe, expect, it } from 'vitest'
import { readGetOptions } from './read-get-options.js'

const read = (options: unknown): unknown => Reflect.apply(readGetOptions, undefined, [options])

describe('readGetOptions', () => {
  it('asks for nothing by itself', () => {
    expect(read(undefined)).toEqual({ signal: undefined, minValidityMs: 0 })
    expect(read({})).toEqual({ signal: undefined, minValidityMs: 0 })
    const { signal } = new AbortController()
    expect(read({ signal, minValidityMs: 7 })).toEqual({ signal, minValidityMs: 7 })
  })

  it.each([
    { options: null, says: '"options" must be an object, got null' },
    { options: 'soon', says: '"options" must be an object, got string' },
    { options: { signal: {} }, says: '"signal" must be an AbortSignal, got object' },
    { options: { signal: null }, says: '"signal" must be an AbortSignal, got null' },
    { options: { signal: 'key' }, says: '"signal" must be an AbortSignal, got string' },
    { options: { minValidityMs: -1 }, says: '"minValidityMs" must be milliseconds, 0 or more, got -1' },
    { options: { minValidityMs: null }, says: '"minValidityMs" must be milliseconds, 0 or more, got null' },
    { options: { minValidityMs: '5' }, says: '"minValidityMs" must be milliseconds, 0 or more, got string' },
  ])('refuses: $says', ({ options, says }) => {
    expect(() => read(options)).toThrow(new TypeError(says))
  })
})
