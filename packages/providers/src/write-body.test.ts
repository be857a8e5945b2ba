import { describe, expect, it } from 'vitest'
import { writeBody } from './write-body.js'

class Order {
  readonly partnerReferenceNo = 'a'
}

const circle: Record<string, unknown> = {}
circle['self'] = circle

const throwing = (message: string) => ({
  get field() {
    throw new Error(message)
  },
})

/** It gives what JSON takes the first time, and throws the second time. */
const changing = () => {
  let reads = 0
  return {
    get field() {
      reads += 1
      if (reads > 1) throw new Error('CANARY')
      return null
    },
  }
}

describe('writeBody', () => {
  it.each([
    [undefined, ''],
    [{}, '{}'],
    [{ b: 1, a: [null, true], gone: undefined }, '{"b":1,"a":[null,true]}'],
    [new Order(), '{"partnerReferenceNo":"a"}'],
    [{ toJSON: () => ({ a: 'b' }) }, '{"a":"b"}'],
    ['{ "amount" : "10000.00" }', '{ "amount" : "10000.00" }'],
    ['{"said":"\\"amount\\": 5"}', '{"said":"\\"amount\\": 5"}'],
    [{ count: 5, page: 1e15, rate: 1.5 }, '{"count":5,"page":1000000000000000,"rate":1.5}'],
  ])('%j', (body, text) => {
    expect(writeBody(body)).toBe(text)
  })

  it('takes a copy of bytes, since a buffer may be filled anew', () => {
    const given = Buffer.from('{"a":"b"}')
    const written = writeBody(given)
    given.fill(0)
    expect(new TextDecoder().decode(written as Uint8Array)).toBe('{"a":"b"}')
  })

  it.each([
    ['an amount', { amount: { value: 10_000, currency: 'IDR' } }, '"value"'],
    ['an amount by its own name', { totalAmount: 1 }, '"totalAmount"'],
    ['a reference', { partnerReferenceNo: 12 }, '"partnerReferenceNo"'],
    ['an id', { merchantId: 7 }, '"merchantId"'],
    ['a negative one, in text', '{"amount" : -1.5}', '"amount"'],
    ['in bytes', new TextEncoder().encode('{"customerNo":1}'), '"customerNo"'],
    ['deep in a list', { items: [{ value: 1 }] }, '"value"'],
    ['in a list', { amount: [10_000] }, '"amount"'],
    ['in capitals', { AMOUNT: 1 }, '"AMOUNT"'],
    ['an account number', { accountNumber: 1 }, '"accountNumber"'],
    ['an account num', { accountNum: 1 }, '"accountNum"'],
    ['a reference number', { referenceNumber: 1 }, '"referenceNumber"'],
    ['a plain reference', { reference: 1 }, '"reference"'],
    ['under a key with an escape', '{"am\\u006funt":1}', '"amount"'],
    ['NaN', { rate: Number.NaN }, 'NaN or Infinity'],
    ['NaN for an amount', { amount: Number.NaN }, 'NaN or Infinity'],
    ['Infinity', { list: [Number.NEGATIVE_INFINITY] }, 'NaN or Infinity'],
    ['an invalid date', { on: new Date(Number.NaN) }, 'an invalid date'],
    ['a hole in a list', { list: [undefined] }, 'undefined'],
    ['a number beyond 2^53', { code: 2 ** 60 }, 'beyond 2^53'],
    ['a huge number', { rate: 1e300 }, 'beyond 2^53'],
    ['a big integer', { amount: 1n }, 'a big integer'],
    ['a circle', circle, 'a circle'],
    ['a getter that throws', throwing('CANARY'), 'something that throws'],
    ['a toJSON that throws', { toJSON: () => throwing('CANARY').field }, 'something that throws'],
    ['a toJSON that gives text', { toJSON: () => 'text' }, 'its toJSON'],
    ['a toJSON that gives nothing', { toJSON: () => undefined }, 'its toJSON'],
    ['a date', new Date(0), 'its toJSON'],
    ['a list', [1], 'an array'],
    ['null', null, 'null'],
    ['a number', 5, 'a number'],
    ['a function', () => {}, 'a function'],
    ['a map', new Map([['a', 'b']]), 'a plain object'],
    ['a promise', Promise.resolve({}), 'a plain object'],
    ['an array buffer', new ArrayBuffer(8), 'a plain object'],
    ['another view', new Uint16Array(4), 'bytes'],
    ['search parameters', new URLSearchParams('a=b'), 'a plain object'],
  ])('refuses %s', (_, body, sentence) => {
    expect(() => writeBody(body)).toThrow(TypeError)
    expect(() => writeBody(body)).toThrow(sentence)
    expect(() => writeBody(body)).not.toThrow('CANARY')
  })

  it('refuses a getter that throws the second time', () => {
    expect(() => writeBody(changing())).toThrow('something that throws')
  })
})
