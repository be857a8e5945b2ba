import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuery } from './read-query.js'

const code = (value: string, message = '', httpStatus?: number) => ({
  kind: 'code',
  code: value,
  httpStatus,
  message,
})

describe('what the search box understands', () => {
  it.each([
    ['4017300', code('4017300')],
    ['  4017300\n', code('4017300')],
    ['401xx00', code('401xx00')],
    ['401XX00', code('401xx00')],
    ['404IS18', code('404IS18')],
    ['4017300 Unauthorized. [Signature]', code('4017300', 'Unauthorized. [Signature]')],
    ['response code: 4042512', code('4042512')],
    [
      '{"responseCode":"4017300","responseMessage":"Unauthorized. [Unknown client]"}',
      code('4017300', 'Unauthorized. [Unknown client]'),
    ],
    ['{\n  "responseMessage" : "a \\"b\\"",\n  "responseCode" : 4007302 }', code('4007302', 'a "b"')],
    ["{ responseCode: '5044700' }", code('5044700')],
    [
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"responseCode":"4094700","responseMessage":"Conflict"}',
      code('4094700', 'Conflict', 200),
    ],
    ['40173', { kind: 'part', status: '401', rest: '73' }],
    ['401', { kind: 'part', status: '401', rest: undefined }],
    ['73', { kind: 'service', service: '73' }],
    ['0001', { kind: 'odd', value: '0001' }],
    ['{"getBalanceResponse":{"parameters":{"responseCode":"0001"}}}', { kind: 'odd', value: '0001' }],
    ['{"responseCode":"40ICL01"}', { kind: 'odd', value: '40ICL01' }],
    ['tanda tangan', { kind: 'words', words: 'tanda tangan' }],
    ['ip', { kind: 'words', words: 'ip' }],
    ['🙂', { kind: 'words', words: '🙂' }],
    ['', { kind: 'empty' }],
    ['   ', { kind: 'empty' }],
    ['x'.repeat(1_000_000), { kind: 'too-long' }],
  ])('%j', (text, query) => {
    expect(readQuery(String(text).slice(0, 1_000_000))).toEqual(query)
  })

  it('throws for nothing, and at once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(readQuery(text).kind).toMatch(/^\S+$/)
      }),
    )
    for (const nasty of ['{"'.repeat(20_000), '"responseCode":'.repeat(3_000), '\\"'.repeat(24_000)])
      expect(readQuery(nasty).kind).toMatch(/^\S+$/)
  })
})
