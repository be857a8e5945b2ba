import { beneficiaryAccountNoOf, debitAmountOf, tXidOf, virtualAccountInfoOf } from '@x/providers/nicepay'
import { describe, expect, it } from 'vitest'

const tXid = 'IONPAYTEST02202611201030450001'

describe('tXidOf', () => {
  it.each([
    [{ virtualAccountData: { additionalInfo: { tXidVA: tXid } } }, tXid],
    [{ referenceNo: tXid }, tXid],
    [{ originalReferenceNo: tXid }, tXid],
    [{ referenceNo: '', originalReferenceNo: tXid }, tXid],
    [{ referenceNo: 'a', originalReferenceNo: 'b' }, 'a'],
    [{ referenceNo: 15 }, undefined],
    [{ partnerReferenceNo: 'mine' }, undefined],
    [undefined, undefined],
    [{ virtualAccountData: null, referenceNo: tXid }, tXid],
    [{ virtualAccountData: 'text', referenceNo: null }, undefined],
  ])('%j', (answer, expected) => {
    expect(tXidOf(answer as never)).toBe(expected)
  })
})

describe('virtualAccountInfoOf', () => {
  const responseCode = '2002600'
  it.each([
    [{ responseCode, additionalInfo: { bankCd: 'BRIN' } }, { bankCd: 'BRIN' }],
    [{ responseCode, virtualAccountData: { additionalInfo: { bankCd: 'BRIN' } } }, { bankCd: 'BRIN' }],
    [
      { responseCode, additionalInfo: {}, virtualAccountData: { additionalInfo: { bankCd: 'BRIN' } } },
      { bankCd: 'BRIN' },
    ],
    [
      {
        responseCode,
        additionalInfo: { bankCd: 'CENA' },
        virtualAccountData: { additionalInfo: { bankCd: 'BRIN', goodsNm: 'Tea' } },
      },
      { bankCd: 'CENA', goodsNm: 'Tea' },
    ],
    [
      {
        responseCode,
        additionalInfo: { latestTransactionStatus: '', goodsNm: '-', bankCd: 'CENA', trxId: '' },
        virtualAccountData: {
          additionalInfo: { latestTransactionStatus: '00', goodsNm: 'Tea', bankCd: '-' },
        },
      },
      { latestTransactionStatus: '00', goodsNm: 'Tea', bankCd: 'CENA', trxId: '' },
    ],
    [{ responseCode, additionalInfo: null, virtualAccountData: null }, {}],
    [{ responseCode, virtualAccountData: null }, {}],
  ])('%j', (answer, expected) => {
    expect(virtualAccountInfoOf(answer as never)).toEqual(expected)
  })
})

describe('debitAmountOf', () => {
  const [one, two] = [{ value: '1.00' }, { value: '2.00' }]
  it.each([
    [{ transAmount: one, amount: two }, one],
    [{ amount: two }, two],
    [{}, undefined],
  ])('%j', (answer, expected) => {
    expect(debitAmountOf({ responseCode: '2005500', ...answer })).toEqual(expected)
  })
})

describe('beneficiaryAccountNoOf', () => {
  it.each([
    [{ beneficiaryAccountNo: '0012' }, '0012'],
    [{ beneficiaryaccountNo: '0012' }, '0012'],
    [{ beneficiaryAccountNo: '', beneficiaryaccountNo: '0012' }, '0012'],
    [{ beneficiaryAccountNo: 12 }, undefined],
    [undefined, undefined],
  ])('%j', (answer, expected) => {
    expect(beneficiaryAccountNoOf(answer)).toBe(expected)
  })
})
