import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Answered,
  jakarta,
  type Merchant,
  openMerchant,
  paths,
  payoutInquiry,
  payoutMove,
  payoutRegister,
  start,
} from './nicepay-calls.js'

const txid = 'IONPAYTEST07202611201030450001'
let shop: Merchant

const register = (value?: string, more: object = {}): Promise<Answered> =>
  shop.call(paths.register, { ...payoutRegister('PO-1', value), ...more })
const move = (path: 'approve' | 'reject' | 'cancel', token = shop.token): Promise<Answered> =>
  shop.call(paths[path], payoutMove('PO-1', txid), { token })
const inquire = (token = shop.token): Promise<Answered> =>
  shop.call(paths.inquiry, payoutInquiry('PO-1', txid), { token })
const statusNow = async (token?: string): Promise<unknown> =>
  (await inquire(token)).at('latestTransactionStatus')
const balance = async (token = shop.token): Promise<unknown> => {
  const { body } = await shop.call(paths.balance, { accountNo: 'IONPAYTEST' }, { token })
  return (body as { accountInfos: { availableBalance: { value: string } }[] }).accountInfos[0]
    ?.availableBalance.value
}
const act = (action: string) => shop.provider.act({ action, reference: 'PO-1' })
const tomorrow = { reservedDt: '20261121', reservedTm: '103045' }

beforeEach(async () => {
  shop = await openMerchant()
})

describe('the registration', () => {
  it('answers as the SDKs read it, with the small a', async () => {
    expect((await register()).body).toEqual({
      responseCode: '2000000',
      responseMessage: 'Successful',
      originalReferenceNo: txid,
      partnerReferenceNo: 'PO-1',
      merchantId: 'IONPAYTEST',
      beneficiaryaccountNo: '1234500001',
      beneficiaryName: 'RINA',
      beneficiaryBankCode: 'BDIN',
      payoutMethod: '1',
      amount: { value: '100000.00', currency: 'IDR' },
    })
    expect(await statusNow()).toBe('03')
    expect(await balance()).toBe('5000000.00')
    expect((await register()).code).toBe('4090001')
  })

  it.each([
    ['a time that has passed', { reservedDt: '20261120', reservedTm: '103045' }, '4000001'],
    ['a date without a time', { reservedDt: '20261121' }, '4000001'],
    ['a time without a date', { reservedTm: '103045' }, '4000001'],
    ['an hour that is none', { reservedDt: '20261121', reservedTm: '250000' }, '4000001'],
    ['no method', { payoutMethod: undefined }, '2000000'],
    ['a method that is none', { payoutMethod: '5' }, '4000001'],
  ])('%s', async (_, more, code) => {
    expect((await register(undefined, more)).code).toBe(code)
  })
})

describe('approve, reject, cancel', () => {
  it('approve takes the money once', async () => {
    await register()
    expect((await move('approve')).body).toEqual({
      responseCode: '2000000',
      responseMessage: 'Successful',
      originalPartnerReferenceNo: 'PO-1',
      originalReferenceNo: txid,
      beneficiaryAccountNo: '1234500001',
      beneficiaryName: 'RINA',
      beneficiaryBankCode: 'BDIN',
      amount: { value: '100000.00', currency: 'IDR' },
      transactionStatus: '00',
    })
    expect(await balance()).toBe('4900000.00')
    for (const again of ['approve', 'reject', 'cancel'] as const)
      expect((await move(again)).code).toBe('4030015')
    expect(await balance()).toBe('4900000.00')
    expect((await inquire()).body).toEqual({
      responseCode: '2000000',
      responseMessage: 'Successful',
      originalPartnerReferenceNo: 'PO-1',
      originalReferenceNo: txid,
      beneficiaryAccountNo: '1234500001',
      beneficiaryName: 'RINA',
      beneficiaryBankCode: 'BDIN',
      beneficiaryCustomerResidence: '1',
      beneficiaryCustomerType: '1',
      transactionDate: jakarta(start),
      latestTransactionStatus: '00',
      transactionStatusDesc: 'Success',
      amount: { value: '100000.00', currency: 'IDR' },
      payoutMethod: '1',
    })
  })

  it('of twenty approvals at once, one takes the money', async () => {
    await register()
    const codes = (await Promise.all(Array.from({ length: 20 }, () => move('approve')))).map(
      ({ code }) => code,
    )
    expect(codes.filter((code) => code === '2000000')).toHaveLength(1)
    expect(codes.filter((code) => code === '4030015')).toHaveLength(19)
    expect(await balance()).toBe('4900000.00')
  })

  it('reject is for one that was not approved', async () => {
    await register()
    expect(await move('reject')).toMatchObject({ code: '2000000', body: { transactionStatus: '05' } })
    expect(await statusNow()).toBe('05')
    for (const again of ['approve', 'reject', 'cancel'] as const)
      expect((await move(again)).code).toBe('4030015')
    expect(await balance()).toBe('5000000.00')
  })

  it('cancel is for an approved one whose time is to come, and brings the money back', async () => {
    await register(undefined, tomorrow)
    expect((await move('cancel')).code).toBe('4030015')
    expect((await move('approve')).code).toBe('2000000')
    expect(await statusNow()).toBe('03')
    expect(await balance()).toBe('4900000.00')
    expect((await move('cancel')).code).toBe('2000000')
    expect(await statusNow()).toBe('04')
    expect(await balance()).toBe('5000000.00')
    expect((await move('cancel')).code).toBe('4030015')
    expect(await balance()).toBe('5000000.00')
  })

  it('a reserved one is sent when its time has come', async () => {
    await register(undefined, tomorrow)
    await move('approve')
    shop.sandbox.setClock({ offsetMs: 86_400_000 })
    const token = await shop.newToken()
    expect(await statusNow(token)).toBe('00')
    expect((await move('cancel', token)).code).toBe('4030015')
    expect(await balance(token)).toBe('4900000.00')
  })

  it('4030015 for an approval after the reserved time', async () => {
    await register(undefined, tomorrow)
    shop.sandbox.setClock({ offsetMs: 86_400_000 })
    expect((await move('approve', await shop.newToken())).code).toBe('4030015')
  })

  it('4030014 above the balance', async () => {
    await register('5000000.01')
    expect((await move('approve')).code).toBe('4030014')
    expect(await statusNow()).toBe('03')
    await shop.call(paths.register, payoutRegister('PO-2', '5000000.00'))
    const second = 'IONPAYTEST07202611201030450002'
    expect((await shop.call(paths.approve, payoutMove('PO-2', second))).code).toBe('2000000')
    expect(await balance()).toBe('0.00')
  })

  it('404 0001 for references that do not belong together, and for another account', async () => {
    await register()
    expect((await shop.call(paths.approve, payoutMove('PO-2', txid))).code).toBe('4040001')
    const inquiry = { ...payoutInquiry('PO-1', txid), beneficiaryAccountNo: '1234500002' }
    expect((await shop.call(paths.inquiry, inquiry)).code).toBe('4040001')
  })
})

describe('what the bank does', () => {
  it.each([
    ['disburse', '00', '4900000.00'],
    ['fail', '09', '5000000.00'],
    ['suspect', '08', '4900000.00'],
  ])('%s: %s', async (action, status, left) => {
    await register()
    expect(() => act(action)).toThrow(/registered/)
    await move('approve')
    expect(act(action)).toMatchObject({ status, account: '******0001' })
    expect(await statusNow()).toBe(status)
    expect(await balance()).toBe(left)
    expect(() => act(action)).toThrow(/disbursed|failed|possible: disburse, fail$/)
    expect(await balance()).toBe(left)
  })

  it('a suspect one ends well or badly', async () => {
    await register()
    await move('approve')
    act('suspect')
    act('fail')
    expect(await statusNow()).toBe('09')
    expect(await balance()).toBe('5000000.00')
  })
})

describe('reserved amounts at the approval', () => {
  // One million and less: the balance suffices.
  it.each([
    ['990202.00', 202, '2020000', '03', '4009798.00'],
    ['990305.00', 403, '4030005', '03', '5000000.00'],
    ['990311.00', 404, '4040011', '03', '5000000.00'],
    ['990500.00', 500, '5000000', '03', '5000000.00'],
    ['990504.00', 504, '5040000', '00', '4009496.00'],
    ['990008.00', 200, '2000000', '08', '4009992.00'],
    ['990009.00', 200, '2000000', '09', '5000000.00'],
  ])('%s: %i %s, then %s', async (value, http, code, status, left) => {
    await register(value)
    expect(await move('approve')).toMatchObject({ status: http, code })
    expect(await statusNow()).toBe(status)
    expect(await balance()).toBe(left)
  })

  it('one in progress is not approved again, and is disbursed later', async () => {
    await register('990202.00')
    await move('approve')
    expect((await move('approve')).code).toBe('4030015')
    act('disburse')
    expect(await statusNow()).toBe('00')
    expect(await balance()).toBe('4009798.00')
  })
})

describe('service 11', () => {
  it('answers on both paths, and each merchant has its own', async () => {
    const printed = await shop.call('/api/v1.0/transfer/balance-inquiry', { accountNo: 'IONPAYTEST' })
    expect(printed.body).toEqual({
      responseCode: '2001100',
      responseMessage: 'Successful',
      accountNo: 'IONPAYTEST',
      accountInfos: [{ availableBalance: { value: '5000000.00', currency: 'IDR' } }],
    })
    await register()
    await move('approve')
    const other = await openMerchant('OTHERSHOP1', shop.sandbox)
    const theirs = await other.call(paths.balance, { accountNo: 'OTHERSHOP1' })
    expect(theirs.body).toMatchObject({ accountInfos: [{ availableBalance: { value: '5000000.00' } }] })
    expect((await other.call(paths.balance, { accountNo: 'IONPAYTEST' })).code).toBe('4011100')
  })
})
