import { describe, expect, it } from 'vitest'
import { echoesAnother } from './echoes-another.js'

describe('echoesAnother', () => {
  it.each([
    [
      'another reference of ours',
      { originalPartnerReferenceNo: 'a' },
      { originalPartnerReferenceNo: 'b' },
      true,
    ],
    ['another of theirs', { originalReferenceNo: 'a' }, { originalReferenceNo: 'A' }, true],
    [
      'one of two',
      { originalPartnerReferenceNo: 'a', originalReferenceNo: 'x' },
      { originalPartnerReferenceNo: 'a', originalReferenceNo: 'y' },
      true,
    ],
    ['another one inside', { additionalInfo: { trxId: 'a' } }, { additionalInfo: { trxId: 'b' } }, true],
    ['another of a payment', { partnerReferenceNo: 'a' }, { partnerReferenceNo: 'b' }, true],
    ['the same', { partnerReferenceNo: 'a', trxId: 't' }, { partnerReferenceNo: 'a', trxId: 't' }, false],
    ['nothing', { partnerReferenceNo: 'a' }, {}, false],
    ['nothing that was asked', {}, { partnerReferenceNo: 'a' }, false],
    ['it empty', { trxId: 'a' }, { trxId: '' }, false],
    ['null', { trxId: 'a' }, { trxId: null }, false],
    ['a number', { trxId: '12' }, { trxId: 12 }, false],
    ['it at another place', { trxId: 'a' }, { additionalInfo: { trxId: 'b' } }, false],
    ['text for additionalInfo', { additionalInfo: { trxId: 'a' } }, { additionalInfo: 'b' }, false],
    ['a prototype', {}, Object.create({ trxId: 'b' }), false],
  ] as const)('%s', (_, sent, answer, expected) => {
    expect(echoesAnother(sent, answer)).toBe(expected)
  })
})
