import { minifyJson } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const utf8 = (text: string) => new TextEncoder().encode(text)
const refusal = (problem: string) => expect.objectContaining({ code: 'ERR_SNAP_BODY', detail: { problem } })

/** Another way to the same answer: whole strings are lifted out by a regular expression. Undefined if one has no end. */
function oracle(text: string): string | undefined {
  const string = /"(?:[^"\\]|\\[^"]|\\")*"/g
  if (text.replace(string, '').includes('"')) return undefined
  return text.replace(/("(?:[^"\\]|\\[^"]|\\")*")|[ \t\n\r]+/g, '$1')
}

function outcome<Body extends string | Uint8Array>(run: () => Body): Body | undefined {
  try {
    return run()
  } catch (error) {
    expect(error).toEqual(refusal('unterminated-string'))
    return undefined
  }
}

function expectAgreement(text: string): void {
  const expected = oracle(text)
  expect(outcome(() => minifyJson(text))).toBe(expected)
  const bytes = outcome(() => minifyJson(utf8(text)))
  expect(bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(expected)
}

describe('minifyJson', () => {
  it.each([
    ['', ''],
    [' \t\r\n', ''],
    [' { "a" : [ 1 , 2 ] } ', '{"a":[1,2]}'],
    ['{\r\n\t"a":\t"b"\r\n}\n', '{"a":"b"}'],
    ['"a b"', '"a b"'],
    ['" \\" \\\\" ', '" \\" \\\\"'],
    ['["\\\\", "\\\\\\"" , " "]', '["\\\\","\\\\\\""," "]'],
    [
      '{"a": 10000.00, "b": 1e3, "c": 12345678901234567890}',
      '{"a":10000.00,"b":1e3,"c":12345678901234567890}',
    ],
    ['{"2": "\\/", "1": "\\u00e9", "1": null}', '{"2":"\\/","1":"\\u00e9","1":null}'],
    ['"\u00a0" \u00a0 \u2028 \v \f \ufeff', '"\u00a0"\u00a0\u2028\v\f\ufeff'],
    ['é 😀 "é 😀"', 'é😀"é 😀"'],
    ['\\ \\" "', '\\\\" "'],
    ['name=Budi Santoso&note="a b"', 'name=BudiSantoso&note="a b"'],
  ])('makes of %j %j', (text, minified) => {
    expect(minifyJson(text)).toBe(minified)
    expect(minifyJson(utf8(text))).toEqual(utf8(minified))
  })

  it.each(['"', '"a', '{"a":"b}', '"\\"', '"\\', '"\\\\\\"', 'a" b', '"" "'])(
    'refuses %j, which does not end',
    (text) => {
      expect(() => minifyJson(text)).toThrow(refusal('unterminated-string'))
      expect(() => minifyJson(utf8(text))).toThrow(refusal('unterminated-string'))
    },
  )

  it('returns what is compact already, and no copy', () => {
    const compact = `{"a":"${' '.repeat(9000)}\\""}`
    expect(minifyJson(compact)).toBe(compact)
    const bytes = utf8(`${compact}${compact}`)
    expect(minifyJson(bytes)).toBe(bytes)
  })

  it('leaves the bytes it was given alone', () => {
    const bytes = utf8('{ "a" : 1 }'.repeat(2000))
    const before = Uint8Array.from(bytes)
    minifyJson(bytes)
    expect(bytes).toEqual(before)
  })

  it('reads a view of a larger buffer, at any offset', () => {
    const whole = utf8('"{ "a": "b c" }"')
    for (const shift of [1, 2, 3, 4, 5, 6, 7]) {
      const buffer = new Uint8Array(whole.length + shift)
      buffer.set(whole, shift)
      const view = buffer.subarray(shift + 1, shift + whole.length - 1)
      expect(minifyJson(view)).toEqual(utf8('{"a":"b c"}'))
    }
  })

  it.each(['\ud800', '"\udc00"', '"a\ud83d"', '\udc00\ud800'])('refuses the lone surrogate in %j', (text) => {
    expect(() => minifyJson(text)).toThrow(refusal('lone-surrogate'))
  })

  it('refuses a byte order mark at the start', () => {
    expect(() => minifyJson('\ufeff{}')).toThrow(refusal('byte-order-mark'))
    expect(() => minifyJson(utf8('\ufeff{}'))).toThrow(refusal('byte-order-mark'))
  })

  it('refuses one behind white space, so that what it returns it also takes', () => {
    for (const text of [' \ufeff{}', '\n\t\ufeff'])
      expect(() => minifyJson(text)).toThrow(refusal('byte-order-mark'))
    expect(minifyJson('{ }\ufeff')).toBe('{}\ufeff')
  })

  it('refuses what is longer than 128 MiB, before it looks at it', () => {
    const length = 2 ** 27 + 1
    expect(() => minifyJson('x'.repeat(length))).toThrow(refusal('too-long'))
    expect(() => minifyJson(new Uint8Array(length))).toThrow(refusal('too-long'))
    // Two bytes a character: what is refused as bytes is refused as text.
    expect(() => minifyJson('é'.repeat(length / 2 + 1))).toThrow(refusal('too-long'))
  })

  it.each([
    ['a stray continuation', [0x80]],
    ['a cut sequence', [0x22, 0xc3, 0x22]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0]],
    ['Latin-1', [0x22, 0xe9, 0x22]],
  ])('refuses bytes that are not UTF-8: %s', (_, bytes) => {
    expect(() => minifyJson(Uint8Array.from(bytes))).toThrow(refusal('not-utf-8'))
  })

  it.each([{}, { amount: 1 }, [], null, undefined, 7, new ArrayBuffer(2), new Uint16Array(2), new Date(0)])(
    'is misused with %o',
    (body) => {
      expect(() => minifyJson(body as never)).toThrow(/^"body" must be the text or the bytes that are sent/)
      expect(() => minifyJson(body as never)).toThrow(TypeError)
    },
  )

  const hostile = fc.string({
    unit: fc.constantFrom(
      ...'"\\ \n\t\raA09{}[]:,!#/~\u0000\u001f\u007f\u00a0é\u2028\ufffd€',
      '😀',
      '\\"',
      '\\\\',
      '    ',
      '": "',
    ),
    maxLength: 80,
  })

  it('agrees with another algorithm on any text', () => {
    fc.assert(
      fc.property(hostile, (text) => expectAgreement(`a${text}`)),
      { numRuns: 2000 },
    )
  })

  // A long text is worked off in pieces; what stands at their borders must not matter.
  it('agrees with another algorithm wherever a piece ends', () => {
    const filling = fc.constantFrom('x', ' ', '"x"', '" "', '€', '😀', '\\', '"\\\\ "')
    const length = fc.integer({ min: 4070, max: 4110 })
    fc.assert(
      fc.property(
        filling,
        length,
        fc.integer({ min: 1, max: 3 }),
        hostile,
        hostile,
        (piece, size, times, middle, tail) => {
          const fill = piece.repeat(Math.ceil((size * times) / piece.length)).slice(0, size * times)
          // A pair is not cut, nor left as half of one.
          expectAgreement(`a${fill.replace(/\p{Surrogate}/gu, '')}${middle}${tail}`)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('agrees with another algorithm on strings of one to three times a piece', () => {
    for (const size of [4094, 4095, 4096, 4097, 12_286, 12_287, 12_288, 12_289, 12_290])
      for (const [before, after] of [
        ['"', '" '],
        ['" ', '\\" "'],
        [' "\\', '"'],
        ['', ' "a b"'],
      ] as const)
        for (const filling of ['x', ' ', '\\', '\n']) expectAgreement(before + filling.repeat(size) + after)
  })

  it('keeps a U+FEFF that begins a piece', () => {
    expect(minifyJson(`${'x'.repeat(4096)}\ufeff y`)).toBe(`${'x'.repeat(4096)}\ufeffy`)
  })

  it('keeps the value, and no space outside strings', () => {
    const indent = fc.constantFrom('', ' ', '\t', 4, 7)
    fc.assert(
      fc.property(fc.jsonValue(), indent, (value, space) => {
        const minified = minifyJson(JSON.stringify(value, null, space))
        expect(minified).toBe(JSON.stringify(value))
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = outcome(() => minifyJson(`a${text}`))
        if (once !== undefined) expect(minifyJson(once)).toBe(once)
      }),
    )
  })

  it('takes ten megabytes', () => {
    const item = '{ "name": "Budi Santoso",\n\t"amount": 10000.00 },'
    const times = Math.ceil((10 * 1024 * 1024) / item.length)
    const expected = '{"name":"Budi Santoso","amount":10000.00},'.repeat(times)
    expect(minifyJson(item.repeat(times)) === expected).toBe(true)
    expect(minifyJson(utf8(item.repeat(times))).length).toBe(expected.length)
  })
})
