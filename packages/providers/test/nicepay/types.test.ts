import { type AnswerOf, type BodyOf, type Client, type Inquiry, idr, type ServiceNameOf } from '@x/providers'
import type { nicepay } from '@x/providers/nicepay'
import { describe, expectTypeOf, it } from 'vitest'

type Nicepay = typeof nicepay
declare const pay: Client<Nicepay>

describe("the types of NICEPAY's services", () => {
  it('name every service and no other', () => {
    expectTypeOf<ServiceNameOf<Nicepay>>().toEqualTypeOf<
      | 'va-create'
      | 'va-status'
      | 'va-delete'
      | 'qr-mpm-generate'
      | 'qr-mpm-query'
      | 'qr-mpm-refund'
      | 'debit-payment'
      | 'debit-status'
      | 'debit-refund'
      | 'balance-inquiry'
      | 'payout-registration'
      | 'payout-approve'
      | 'payout-reject'
      | 'payout-cancel'
      | 'payout-inquiry'
    >()
    // @ts-expect-error: no such service
    const unknownService = () => pay.call('qr-mpm-generat', { body: {} })
    expectTypeOf(unknownService).toBeFunction()
  })

  it('take idr() for every amount, and never a number or another currency', () => {
    type Rupiah = ReturnType<typeof idr>
    expectTypeOf<Rupiah>().toExtend<BodyOf<Nicepay, 'va-create'>['totalAmount']>()
    expectTypeOf<Rupiah>().toExtend<BodyOf<Nicepay, 'qr-mpm-generate'>['amount']>()
    expectTypeOf<Rupiah>().toExtend<BodyOf<Nicepay, 'qr-mpm-refund'>['refundAmount']>()
    expectTypeOf<Rupiah>().toExtend<BodyOf<Nicepay, 'debit-payment'>['amount']>()
    expectTypeOf<Rupiah>().toExtend<BodyOf<Nicepay, 'debit-refund'>['refundAmount']>()
    expectTypeOf<Rupiah>().toExtend<BodyOf<Nicepay, 'payout-registration'>['amount']>()
    expectTypeOf<15_000>().not.toExtend<BodyOf<Nicepay, 'qr-mpm-generate'>['amount']>()
    expectTypeOf<{ value: number; currency: 'IDR' }>().not.toExtend<
      BodyOf<Nicepay, 'qr-mpm-generate'>['amount']
    >()
    expectTypeOf<{ value: string; currency: 'USD' }>().not.toExtend<
      BodyOf<Nicepay, 'qr-mpm-generate'>['amount']
    >()
    const numeric = () =>
      pay.call('payout-registration', {
        body: {
          partnerReferenceNo: 'PO-1',
          merchantId: 'IONPAYTEST',
          beneficiaryAccountNo: '1234500001',
          beneficiaryName: 'Rina',
          beneficiaryPhone: '081200033344',
          beneficiaryCustomerResidence: '1',
          beneficiaryCustomerType: '1',
          payoutMethod: '1',
          beneficiaryBankCode: 'BDIN',
          // @ts-expect-error: an amount is text
          amount: { value: 100_000, currency: 'IDR' },
        },
      })
    expectTypeOf(numeric).toBeFunction()
  })

  it('take the right field names: cancelType for QRIS, refundType for e-wallets', () => {
    const refund = () =>
      pay.call('debit-refund', {
        body: {
          merchantId: 'IONPAYTEST',
          originalReferenceNo: 'tXid',
          originalPartnerReferenceNo: 'EW-1',
          partnerRefundNo: 'RF-1',
          refundAmount: idr(4_000),
          // @ts-expect-error: that is QRIS's name
          additionalInfo: { cancelType: '2' },
        },
      })
    const balance = () =>
      // @ts-expect-error: the older samples' name
      pay.call('balance-inquiry', { body: { merchantId: 'IONPAYTEST' } })
    // @ts-expect-error: required
    const nothing = () => pay.call('payout-inquiry', {})
    expectTypeOf([refund, balance, nothing]).toBeArray()
    expectTypeOf<BodyOf<Nicepay, 'qr-mpm-refund'>['additionalInfo']>().toEqualTypeOf<{
      readonly cancelType: '1' | '2'
    }>()
  })

  it('promise nothing of an answer but its code', () => {
    expectTypeOf<AnswerOf<Nicepay, 'qr-mpm-generate'>['responseCode']>().toEqualTypeOf<string>()
    expectTypeOf<AnswerOf<Nicepay, 'qr-mpm-generate'>['qrContent']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<{ readonly responseCode: string }>().toExtend<AnswerOf<Nicepay, 'va-status'>>()
    expectTypeOf<string>().toExtend<
      NonNullable<AnswerOf<Nicepay, 'payout-inquiry'>['latestTransactionStatus']>
    >()
    expectTypeOf<Client<Nicepay>['inquire']>().parameter(0).toEqualTypeOf<Inquiry>()
  })
})
