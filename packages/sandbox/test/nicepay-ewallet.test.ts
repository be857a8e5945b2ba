import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Answered,
  jakarta,
  type Merchant,
  openMerchant,
  paths,
  start,
  walletPay,
  walletRefund,
  walletStatus,
} from './nicepay-calls.js'

const txid = 'IONPAYTEST05202611201030450001'
const hour = 3_600_000
let shop: Merchant

const make = (wallet?: string, value?: string): Promise<Answered> =>
  shop.call(paths.walletPay, walletPay('EW-1', wallet, value))
const query = (token = shop.token): Promise<Answered> =>
  shop.call(paths.walletStatus, walletStatus('EW-1', txid), { token })
const statusNow = async (token?: string): Promise<unknown> =>
  (await query(token)).at('latestTransactionStatus')
const refund = (no: string, value?: string, type?: '1' | '2', token = shop.token): Promise<Answered> =>
  shop.call(paths.walletRefund, walletRefund('EW-1', txid, no, value, type), { token })
const pay = (): unknown => shop.provider.act({ action: 'pay', reference: 'EW-1' })

beforeEach(async () => {
  shop = await openMerchant()
})

describe('service 54', () => {
  it('sends the payer to a page, or asks on the phone', async () => {
    expect((await make('DANA')).body).toEqual({
      responseCode: '2005400',
      responseMessage: 'Successful',
      partnerReferenceNo: 'EW-1',
      referenceNo: txid,
      webRedirectUrl: `http://127.0.0.1/pay/${txid}`,
      appRedirectUrl: '',
      additionalInfo: { redirectToken: '' },
    })
    expect(await statusNow()).toBe('01')
    expect(shop.provider.act({ action: 'open', reference: 'EW-1' })).toMatchObject({ status: '03' })
    const push = await shop.call(paths.walletPay, walletPay('EW-2', 'OVOE'))
    expect(push.at('webRedirectUrl')).toBe('')
    expect(shop.provider.transactions().at(-1)).toMatchObject({ reference: 'EW-2', status: '03' })
  })

  it.each([
    ['OVOE', 55_000],
    ['DANA', 24 * hour],
    ['LINK', 300_000],
    ['ESHP', 300_000],
  ])('%s waits %i ms for the payer', async (wallet, validFor) => {
    await make(wallet)
    const states = []
    for (const offsetMs of [validFor - 1, validFor]) {
      shop.sandbox.setClock({ offsetMs })
      states.push(await statusNow(await shop.newToken()))
    }
    expect(states).toEqual([wallet === 'OVOE' ? '03' : '01', '05'])
  })

  it('waits until validUpTo where that is given', async () => {
    const body = walletPay('EW-1', 'OVOE')
    expect((await shop.call(paths.walletPay, { ...body, validUpTo: jakarta(start) })).code).toBe('4005401')
    expect((await shop.call(paths.walletPay, { ...body, validUpTo: jakarta(start + 60_000) })).code).toBe(
      '2005400',
    )
    shop.sandbox.setClock({ offsetMs: 59_000 })
    expect(await statusNow()).toBe('03')
    shop.sandbox.setClock({ offsetMs: 60_000 })
    expect(await statusNow()).toBe('05')
  })

  it.each([
    [
      'a cart of another sum',
      '{"count":"1","item":[{"goods_amt":"11999.00","goods_quantity":"1"}]}',
      '4005401',
    ],
    ['two of half', '{"count":"1","item":[{"goods_amt":"6000.00","goods_quantity":"2"}]}', '2005400'],
    ['a cart without items', '{}', '4005401'],
    ['a price in words', '{"item":[{"goods_amt":"much","goods_quantity":"1"}]}', '4005401'],
    ['a null for an item', '{"item":[null]}', '4005401'],
    ['no JSON', 'tea', '4005401'],
    ['a list', '[]', '4005401'],
    ['nothing', '', '4005402'],
  ])('%s', async (_, cartData, code) => {
    const body = walletPay('EW-1')
    const asked = { ...body, additionalInfo: { ...body.additionalInfo, cartData } }
    expect((await shop.call(paths.walletPay, asked)).code).toBe(code)
  })

  it('4095401 for a reference that was used; QRIS counts by itself', async () => {
    await make()
    expect((await make()).code).toBe('4095401')
  })
})

describe('service 55', () => {
  it('answers with transAmount, or with amount in the other form', async () => {
    await make('OVOE')
    pay()
    expect((await query()).body).toEqual({
      responseCode: '2005500',
      responseMessage: 'Successful',
      originalReferenceNo: txid,
      originalPartnerReferenceNo: 'EW-1',
      serviceCode: '54',
      latestTransactionStatus: '00',
      transactionStatusDesc: 'Success',
      transAmount: { value: '12000.00', currency: 'IDR' },
      additionalInfo: {
        mitraCd: 'OVOE',
        goodsNm: 'Tea',
        billingNm: 'Ayu',
        billingPhone: '081200022233',
        transactionDateTime: jakarta(start),
      },
    })
    await shop.call(paths.walletPay, walletPay('EW-2', 'DANA', '992000.00'))
    const other = await shop.call(paths.walletStatus, walletStatus('EW-2', 'IONPAYTEST05202611201030450002'))
    expect(other.body).toMatchObject({ amount: { value: '992000.00' } })
    expect(other.body).not.toHaveProperty('transAmount')
  })

  it('4045501 for what is not there', async () => {
    expect((await query()).code).toBe('4045501')
  })
})

describe('service 58', () => {
  it('gives all back, by its own field', async () => {
    await make()
    pay()
    expect((await refund('RF-1')).body).toEqual({
      responseCode: '2005800',
      responseMessage: 'Successful',
      originalReferenceNo: txid,
      originalPartnerReferenceNo: 'EW-1',
      refundNo: 'IONPAYTEST05202611201030450002',
      partnerRefundNo: 'RF-1',
      refundAmount: { value: '12000.00', currency: 'IDR' },
      refundTime: jakarta(start),
    })
    expect(await statusNow()).toBe('04')
    expect((await refund('RF-1')).code).toBe('4095801')
  })

  it.each([
    ['OVOE', '4035815'],
    ['DANA', '2005800'],
    ['LINK', '4035815'],
    ['ESHP', '2005800'],
  ])('%s answers %s to a part', async (wallet, code) => {
    await make(wallet)
    pay()
    expect((await refund('RF-1', '1.00', '2')).code).toBe(code)
  })

  // Paid at 10:30:45 in Jakarta: its day ends 13 h 29 min 15 s later.
  it.each([
    ['OVOE', 13 * hour + 29 * 60_000 + 14_999, '2005800'],
    ['OVOE', 13 * hour + 29 * 60_000 + 15_000, '4035815'],
    ['DANA', 30 * 24 * hour, '2005800'],
    ['DANA', 30 * 24 * hour + 1, '4035815'],
    ['LINK', 30 * 24 * hour, '2005800'],
    ['LINK', 30 * 24 * hour + 1, '4035815'],
    ['ESHP', 365 * 24 * hour, '2005800'],
    ['ESHP', 365 * 24 * hour + 1, '4035815'],
  ])('%s after %i ms: %s', async (wallet, offsetMs, code) => {
    await make(wallet)
    pay()
    shop.sandbox.setClock({ offsetMs })
    expect((await refund('RF-1', undefined, '1', await shop.newToken())).code).toBe(code)
  })

  it('a refund without a type is of the kind its amount says', async () => {
    await make()
    pay()
    const untyped = async (no: string, value: string) => {
      const { additionalInfo: _, ...body } = walletRefund('EW-1', txid, no, value)
      return (await shop.call(paths.walletRefund, body)).code
    }
    expect(await untyped('RF-1', '1.00')).toBe('2005800')
    expect(await untyped('RF-2', '12000.00')).toBe('4035802')
    expect(await untyped('RF-3', '11999.00')).toBe('2005800')
    expect(await statusNow()).toBe('04')
  })

  it('4035815 for one that is not paid, 4045801 for one that is not there', async () => {
    expect((await refund('RF-1')).code).toBe('4045801')
    await make()
    expect((await refund('RF-1')).code).toBe('4035815')
  })
})
