import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonObject, parseJsonObject } from './json.js'

/** A JSON number as it may stand in a text, of any length. */
const numeral = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.constant('0'), fc.stringMatching(/^[1-9]\d{0,30}$/)),
    fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,20}$/)),
    fc.oneof(fc.constant(''), fc.stringMatching(/^[eE][+-]?\d{1,3}$/)),
  )
  .map((parts) => parts.join(''))

/** Its exact value as digits and a power of ten, by big integers. */
const exact = (text: string): string => {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  let digits = BigInt(whole + fraction)
  let exponent = Number(power) - fraction.length
  if (digits === 0n) return '0'
  while (digits % 10n === 0n) {
    digits /= 10n
    exponent += 1
  }
  return `${sign}${digits}e${exponent}`
}

describe('parseJsonObject', () => {
  it('keeps the value of every number', () => {
    fc.assert(
      fc.property(fc.array(numeral, { minLength: 1, maxLength: 5 }), fc.string(), (numerals, text) => {
        const body = parseJsonObject(`{"text":${JSON.stringify(text)}, "list":[${numerals.join(' , ')}]}`)
        expect(body?.['text']).toBe(text)
        const list = body?.['list'] as readonly (string | number)[]
        expect(list.map((value) => exact(String(value)))).toEqual(numerals.map(exact))
      }),
      { numRuns: 500 },
    )
  })

  it('reads what JSON.parse reads, and nothing else', () => {
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc.stringMatching(/^[{}[\]:,"\\ 0-9.eE+-]{0,20}$/),
      fc.stringMatching(/^\{"a":[-+0-9.eE]{1,20}\}$/),
    )
    fc.assert(
      fc.property(text, (candidate) => {
        let value: unknown
        try {
          value = JSON.parse(candidate)
        } catch {}
        expect(parseJsonObject(candidate) === undefined).toBe(!isJsonObject(value))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['{"amount":{"value":10000.00}}', { amount: { value: '10000.00' } }],
    ['{"referenceNo":20211012154715364001}', { referenceNo: '20211012154715364001' }],
    ['{"n":1e3,"m":1.5,"k":12,"z":-0.0}', { n: '1e3', m: 1.5, k: 12, z: '-0.0' }],
    ['{"said":"10000.00 and \\"20211012154715364001\\""}', { said: '10000.00 and "20211012154715364001"' }],
  ])('%s', (text, body) => {
    expect(parseJsonObject(text)).toEqual(body)
  })

  it.each(['{"a":01.50}', '{1.50:2}', '[1.50]', '1.50', '"1.50"', 'null', '', '{"a":1.50', '{"a":.50}'])(
    'refuses %s',
    (text) => expect(parseJsonObject(text)).toBeUndefined(),
  )

  it('keeps a key called __proto__ where it stands', () => {
    const body = parseJsonObject('{"__proto__":{"outcome":"success"},"n":1.50}')
    expect(Object.hasOwn(body ?? {}, '__proto__')).toBe(true)
    expect(body?.['outcome']).toBeUndefined()
  })
})
