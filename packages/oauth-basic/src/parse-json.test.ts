import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './parse-json.js'

describe('parseJson', () => {
  it('reads any JSON that JSON.stringify writes, compact or not', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parseJson(text).json).toEqual(JSON.parse(text))
      }),
    )
  })

  // A strict reader refuses such an answer (RFC 6749 section 3.2, RFC 7493 section 2.3); others take the first or
  // the last, so no two of them need agree on the token.
  it.each([
    '{"access_token":"a","access_token":"b"}',
    '{"access_token":"a","access_token":"a"}',
    '{"a":1,"b":{"c":2},"a" \n : 3}',
    '{"a":[{"b":1,"b":2}]}',
    '{"a":1,"\\u0061":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"":1,"":2}',
  ])('refuses the name that %s has twice', (text) => {
    expect(parseJson(text).json).toBeUndefined()
  })

  it.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":2}]',
    '{"a":"\\":\\"a\\":","b":"a\\\\"}',
    '{"a":"b","b" : "a:"}',
    '{"__proto__":{"a":1}}',
    '"a"',
    '"a:"',
    '[]',
    'null',
    ' 7 ',
  ])('reads %s', (text) => {
    expect(JSON.stringify(parseJson(text).json)).toBe(JSON.stringify(JSON.parse(text)))
  })

  it.each(['', '{', '{}{}', "{'a':1}", '{"a":1,}', 'undefined', '\ufeff{}'])('refuses %j', (text) => {
    expect(parseJson(text)).toEqual({ json: undefined, tokens: [] })
  })

  it('survives what is nested deeper than a stack', () => {
    expect(parseJson('['.repeat(32_768) + ']'.repeat(32_768)).json).toBeUndefined()
  })

  it('notes what is called a token, wherever it is', () => {
    const text =
      '{"access_token":"a","data":[{"refreshToken":"b","token_type":"c","token":7,"id_token":"d"}]}'
    expect(parseJson(text).tokens).toEqual(['a', 'b', 'd'])
  })
})
