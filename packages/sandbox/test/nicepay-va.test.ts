import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Answered,
  jakarta,
  type Merchant,
  openMerchant,
  paths,
  start,
  vaCreate,
  vaDelete,
  vaStatus,
} from './nicepay-calls.js'

let shop: Merchant
const create = (trxId: string, value?: string): Promise<Answered> =>
  shop.call(paths.vaCreate, vaCreate(trxId, value))
const status = (trxId: string, txid: string, value?: string): Promise<Answered> =>
  shop.call(paths.vaStatus, vaStatus(trxId, txid, value))
const made = async (trxId: string, value?: string) => {
  const answer = await create(trxId, value)
  return {
    txid: String(answer.at('virtualAccountData.additionalInfo.tXidVA')),
    number: String(answer.at('virtualAccountData.virtualAccountNo')),
  }
}

beforeEach(async () => {
  shop = await openMerchant()
})

describe('service 27', () => {
  it('answers as the samples do', async () => {
    const { body, status: http, source } = await create('INV-1001')
    expect(http).toBe(200)
    expect(source).toMatch(/^provider: NICEPAY/)
    expect(body).toEqual({
      responseCode: '2002700',
      responseMessage: 'Successful',
      virtualAccountData: {
        partnerServiceId: '',
        customerNo: '',
        virtualAccountNo: '999900001030450001',
        virtualAccountName: 'Sari Dewi',
        trxId: 'INV-1001',
        totalAmount: { value: '25000.00', currency: 'IDR' },
        additionalInfo: {
          bankCd: 'BRIN',
          tXidVA: 'IONPAYTEST02202611201030450001',
          goodsNm: 'Coffee beans',
          vacctValidDt: '20261121',
          vacctValidTm: '103045',
          msId: '',
          msFee: '',
          msFeeType: '',
          mbFee: '',
          mbFeeType: '',
        },
      },
    })
  })

  it("keeps a number within the bank's length, and puts a customer's number into a fixed one", async () => {
    const other = vaCreate('INV-2')
    const bni = { ...other, additionalInfo: { ...other.additionalInfo, bankCd: 'BNIN' } }
    expect((await shop.call(paths.vaCreate, bni)).at('virtualAccountData.virtualAccountNo')).toMatch(
      /^\d{16}$/,
    )
    const fixed = { ...vaCreate('INV-3'), customerNo: '000712' }
    expect((await shop.call(paths.vaCreate, fixed)).at('virtualAccountData.virtualAccountNo')).toBe(
      '99990000000712',
    )
  })

  it.each([
    ['a date that has passed', '20261119', '103045'],
    ['a date without a time', '20261121', ''],
    ['a time without a date', '', '103045'],
    ['a day that is none', '20261131', '103045'],
    ['the moment of now', '20261120', '103045'],
  ])('4002701 for %s', async (_, vacctValidDt, vacctValidTm) => {
    const body = vaCreate('INV-1')
    const asked = { ...body, additionalInfo: { ...body.additionalInfo, vacctValidDt, vacctValidTm } }
    expect((await shop.call(paths.vaCreate, asked)).code).toBe('4002701')
  })

  it('4092701 for a reference that was used, whatever became of it; another merchant may use it', async () => {
    const { txid, number } = await made('INV-1')
    expect((await create('INV-1')).body).toEqual({
      responseCode: '4092701',
      responseMessage: 'Duplicate partnerReferenceNo',
    })
    await shop.call(paths.vaDelete, vaDelete('INV-1', txid, number))
    expect((await create('INV-1')).code).toBe('4092701')
    const other = await openMerchant('OTHERSHOP1', shop.sandbox)
    expect((await other.call(paths.vaCreate, vaCreate('INV-1'))).code).toBe('2002700')
    expect((await other.call(paths.vaStatus, vaStatus('INV-1', txid))).code).toBe('4042619')
  })
})

describe('service 26', () => {
  it('is 03, then 00 with what was paid', async () => {
    const { txid } = await made('INV-1')
    const before = await status('INV-1', txid)
    expect(before.body).toEqual({
      responseCode: '2002600',
      responseMessage: 'Successful',
      virtualAccountData: {
        partnerServiceId: '',
        customerNo: '',
        virtualAccountNo: '999900001030450001',
        inquiryRequestId: '10000000000000000021',
        totalAmount: { value: '25000.00', currency: 'IDR' },
      },
      additionalInfo: {
        trxId: 'INV-1',
        tXidVA: txid,
        bankCd: 'BRIN',
        goodsNm: 'Coffee beans',
        virtualAccountName: 'Sari Dewi',
        vacctValidDt: '20261121',
        vacctValidTm: '103045',
        latestTransactionStatus: '03',
        transactionStatusDesc: 'Pending',
      },
    })
    shop.sandbox.setClock({ offsetMs: 75_000 })
    shop.provider.act({ action: 'pay', reference: 'INV-1' })
    const after = await status('INV-1', txid)
    expect(after.at('additionalInfo.latestTransactionStatus')).toBe('00')
    expect(after.body).toMatchObject({
      paidAmount: { value: '25000.00', currency: 'IDR' },
      trxDateTime: '2026-11-20T10:32:00+07:00',
    })
  })

  it('is 05 when the time has come, and not a millisecond earlier', async () => {
    const { txid } = await made('INV-1')
    const day = 86_400_000
    // The token lives for 15 minutes only.
    const at = async (offsetMs: number) => {
      shop.sandbox.setClock({ offsetMs })
      const token = await shop.newToken()
      return (await shop.call(paths.vaStatus, vaStatus('INV-1', txid), { token })).at(
        'additionalInfo.latestTransactionStatus',
      )
    }
    expect(await at(day - 1)).toBe('03')
    expect(await at(day)).toBe('05')
    expect(() => shop.provider.act({ action: 'pay', reference: 'INV-1' })).toThrow(/expired/)
  })

  it('takes the other forms for the amount 992000.00', async () => {
    const { txid, number } = await made('INV-1', '992000.00')
    await shop.call(paths.vaDelete, vaDelete('INV-1', txid, number, '992000.00'))
    const { body, at } = await status('INV-1', txid, '992000.00')
    expect(at('virtualAccountData.additionalInfo.latestTransactionStatus')).toBe('04')
    expect(body).not.toHaveProperty('additionalInfo')
  })

  it.each([
    ['an unknown tXid', 'INV-1', 'IONPAYTEST02202611201030459999'],
    ['an unknown reference', 'INV-2', 'IONPAYTEST02202611201030450001'],
    ['the name of a member of every object', '__proto__', 'constructor'],
  ])('4042619 for %s', async (_, trxId, txid) => {
    await made('INV-1')
    expect((await status(trxId, txid)).code).toBe('4042619')
  })
})

describe('service 31', () => {
  it('cancels once', async () => {
    const { txid, number } = await made('INV-1')
    const gone = await shop.call(paths.vaDelete, vaDelete('INV-1', txid, number))
    expect(gone.body).toEqual({
      responseCode: '2003100',
      responseMessage: 'Successful',
      virtualAccountData: {
        partnerServiceId: '',
        customerNo: '',
        virtualAccountNo: number,
        trxId: 'INV-1',
        additionalInfo: {
          totalAmount: { value: '25000.00', currency: 'IDR' },
          tXidVA: txid,
          cancelMessage: 'Order withdrawn',
          cancelVATime: jakarta(start),
        },
      },
    })
    expect((await shop.call(paths.vaDelete, vaDelete('INV-1', txid, number))).code).toBe('4033115')
    expect((await status('INV-1', txid)).at('additionalInfo.latestTransactionStatus')).toBe('05')
    expect(() => shop.provider.act({ action: 'pay', reference: 'INV-1' })).toThrow(/cancelled/)
  })

  it('refuses a paid one with 4043113, an unknown one with 4043119, another amount with 4003101', async () => {
    const { txid, number } = await made('INV-1')
    expect((await shop.call(paths.vaDelete, vaDelete('INV-1', txid, number, '25000.01'))).code).toBe(
      '4003101',
    )
    expect((await shop.call(paths.vaDelete, vaDelete('INV-1', txid, `${number}0`))).code).toBe('4043119')
    shop.provider.act({ action: 'pay', reference: txid })
    expect((await shop.call(paths.vaDelete, vaDelete('INV-1', txid, number))).code).toBe('4043113')
  })

  it('takes DELETE only', async () => {
    const answer = await shop.call(paths.vaDelete, vaDelete('INV-1', 'x', 'y'), { method: 'POST' })
    expect(answer).toMatchObject({ status: 405, code: '4053100' })
  })
})
