import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkExternalId, type ExternalIdRule, makeExternalId } from './external-id.js'

afterEach(() => void vi.restoreAllMocks())

const charsets = { digits: /^\d+$/, 'letters-and-digits': /^[0-9A-Za-z]+$/, visible: /^[!-~]+$/ }
const alphabets = ['digits', 'letters-and-digits', 'visible'] as const

describe('makeExternalId', () => {
  it('has the characters and the length of the rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...alphabets), fc.integer({ min: 1, max: 64 }), (alphabet, length) => {
        const id = makeExternalId({ alphabet, length, maximum: length })
        expect(id).toMatch(charsets[alphabet])
        expect(id).toHaveLength(length)
      }),
    )
  })

  // Chi-square over 100 000 characters: above these only once in a million runs (tables of the distribution, 9 and 61
  // degrees of freedom). Taking bytes modulo 10 without refusing any would give some 600.
  it.each([
    ['digits', 10, 45],
    ['letters-and-digits', 62, 127],
  ] as const)('%s: no character is likelier than another', (alphabet, size, bound) => {
    const counts = new Map<string, number>()
    const characters = 100_000
    for (let n = 0; n < characters / 50; n += 1)
      for (const character of makeExternalId({ alphabet, length: 50, maximum: 50 }))
        counts.set(character, (counts.get(character) ?? 0) + 1)
    const expected = characters / size
    let chiSquare = 0
    for (const count of counts.values()) chiSquare += (count - expected) ** 2 / expected
    expect(counts.size).toBe(size)
    expect(chiSquare).toBeLessThan(bound)
  })

  it('asks the secure source and never Math.random', async () => {
    const random = vi.spyOn(Math, 'random')
    const secure = vi.spyOn(crypto, 'getRandomValues')
    const { makeExternalId } = await freshly()
    makeExternalId({ alphabet: 'digits', length: 32, maximum: 36 })
    expect(random).not.toHaveBeenCalled()
    expect(secure).toHaveBeenCalled()
  })

  it('is never the same twice', () => {
    const rule: ExternalIdRule = { alphabet: 'digits', length: 32, maximum: 36 }
    expect(new Set(Array.from({ length: 10_000 }, () => makeExternalId(rule))).size).toBe(10_000)
  })

  it('passes over bytes that would make the first digits likelier', async () => {
    vi.spyOn(crypto, 'getRandomValues').mockImplementationOnce((bytes) => {
      const view = bytes as unknown as Uint8Array
      view.fill(7)
      view.set([250, 255, 251])
      return bytes
    })
    const { makeExternalId } = await freshly()
    expect(makeExternalId({ alphabet: 'digits', length: 4, maximum: 4 })).toBe('7777')
  })

  it('uses no random byte twice', async () => {
    let given = 0
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
      const view = bytes as unknown as Uint8Array
      for (let at = 0; at < view.length; at += 1) view[at] = given++ % 10
      return bytes
    })
    const { makeExternalId } = await freshly()
    const ids = Array.from({ length: 1_000 }, () =>
      makeExternalId({ alphabet: 'digits', length: 30, maximum: 36 }),
    )
    expect(new Set(ids)).toEqual(new Set(['0123456789'.repeat(3)]))
  })
})

/** With no random bytes left over from another test. */
const freshly = (): Promise<typeof import('./external-id.js')> => {
  vi.resetModules()
  return import('./external-id.js')
}

describe('checkExternalId', () => {
  const rule: ExternalIdRule = { alphabet: 'digits', length: 32, maximum: 5 }
  it.each(['1', '01234'])('takes %s', (id) => expect(checkExternalId(id, rule)).toBe(id))

  it.each(['', '123456', '12a', ' 1', '1\n', '١', 12, null, undefined, {}, ['1']])('refuses %j', (id) => {
    expect(() => checkExternalId(id, rule)).toThrow('"externalId" must be 1 to 5 digits')
  })

  it.each([
    ['visible', 'a-b/c', true],
    ['visible', 'a b', false],
    ['letters-and-digits', 'aB3', true],
    ['letters-and-digits', 'a-3', false],
  ] as const)('%s: %s', (alphabet, id, taken) => {
    const check = (): string => checkExternalId(id, { alphabet, length: 5, maximum: 5 })
    if (taken) expect(check()).toBe(id)
    else expect(check).toThrow(TypeError)
  })
})
