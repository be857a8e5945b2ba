import { describe, expect, it } from 'vitest'
import { parseJsonObject } from '../json.js'
import { bniReply } from './bni-reply.js'

const read = (
  text: string,
  { status = 200, kind = 'money' as 'read' | 'money' | 'other', resent = false } = {},
) => bniReply.read({ status, body: parseJsonObject(text), kind, service: undefined, resent })

const envelope = (code: string): string =>
  `{"xResponse":{"clientId":"a","parameters":{"responseCode":"${code}"}}}`

// By hand, row by row, from what the documentation and the SDKs' tests show.
describe('what an answer means', () => {
  it.each([
    // status, code, read, money
    [200, '0001', 'success', 'success'],
    [201, '0001', 'success', 'success'],
    [400, '0001', 'unknown', 'unknown'],
    [401, '0001', 'unknown', 'unknown'],
    [500, '0001', 'unknown', 'unknown'],
    [302, '0001', 'unknown', 'unknown'],
    [200, '0007', 'rejected', 'rejected'],
    [400, '0007', 'rejected', 'rejected'],
    [401, '0007', 'rejected', 'rejected'],
    [408, '0007', 'unknown', 'unknown'],
    [500, '0007', 'unknown', 'unknown'],
    [504, '0007', 'unknown', 'unknown'],
    [200, '0000', 'rejected', 'unknown'],
    [400, '0000', 'rejected', 'unknown'],
    [500, '0000', 'unknown', 'unknown'],
    [200, '0008', 'rejected', 'unknown'],
    [409, '0099', 'rejected', 'unknown'],
    [200, '1', 'rejected', 'unknown'],
    [200, '00001', 'rejected', 'unknown'],
    [0, '0001', 'unknown', 'unknown'],
    [199, '0001', 'unknown', 'unknown'],
    [300, '0007', 'unknown', 'unknown'],
    [499, '0007', 'rejected', 'rejected'],
  ] as const)('HTTP %i with %s', (status, code, forRead, forMoney) => {
    expect(read(envelope(code), { status, kind: 'read' }).outcome).toBe(forRead)
    expect(read(envelope(code), { status, kind: 'money' }).outcome).toBe(forMoney)
    expect(read(envelope(code), { status, kind: 'other' }).outcome).toBe(forMoney)
    expect(read(envelope(code), { status }).code?.value).toBe(code)
  })

  it.each([
    // status, answer, read
    [401, '', true],
    [401, '{"error":"invalid_token"}', true],
    [401, envelope('0099'), true],
    [401, envelope('0000'), true],
    [401, envelope('0001'), false],
    [401, envelope('0007'), false],
    [400, '', false],
    [403, '', false],
    [200, envelope('0099'), false],
  ] as const)('HTTP %i with %s: is it the token?', (status, text, forRead) => {
    expect(read(text, { status, kind: 'read' }).tokenRejected).toBe(forRead)
    for (const kind of ['money', 'other'] as const)
      expect(read(text, { status, kind }).tokenRejected).toBe(false)
  })

  it.each([
    ['0001', 'Successful.', 'Berhasil.'],
    [
      '0007',
      'A field is missing or badly formatted. Correct the request.',
      'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
    ],
    [
      '0000',
      'The bank could not process it. Of a payment, first ask what became of it.',
      'Bank tidak dapat memprosesnya. Untuk pembayaran, periksa statusnya terlebih dahulu.',
    ],
  ])('%s in two languages', (code, english, indonesian) => {
    expect(read(envelope(code)).meaning).toEqual({ english, indonesian })
  })

  it.each(['0099', 'constructor', '__proto__', 'toString'])('%s has no meaning', (code) => {
    expect(read(envelope(code)).meaning).toBeUndefined()
  })
})

describe('envelopes', () => {
  it.each([
    ['of the service', '{"getBalanceResponse":{"clientId":"a","parameters":{"responseCode":"0001","a":1}}}'],
    ['of another service', '{"getInterbankInquiryResponse":{"parameters":{"responseCode":"0001","a":1}}}'],
    ['Response', '{"Response":{"parameters":{"responseCode":"0001","a":1}}}'],
    ['response', '{"response":{"parameters":{"responseCode":"0001","a":1}}}'],
    ['without parameters', '{"response":{"responseCode":"0001","a":1}}'],
    [
      'beside plain members',
      '{"id":"1","list":[],"no":null,"o":{},"x":{"parameters":{"responseCode":"0001","a":1}}}',
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ outcome: 'success', body: { responseCode: '0001', a: 1 } })
  })

  it.each([
    ['none', '{}'],
    ['flat', '{"responseCode":"0001"}'],
    ['flat parameters', '{"parameters":{"responseCode":"0001"}}'],
    ['an array', '[{"x":{"parameters":{"responseCode":"0001"}}}]'],
    ['in an array', '{"x":[{"parameters":{"responseCode":"0001"}}]}'],
    ['parameters an array', '{"x":{"parameters":[{"responseCode":"0001"}]}}'],
    ['parameters null', '{"x":{"parameters":null,"responseCode":"0001"}}'],
    ['parameters text', '{"x":{"parameters":"0001"}}'],
    ['a code elsewhere', '{"x":{"responseCode":"0001"}}'],
    ['a code too deep', '{"x":{"y":{"parameters":{"responseCode":"0001"}}}}'],
    ['two', '{"a":{"parameters":{"responseCode":"0001"}},"b":{"parameters":{"responseCode":"0007"}}}'],
    ['two alike', '{"a":{"parameters":{"responseCode":"0001"}},"b":{"parameters":{"responseCode":"0001"}}}'],
    ['two of two shapes', '{"a":{"parameters":{"responseCode":"0001"}},"response":{"responseCode":"0007"}}'],
    ['a name of the prototype', '{"x":{"__proto__":{"parameters":{"responseCode":"0001"}}}}'],
    ['a code of the prototype', '{"x":{"parameters":{"__proto__":{"responseCode":"0001"}}}}'],
    ['an empty code', '{"x":{"parameters":{"responseCode":""}}}'],
    ['a code as an array', '{"x":{"parameters":{"responseCode":["0001"]}}}'],
    ['a code as an object', '{"x":{"parameters":{"responseCode":{"toString":"0001"}}}}'],
    ['a code as true', '{"x":{"parameters":{"responseCode":true}}}'],
    ['no JSON', '<html>'],
    ['nothing', ''],
  ])('%s is unknown', (_, text) => {
    for (const kind of ['read', 'money'] as const) {
      const { outcome, tokenRejected } = read(text, { kind })
      expect({ outcome, tokenRejected }).toEqual({ outcome: 'unknown', tokenRejected: false })
    }
  })

  it('what an object inherits is not in the answer', () => {
    const body = { x: Object.create({ parameters: { responseCode: '0001' } }) }
    expect(
      bniReply.read({ status: 200, body, kind: 'read', service: undefined, resent: false }).outcome,
    ).toBe('unknown')
  })

  it('a code that is a bare number is never 0001', () => {
    expect(read('{"x":{"parameters":{"responseCode":1}}}').outcome).toBe('unknown')
  })

  it('its wrapper may be called __proto__', () => {
    expect(read('{"__proto__":{"parameters":{"responseCode":"0001"}}}').outcome).toBe('success')
  })
})
