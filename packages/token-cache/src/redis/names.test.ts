import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesOf } from './names.js'

/** The hash tag by the words of the cluster specification, or undefined where the whole key is hashed. */
function hashTag(key: string): string | undefined {
  const open = key.indexOf('{')
  const close = key.indexOf('}', open + 1)
  return open === -1 || close === -1 || close === open + 1 ? undefined : key.slice(open + 1, close)
}

const anyKey = fc
  .oneof(fc.string({ unit: fc.constantFrom('{', '}', ':', 'v', 'a') }), fc.string())
  .filter((key) => key !== '' && !key.startsWith('}'))

describe('namesOf', () => {
  it('gives record and lease one hash tag, whatever braces the key has', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const { keys, channel } = namesOf(key)
        const tags = [...keys, channel].map(hashTag)
        expect(tags[0]).toBeTruthy()
        expect(new Set(tags).size).toBe(1)
      }),
    )
  })

  it('gives no two keys a name in common', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyKey, { minLength: 2, maxLength: 2 }), (keys) => {
        const names = keys.flatMap((key) => [...namesOf(key).keys, namesOf(key).channel])
        expect(new Set(names).size).toBe(6)
      }),
    )
  })

  it('names them as it is documented', () => {
    const key = 'token-cache:1:bank::abc'
    expect(namesOf(key)).toEqual({ keys: [`{${key}}:v`, `{${key}}:l`], channel: `{${key}}:c` })
  })

  it.each(['', '}', '}a', 7, null, undefined])('refuses the key %j', (key) => {
    const wanted = '"key" must be a non-empty string that does not begin with "}"'
    expect(() => Reflect.apply(namesOf, undefined, [key])).toThrow(TypeError)
    expect(() => Reflect.apply(namesOf, undefined, [key])).toThrow(wanted)
  })
})
