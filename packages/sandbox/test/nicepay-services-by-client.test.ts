import { tXidOf } from '@x/providers/nicepay'
import { assert, describe, expect, it } from 'vitest'
import { inquiryOf, lostAnswers, openNicepay } from './clients-in-process.js'
import {
  payoutInquiry,
  payoutRegister,
  qrGenerate,
  qrRefund,
  start,
  vaCreate,
  vaDelete,
  walletPay,
  walletRefund,
} from './nicepay-calls.js'

const open = () => {
  const { client, provider } = openNicepay(() => start)
  /** Makes a bill or a payout, and tells its tXid. */
  const make = async (
    calling: Promise<{ readonly outcome: string; readonly body?: unknown }>,
  ): Promise<string> => {
    const { outcome, body } = await calling
    const tXid = tXidOf((body ?? undefined) as never)
    assert(outcome === 'success' && tXid !== undefined, 'it is made, and has an id')
    return tXid
  }
  const payQr = async (): Promise<string> => {
    const tXid = await make(client.call('qr-mpm-generate', { body: qrGenerate('QR-1') }))
    provider.act({ action: 'pay', reference: 'QR-1' })
    return tXid
  }
  const register = (members: object = {}): Promise<string> =>
    make(client.call('payout-registration', { body: { ...payoutRegister('PO-1'), ...members } }))
  const balance = async (): Promise<string | undefined> => {
    const reply = await client.call('balance-inquiry', { body: { accountNo: 'IONPAYTEST' } })
    assert(reply.outcome === 'success', 'the balance is told')
    return reply.body.accountInfos?.[0]?.availableBalance?.value
  }
  return { client, provider, payQr, register, balance }
}

describe('NICEPAY by its client', () => {
  it('a QR is pending until it is paid, and refunded once', async () => {
    const { client, provider } = open()
    const made = await client.call('qr-mpm-generate', { body: qrGenerate('QR-1') })
    expect(made).toMatchObject({ outcome: 'success', transaction: 'pending' })
    assert(made.outcome === 'success', 'the QR is made')
    expect(await client.inquire(inquiryOf(made))).toMatchObject({ transaction: 'pending' })
    provider.act({ action: 'pay', reference: 'QR-1' })
    expect(await client.inquire(inquiryOf(made))).toMatchObject({ transaction: 'paid' })

    const refund = qrRefund('QR-1', tXidOf(made.body) ?? '', 'RF-1')
    const refunded = await client.call('qr-mpm-refund', { body: refund })
    expect(refunded).toMatchObject({ outcome: 'success', transaction: 'refunded' })
    // The state is the payment's, and may be of another refund; of the payment it tells.
    expect(await client.inquire(inquiryOf(refunded))).toMatchObject({ transaction: 'unknown' })
    expect(await client.inquire(inquiryOf(made))).toMatchObject({ transaction: 'refunded' })
    const again = await client.call('qr-mpm-refund', { body: { ...refund, partnerRefundNo: 'RF-2' } })
    expect(again).toMatchObject({ outcome: 'rejected', transaction: 'unknown' })
  })

  it.each(lostAnswers)(
    'a refund whose answer is lost by %s is unknown, and the state of the payment decides nothing',
    async (kind) => {
      const { client, provider, payQr } = open()
      const refund = qrRefund('QR-1', await payQr(), 'RF-1')
      provider.setFaults([{ kind, path: '/qr-mpm-refund', after: true, times: 1 }])
      const lost = await client.call('qr-mpm-refund', { body: refund })
      expect(lost).toMatchObject({ outcome: 'unknown', transaction: 'unknown' })
      expect(await client.inquire(inquiryOf(lost))).toMatchObject({
        transaction: 'unknown',
        body: { latestTransactionStatus: '04' },
      })
    },
  )

  it.each(lostAnswers)(
    'a QR whose answer is lost by %s is there once, and made no second time',
    async (kind) => {
      const { client, provider } = open()
      provider.setFaults([{ kind, path: '/qr-mpm-generate', after: true, times: 1 }])
      const lost = await client.call('qr-mpm-generate', { body: qrGenerate('QR-1') })
      expect(lost).toMatchObject({ outcome: 'unknown', inquiry: { how: 'repeat' } })
      expect(await client.inquire(inquiryOf(lost), { repeat: true })).toMatchObject({ outcome: 'unknown' })
      expect(provider.transactions()).toHaveLength(1)
    },
  )

  it('a virtual account is pending until it is paid', async () => {
    const { client, provider } = open()
    const made = await client.call('va-create', { body: vaCreate('VA-1') })
    expect(made).toMatchObject({ outcome: 'success', transaction: 'pending' })
    expect(await client.inquire(inquiryOf(made))).toMatchObject({ transaction: 'pending' })
    provider.act({ action: 'pay', reference: 'VA-1' })
    expect(await client.inquire(inquiryOf(made))).toMatchObject({ transaction: 'paid' })
  })

  it('one that nobody paid is cancelled', async () => {
    const { client } = open()
    const made = await client.call('va-create', { body: vaCreate('VA-1') })
    assert(made.outcome === 'success', 'the virtual account is made')
    const number = made.body.virtualAccountData?.virtualAccountNo ?? ''
    const gone = await client.call('va-delete', { body: vaDelete('VA-1', tXidOf(made.body) ?? '', number) })
    expect(gone).toMatchObject({ outcome: 'success', transaction: 'cancelled' })
    expect(await client.inquire(inquiryOf(gone))).toMatchObject({ transaction: 'cancelled' })
  })

  it('one that was paid is not failed because it cannot be deleted', async () => {
    const { client, provider } = open()
    const made = await client.call('va-create', { body: vaCreate('VA-1') })
    assert(made.outcome === 'success', 'the virtual account is made')
    const number = made.body.virtualAccountData?.virtualAccountNo ?? ''
    provider.act({ action: 'pay', reference: 'VA-1' })
    const kept = await client.call('va-delete', { body: vaDelete('VA-1', tXidOf(made.body) ?? '', number) })
    expect(kept).toMatchObject({ outcome: 'rejected', transaction: 'unknown' })
    expect(await client.inquire(inquiryOf(kept))).toMatchObject({ transaction: 'paid' })
  })

  it('a payout that waits for its time, and is told as 00 before, is not paid', async () => {
    const { client, register } = open()
    const amount = { value: '992000.00', currency: 'IDR' } as const
    const tXid = await register({ amount, reservedDt: '20991231', reservedTm: '120000' })
    const decision = {
      originalReferenceNo: tXid,
      originalPartnerReferenceNo: 'PO-1',
      merchantId: 'IONPAYTEST',
      beneficiaryAccountNo: payoutRegister('PO-1').beneficiaryAccountNo,
    }
    expect((await client.call('payout-approve', { body: decision })).outcome).toBe('success')
    expect(await client.call('payout-inquiry', { body: decision })).toMatchObject({
      body: { latestTransactionStatus: '00' },
    })
    const { inquiry } = (await client.prepare('payout-cancel', { body: decision })).read({
      status: 504,
      body: '',
    })
    assert(inquiry !== undefined, 'a lost cancel can be asked about')
    expect(await client.inquire(inquiry)).toMatchObject({ transaction: 'unknown' })
    const gone = await client.call('payout-cancel', { body: decision })
    expect(await client.inquire(inquiryOf(gone))).toMatchObject({ transaction: 'cancelled' })
  })

  it('an e-wallet payment is pending until it is paid, and refunded', async () => {
    const { client, provider } = open()
    const made = await client.call('debit-payment', { body: walletPay('EW-1') })
    expect(made).toMatchObject({ outcome: 'success', transaction: 'pending' })
    assert(made.outcome === 'success', 'the payment is made')
    expect(await client.inquire(inquiryOf(made))).toMatchObject({ transaction: 'pending' })
    provider.act({ action: 'pay', reference: 'EW-1' })
    expect(await client.inquire(inquiryOf(made))).toMatchObject({ transaction: 'paid' })
    const refund = walletRefund('EW-1', tXidOf(made.body) ?? '', 'RF-1')
    const refunded = await client.call('debit-refund', { body: refund })
    expect(refunded).toMatchObject({ outcome: 'success', transaction: 'refunded' })
    expect(await client.inquire(inquiryOf(refunded))).toMatchObject({ transaction: 'unknown' })
    expect(await client.inquire(inquiryOf(made))).toMatchObject({ transaction: 'refunded' })
  })

  it('a payout is pending until it is approved and disbursed', async () => {
    const { client, provider, register } = open()
    const move = payoutInquiry('PO-1', await register())
    const approved = await client.call('payout-approve', { body: move })
    expect(approved).toMatchObject({ outcome: 'success', transaction: 'pending' })
    provider.act({ action: 'disburse', reference: 'PO-1' })
    expect(await client.inquire(inquiryOf(approved))).toMatchObject({ transaction: 'paid' })
    expect(await client.call('payout-inquiry', { body: move })).toMatchObject({ transaction: 'paid' })
  })

  it.each(lostAnswers)(
    'an approval whose answer is lost by %s is unknown, and asking tells paid',
    async (kind) => {
      const { client, provider, register } = open()
      const move = payoutInquiry('PO-1', await register())
      provider.setFaults([{ kind, path: '/transfer/approve', after: true, times: 1 }])
      const lost = await client.call('payout-approve', { body: move })
      expect(lost).toMatchObject({ outcome: 'unknown', transaction: 'unknown' })
      provider.act({ action: 'disburse', reference: 'PO-1' })
      expect(await client.inquire(inquiryOf(lost))).toMatchObject({ transaction: 'paid' })
    },
  )

  it('a rejected payout sends no money, and cannot be approved any more', async () => {
    const { client, register, balance } = open()
    const move = payoutInquiry('PO-1', await register())
    const rejected = await client.call('payout-reject', { body: move })
    expect(rejected).toMatchObject({ outcome: 'success', transaction: 'cancelled' })
    expect(await balance()).toBe('5000000.00')
    expect(await client.call('payout-approve', { body: move })).toMatchObject({ outcome: 'rejected' })
  })

  it('a cancelled payout brings the money back', async () => {
    const { client, register, balance } = open()
    const move = payoutInquiry('PO-1', await register({ reservedDt: '20261121', reservedTm: '103045' }))
    await client.call('payout-approve', { body: move })
    expect(await balance()).toBe('4900000.00')
    const cancelled = await client.call('payout-cancel', { body: move })
    expect(cancelled).toMatchObject({ outcome: 'success', transaction: 'cancelled' })
    expect(await client.inquire(inquiryOf(cancelled))).toMatchObject({ transaction: 'cancelled' })
    expect(await balance()).toBe('5000000.00')
  })
})
