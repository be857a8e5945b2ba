import { describe, expect, it } from 'vitest'
import { getinterbankpayment } from './interbank.js'
import { dopayment, getpaymentstatus } from './payments.js'

describe('what became of the money', () => {
  it.each([
    ['953403', 'paid'],
    [953403, 'paid'],
    ['A1', 'paid'],
    [undefined, 'unknown'],
    [null, 'unknown'],
    ['', 'unknown'],
    ['null', 'unknown'],
    ['000000', 'unknown'],
    [0, 'unknown'],
    [{}, 'unknown'],
  ])('dopayment with bankReference %j', (bankReference, transaction) => {
    expect(dopayment.transaction?.({ responseCode: '0001', bankReference } as never)).toBe(transaction)
  })

  it.each([
    [{ transactionStatus: 'Y' }, 'paid'],
    [{ transactionStatus: 'y' }, 'unknown'],
    [{ transactionStatus: 'N' }, 'unknown'],
    [{ transactionStatus: true }, 'unknown'],
    [{ transactionStatus: ['Y'] }, 'unknown'],
    [[{ transactionStatus: 'Y' }], 'unknown'],
    ['Y', 'unknown'],
    [{}, 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('getpaymentstatus with previousResponse %j', (previousResponse, transaction) => {
    const answer = { responseCode: '0001', previousResponse, bankReference: '953403' }
    expect(getpaymentstatus.transaction?.(answer as never)).toBe(transaction)
  })

  it.each([
    [undefined, '953403', 'paid'],
    [null, '953403', 'paid'],
    ['', 953403, 'paid'],
    ['null', '953403', 'paid'],
    ['0001', '953403', 'paid'],
    ['0000', '953403', 'unknown'],
    ['0007', '953403', 'unknown'],
    ['9999', '953403', 'unknown'],
    [1, '953403', 'unknown'],
    ['null', undefined, 'unknown'],
    ['null', 'null', 'unknown'],
    ['null', '000000', 'unknown'],
    ['null', ['953403'], 'unknown'],
  ])('getpaymentstatus with Y, code %j and bankReference %j: %s', (code, bankReference, transaction) => {
    const previousResponse = { transactionStatus: 'Y', previousResponseCode: code }
    const answer = { responseCode: '0001', previousResponse, bankReference }
    expect(getpaymentstatus.transaction?.(answer as never)).toBe(transaction)
  })

  it.each([
    ['20211012154715364003', 'paid'],
    [3, 'paid'],
    [undefined, 'unknown'],
    ['', 'unknown'],
    ['null', 'unknown'],
  ])('getinterbankpayment with customerReffNum %j: %s', (customerReffNum, transaction) => {
    const answer = { responseCode: '0001', customerReffNum }
    expect(getinterbankpayment.transaction?.(answer as never)).toBe(transaction)
  })
})

describe('how to ask later', () => {
  const sent = (body: object) => ({ body: body as never, answer: undefined, externalId: '' })

  it('by the reference of the payment', () => {
    expect(dopayment.inquiry?.(sent({ customerReferenceNumber: '12' }))).toEqual({
      service: 'getpaymentstatus',
      body: { customerReferenceNumber: '12' },
    })
  })

  it('of an interbank payment the answer decides nothing', () => {
    expect(getinterbankpayment.inquiry?.(sent({ customerReferenceNumber: '12' }))).toEqual({
      service: 'getpaymentstatus',
      body: { customerReferenceNumber: '12' },
      undecided: ['paid'],
    })
  })

  it('not at all without a reference', () => {
    for (const { inquiry } of [dopayment, getinterbankpayment]) expect(inquiry?.(sent({}))).toBeUndefined()
  })
})
