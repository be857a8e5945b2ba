import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Answered,
  jakarta,
  type Merchant,
  openMerchant,
  paths,
  qrGenerate,
  qrQuery,
  qrRefund,
  start,
} from './nicepay-calls.js'

const minute = 60_000
const txid = 'IONPAYTEST08202611201030450001'
let shop: Merchant

const make = (value?: string): Promise<Answered> => shop.call(paths.qrGenerate, qrGenerate('QR-1', value))
const query = (): Promise<Answered> => shop.call(paths.qrQuery, qrQuery('QR-1', txid))
const statusNow = async (): Promise<unknown> => (await query()).at('latestTransactionStatus')
const pay = (): unknown => shop.provider.act({ action: 'pay', reference: 'QR-1' })
const refund = (no: string, value?: string, type?: '1' | '2'): Promise<Answered> =>
  shop.call(paths.qrRefund, qrRefund('QR-1', txid, no, value, type))

beforeEach(async () => {
  shop = await openMerchant()
})

describe('service 47', () => {
  it('answers as the samples do', async () => {
    expect((await make()).body).toEqual({
      responseCode: '2004700',
      responseMessage: 'Successful',
      referenceNo: txid,
      partnerReferenceNo: 'QR-1',
      qrContent: expect.stringMatching(/^000201010212.*54081?15000\.00.*6304[\dA-F]{4}$/),
      qrUrl: `http://127.0.0.1/nicepay/api/generateQrisImage/${txid}`,
      additionalInfo: { validityPeriod: '2026-11-20T10:35:45+07:00' },
    })
  })

  it.each([
    [299_000, '4004701'],
    [300_000, '2004700'],
    [1_200_000, '2004700'],
    [1_201_000, '4004701'],
    [-300_000, '4004701'],
  ])('a validity of %i ms', async (validFor, code) => {
    const body = { ...qrGenerate('QR-1'), validityPeriod: jakarta(start + validFor) }
    expect((await shop.call(paths.qrGenerate, body)).code).toBe(code)
  })

  it('reckons the validity from the X-TIMESTAMP', async () => {
    const body = { ...qrGenerate('QR-1'), validityPeriod: jakarta(start + 2 * minute + 5 * minute) }
    expect((await shop.call(paths.qrGenerate, body, { sentAt: start + 2 * minute })).code).toBe('2004700')
  })

  it('4094701 for a reference that was used', async () => {
    await make()
    expect((await make()).body).toEqual({
      responseCode: '4094701',
      responseMessage: 'Duplicate partnerReferenceNo',
    })
  })

  it.each([
    ['991305.00', 403, '4034705'],
    ['991311.00', 404, '4044711'],
    ['991500.00', 500, '5004700'],
  ])('the amount %s is refused, and nothing was made', async (value, status, code) => {
    expect(await make(value)).toMatchObject({ status, code })
    expect(shop.provider.transactions()).toEqual([])
    expect((await make()).code).toBe('2004700')
  })

  it('the amount 991504.00 answers 504 after it was made', async () => {
    expect(await make('991504.00')).toMatchObject({ status: 504, code: '5044700' })
    expect(shop.provider.transactions()).toMatchObject([{ reference: 'QR-1', state: 'pending' }])
    expect((await make('991504.00')).code).toBe('4094701')
  })
})

describe('service 51', () => {
  it('answers as the samples do, before and after the payment', async () => {
    await make()
    const before = {
      responseCode: '2005100',
      responseMessage: 'Successful',
      originalReferenceNo: txid,
      originalPartnerReferenceNo: 'QR-1',
      serviceCode: '47',
      latestTransactionStatus: '03',
      transactionStatusDesc: 'Pending',
      paidTime: '',
      amount: { value: '15000.00', currency: 'IDR' },
      additionalInfo: { mitraCd: 'QSHP', goodsNm: 'Noodles', billingNm: 'Budi' },
    }
    expect((await query()).body).toEqual(before)
    expect((await query()).body).toEqual(before)
    pay()
    expect((await query()).body).toEqual({
      ...before,
      latestTransactionStatus: '00',
      transactionStatusDesc: 'Success',
      paidTime: '2026-11-20T10:30:45+07:00',
    })
  })

  it('takes the service code 51 too, and no other', async () => {
    await make()
    expect((await shop.call(paths.qrQuery, { ...qrQuery('QR-1', txid), serviceCode: '51' })).code).toBe(
      '2005100',
    )
    expect((await shop.call(paths.qrQuery, { ...qrQuery('QR-1', txid), serviceCode: '54' })).code).toBe(
      '4005101',
    )
  })

  it('is 05 after five minutes, or when the sandbox is told so; 06 when the wallet refuses', async () => {
    await make()
    shop.sandbox.setClock({ offsetMs: 5 * minute - 1 })
    expect(await statusNow()).toBe('03')
    shop.sandbox.setClock({ offsetMs: 5 * minute })
    expect(await statusNow()).toBe('05')
    shop.sandbox.setClock({})
    shop.provider.act({ action: 'expire', reference: 'QR-1' })
    expect(await statusNow()).toBe('05')
    await shop.call(paths.qrGenerate, qrGenerate('QR-2'))
    const failed = shop.provider.act({ action: 'fail', reference: 'QR-2' })
    expect(failed).toMatchObject({ status: '06', state: 'failed', actions: [] })
  })

  it.each([
    ['another reference', 'QR-2', txid],
    ['another tXid', 'QR-1', 'IONPAYTEST08202611201030450002'],
    ['crossed references', txid, 'QR-1'],
  ])('4045101 for %s', async (_, reference, id) => {
    await make()
    const answer = await shop.call(paths.qrQuery, qrQuery(reference, id))
    expect(answer).toMatchObject({ status: 404, code: '4045101', source: expect.stringMatching(/^standard/) })
  })
})

describe('service 78', () => {
  it('gives all back, once', async () => {
    await make()
    pay()
    expect((await refund('RF-1')).body).toEqual({
      responseCode: '2007800',
      responseMessage: 'Successful',
      originalReferenceNo: txid,
      originalPartnerReferenceNo: 'QR-1',
      referenceNo: 'IONPAYTEST08202611201030450002',
      partnerRefundNo: 'RF-1',
      refundTime: '2026-11-20T10:30:45+07:00',
      refundAmount: { value: '15000.00', currency: 'IDR' },
      additionalInfo: {},
    })
    expect(await statusNow()).toBe('04')
    expect((await refund('RF-1')).code).toBe('4097801')
    expect((await refund('RF-2')).code).toBe('4037815')
  })

  it('adds parts up, and stays 00 until all is given back', async () => {
    await make()
    pay()
    expect((await refund('RF-1', '5000.00', '2')).code).toBe('2007800')
    expect(await statusNow()).toBe('00')
    expect((await refund('RF-2', '10000.01', '2')).code).toBe('4037802')
    // What was refused used up no number.
    expect((await refund('RF-2', '10000.00', '2')).code).toBe('2007800')
    expect(await statusNow()).toBe('04')
  })

  it.each([
    ['not paid', () => {}],
    ['expired', () => shop.provider.act({ action: 'expire', reference: 'QR-1' })],
    ['failed', () => shop.provider.act({ action: 'fail', reference: 'QR-1' })],
  ])('4037815 for a QRIS that is %s', async (_, prepare) => {
    await make()
    prepare()
    expect((await refund('RF-1')).code).toBe('4037815')
  })

  it.each([
    ['a full refund of another amount', '14999.99', '1', '4007801'],
    ['a full refund of more', '15000.01', '1', '4007801'],
    ['a part above the whole', '15000.01', '2', '4037802'],
    ['nothing', '0.00', '2', '4007801'],
  ] as const)('%s', async (_, value, type, code) => {
    await make()
    pay()
    expect((await refund('RF-1', value, type)).code).toBe(code)
    expect(shop.provider.transactions()).toMatchObject([{ refunded: '0.00', status: '00' }])
  })

  it('4037802 for a full refund after a part', async () => {
    await make()
    pay()
    await refund('RF-1', '1.00', '2')
    expect((await refund('RF-2')).code).toBe('4037802')
  })

  it('4037815 after a year', async () => {
    await make()
    pay()
    shop.sandbox.setClock({ offsetMs: 366 * 86_400_000 })
    const token = await shop.newToken()
    expect((await shop.call(paths.qrRefund, qrRefund('QR-1', txid, 'RF-1'), { token })).code).toBe('4037815')
  })

  it.each([
    ['990305.00', 403, '4037805', '0.00'],
    ['990311.00', 404, '4047811', '0.00'],
    ['990500.00', 500, '5007800', '0.00'],
    ['990504.00', 504, '5047800', '990504.00'],
    ['990202.00', 202, '2027800', '0.00'],
  ])('the amount %s answers %i', async (value, status, code, refunded) => {
    await make(value)
    pay()
    expect(await refund('RF-1', value)).toMatchObject({ status, code })
    expect(shop.provider.transactions()).toMatchObject([{ refunded }])
  })

  it('a refund in progress keeps its money until it is settled or fails', async () => {
    await make('990203.00')
    pay()
    expect((await refund('RF-1', '990202.00', '2')).code).toBe('2027800')
    expect(await statusNow()).toBe('00')
    expect((await refund('RF-2', '1.01', '2')).code).toBe('4037802')
    expect(shop.provider.act({ action: 'refund-fail', reference: 'QR-1' })).toMatchObject({
      refunded: '0.00',
    })
    expect((await refund('RF-1', '990202.00', '2')).code).toBe('4097801')
    expect((await refund('RF-3', '990202.00', '2')).code).toBe('2027800')
    expect((await refund('RF-4', '1.00', '2')).code).toBe('2007800')
    expect(await statusNow()).toBe('00')
    expect(shop.provider.act({ action: 'refund-settle', reference: 'QR-1' })).toMatchObject({
      refunded: '990203.00',
      status: '04',
    })
  })
})
