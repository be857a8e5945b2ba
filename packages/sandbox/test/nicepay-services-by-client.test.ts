import { createClient, idr } from '@x/providers'
import { nicepay, tXidOf } from '@x/providers/nicepay'
import { createSandbox } from '@x/sandbox'
import { describe, expect, it } from 'vitest'
import { fixtures } from '../../providers/test/nicepay/fixtures.js'
import { clientSecret, privateKey, publicKey } from './clients.js'

const open = () => {
  const provider = createSandbox().provider('nicepay')
  provider.registerClient({ clientId: 'IONPAYTEST', clientSecret, publicKey })
  const pay = createClient(nicepay, {
    environment: 'development',
    clientId: 'IONPAYTEST',
    clientSecret,
    privateKey,
    fetch: (url, init) => provider.fetch(new Request(url, init)),
  })
  return { provider, pay }
}
const body = (name: string): never => fixtures.services[name]?.call.body as never

describe('NICEPAY by its client', () => {
  it('QRIS: made, paid, a part and then nothing more', async () => {
    const { provider, pay } = open()
    const made = await pay.call('qr-mpm-generate', { body: body('qr-mpm-generate') })
    expect(made).toMatchObject({ outcome: 'success', transaction: 'pending' })
    if (made.outcome !== 'success' || !made.inquiry) throw new Error('x')
    expect((await pay.inquire(made.inquiry)).transaction).toBe('pending')
    provider.act({ action: 'pay', reference: 'QR-2001' })
    expect((await pay.inquire(made.inquiry)).transaction).toBe('paid')
    const back = await pay.call('qr-mpm-refund', {
      body: {
        originalReferenceNo: tXidOf(made.body) ?? '',
        originalPartnerReferenceNo: 'QR-2001',
        partnerRefundNo: 'RF',
        merchantId: 'IONPAYTEST',
        externalStoreId: 'NICEPAY',
        refundAmount: idr(15_000),
        reason: 'x',
        additionalInfo: { cancelType: '1' },
      },
    })
    expect(back).toMatchObject({ outcome: 'success', transaction: 'refunded' })
    if (!back.inquiry) throw new Error('x')
    expect((await pay.inquire(back.inquiry)).transaction).toBe('refunded')
    const dup = await pay.call('qr-mpm-generate', { body: body('qr-mpm-generate') })
    expect(dup).toMatchObject({ outcome: 'unknown', inquiry: { how: 'repeat' } })
  })
  it('VA: made, deleted', async () => {
    const { pay } = open()
    const made = await pay.call('va-create', { body: body('va-create') })
    if (made.outcome !== 'success' || !made.inquiry) throw new Error(JSON.stringify(made))
    expect((await pay.inquire(made.inquiry)).transaction).toBe('pending')
    const gone = await pay.call('va-delete', {
      body: {
        partnerServiceId: '',
        customerNo: '',
        virtualAccountNo: made.body.virtualAccountData?.virtualAccountNo ?? '',
        trxId: 'INV-1001',
        additionalInfo: { totalAmount: idr(25_000), tXidVA: tXidOf(made.body) ?? '', cancelMessage: 'x' },
      },
    })
    expect(gone).toMatchObject({ outcome: 'success', transaction: 'cancelled' })
    if (!gone.inquiry) throw new Error('x')
    const asked = await pay.inquire(gone.inquiry)
    expect(asked.outcome).toBe('success')
    expect(asked.transaction).toBe('cancelled')
  })
  it('e-wallet: made, paid, refunded', async () => {
    const { provider, pay } = open()
    const made = await pay.call('debit-payment', {
      body: { ...(body('debit-payment') as object), validUpTo: '' } as never,
    })
    if (made.outcome !== 'success' || !made.inquiry) throw new Error(JSON.stringify(made))
    expect((await pay.inquire(made.inquiry)).transaction).toBe('pending')
    provider.act({ action: 'pay', reference: 'EW-3002' })
    expect((await pay.inquire(made.inquiry)).transaction).toBe('paid')
    const back = await pay.call('debit-refund', {
      body: {
        merchantId: 'IONPAYTEST',
        originalReferenceNo: tXidOf(made.body) ?? '',
        originalPartnerReferenceNo: 'EW-3002',
        partnerRefundNo: 'R',
        refundAmount: idr(4000),
        additionalInfo: { refundType: '2' },
      },
    })
    expect(back).toMatchObject({ outcome: 'success', transaction: 'refunded' })
  })
  it('payout: registered, approved with the account in the body, disbursed', async () => {
    const { provider, pay } = open()
    const made = await pay.call('payout-registration', { body: body('payout-registration') })
    if (made.outcome !== 'success' || !made.inquiry) throw new Error(JSON.stringify(made))
    expect((await pay.inquire(made.inquiry)).transaction).toBe('pending')
    const yes = await pay.call('payout-approve', {
      body: {
        merchantId: 'IONPAYTEST',
        originalReferenceNo: tXidOf(made.body) ?? '',
        originalPartnerReferenceNo: 'PO-4001',
        beneficiaryAccountNo: '1234500001',
      },
    })
    expect(yes).toMatchObject({ outcome: 'success', transaction: 'pending' })
    provider.act({ action: 'disburse', reference: 'PO-4001' })
    if (!yes.inquiry) throw new Error('x')
    expect((await pay.inquire(yes.inquiry)).transaction).toBe('paid')
    const balance = await pay.call('balance-inquiry', { body: body('balance-inquiry') })
    expect(balance.outcome).toBe('success')
  })
})
