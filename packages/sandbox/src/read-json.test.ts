import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from './read-json.js'

const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }))

describe('reading a body', () => {
  it('reads any object as JSON.parse does, and says the same of any order and spacing of it', () => {
    fc.assert(
      fc.property(object, (value) => {
        const text = JSON.stringify(value)
        const read = readJson(text)
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(read?.members).toEqual(JSON.parse(text))
        expect(readJson(JSON.stringify(turned, null, 2))?.exact()).toBe(read?.exact())
      }),
    )
  })

  it('tells two objects apart that differ in one member', () => {
    fc.assert(
      fc.property(object, fc.string(), fc.jsonValue({ maxDepth: 3 }), (value, name, other) => {
        const before = JSON.stringify(value)
        const after = JSON.stringify({ ...value, [name]: other })
        fc.pre(JSON.stringify(value[name]) !== JSON.stringify(other))
        expect(readJson(after)?.exact() === readJson(before)?.exact()).toBe(
          JSON.stringify(JSON.parse(after)[name]) === JSON.stringify(JSON.parse(before)[name]),
        )
      }),
    )
  })

  it('leaves out one member, and never one of another name', () => {
    const read = readJson('{"a":1,"undefined":2,"sa":3}')
    expect(read?.exact('a')).toBe(readJson('{"undefined":2,"sa":3}')?.exact())
    expect(read?.exact()).toBe(readJson('{"sa":3,"a":1,"undefined":2}')?.exact())
  })

  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number that JSON does not know', '{"a":007}'],
    ['half an object', '{"a":1'],
    ['a member twice', '{"a":1,"a":1}'],
    ['a member twice, spelt otherwise', '{"a":1,"\\u0061":1}'],
    ['a member twice, further in', '{"b":[{"a":1,"a":1}]}'],
    ['a byte order mark', '\ufeff{}'],
    ['a hundred thousand lists', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('is nothing for %s', (_, text) => {
    expect(readJson(text)).toBeUndefined()
  })

  it('takes text that looks like members, and 32 levels', () => {
    expect(readJson('{"a":"\\"b\\": 1, {[","c":"n1"}')?.members).toEqual({ a: '"b": 1, {[', c: 'n1' })
    expect(readJson(`{"a":${'['.repeat(31)}${']'.repeat(31)}}`)).toBeDefined()
    expect(readJson(`{"a":${'['.repeat(32)}${']'.repeat(32)}}`)).toBeUndefined()
  })
})
