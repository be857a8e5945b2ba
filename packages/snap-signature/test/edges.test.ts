import {
  minifyJson,
  SnapSignatureError,
  sortedQuery,
  symmetricStringToSign,
  verifySymmetric,
} from '@x/snap-signature'
import { afterEach, describe, expect, it } from 'vitest'

const slots = {
  method: 'POST',
  path: '/v1.0/x',
  accessToken: 'token',
  body: '',
  timestamp: '2020-12-17T10:55:00+07:00',
}
const bytesOf = (text: string) => new TextEncoder().encode(text)
/** What the text is refused for; undefined if it is minified. */
function problemOf(body: string | Uint8Array): unknown {
  try {
    minifyJson(body)
    return undefined
  } catch (error) {
    if (error instanceof SnapSignatureError && error.code === 'ERR_SNAP_BODY') return error.detail.problem
    throw error
  }
}

// A long body is read in pieces of 4096 characters: each of these is right only if the pieces are.
describe('the edge of a piece', () => {
  it('may lie before a U+FEFF, which is no byte order mark there', () => {
    const start = `"${'x'.repeat(4095)}`
    expect(minifyJson(`${start}\ufeff" `)).toBe(`${start}\ufeff"`)
  })

  it('may lie within a pair of surrogates behind the widest characters', () => {
    const text = `${'€'.repeat(4095)}😀`
    expect(minifyJson(text)).toBe(text)
    expect(minifyJson(`${text} `)).toBe(text)
  })
})

describe('a byte order mark', () => {
  it('is three bytes: other characters share two of them', () => {
    for (const body of ['\uf03f', '\ufec0']) expect(minifyJson(bytesOf(body))).toEqual(bytesOf(body))
    expect(problemOf(Uint8Array.of(0xef, 0xbb, 0xbf))).toBe('byte-order-mark')
    expect(problemOf(Uint8Array.of(0xc3, 0xbb, 0xbf))).toBe('not-utf-8')
  })
})

describe('a lone surrogate', () => {
  const native = Object.getOwnPropertyDescriptor(String.prototype, 'isWellFormed')
  afterEach(() => {
    if (native) Object.defineProperty(String.prototype, 'isWellFormed', native)
  })

  it('is found where String has no isWellFormed', () => {
    Reflect.deleteProperty(String.prototype, 'isWellFormed')
    for (const text of ['"\ud83c"', '"\udfe6"', '"\udfe6\ud83c"'])
      expect(problemOf(text)).toBe('lone-surrogate')
    for (const text of ['"a"', '"🏦"', '']) expect(problemOf(text)).toBeUndefined()
  })
})

describe('a slot', () => {
  it.each(['xPOST', 'POSTx', '1POST', 'PO ST', 'POST\n', ''])('is not the method %j', (method) => {
    expect(() => symmetricStringToSign({ ...slots, method })).toThrow(TypeError)
    const signature = 'A'.repeat(86)
    expect(verifySymmetric({ ...slots, method, secret: 'secret', signature: `${signature}==` })).toBe(false)
  })

  // A regular expression tests what an array prints, and a template literal writes it.
  it.each(['method', 'path', 'accessToken', 'timestamp'] as const)('is no array: %s', (field) => {
    const wrong = { ...slots, [field]: [slots[field]] }
    expect(() => symmetricStringToSign(wrong)).toThrow(`"${field}" must be`)
  })

  it.each([
    ['path', '/a http://example.com'],
    ['path', 'https://example.com/a'],
    ['accessToken', 'Bearer token'],
    ['timestamp', '2020-12-17T10:55:00+07:00 '],
    ['bodyHash', 'a:b'],
  ])('is named when it is refused: %s %j', (field, value) => {
    const { body, ...others } = slots
    const request =
      field === 'bodyHash' ? { ...others, bodyHash: value } : { ...others, body, [field]: value }
    expect(() => symmetricStringToSign(request)).toThrow(new RegExp(`^"${field}" must be .{20}`))
  })
})

describe('sortedQuery', () => {
  it('puts a name without a value first', () => {
    for (const query of ['a&a=B', 'a=B&a']) expect(sortedQuery(`/x?${query}`)).toBe('/x?a&a=B')
  })

  it.each(['/x#y', '/x?a=%2', '/x?&a=1'])('names the field when it refuses %j', (path) => {
    expect(() => sortedQuery(path)).toThrow('"path" must be')
  })
})
