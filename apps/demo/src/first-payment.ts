import { idr, type ReplyFacts } from '@x/providers'
import type { ListeningSandbox } from '@x/sandbox/node'
import { control } from './control.js'
import type { DemoClients } from './demo-clients.js'

/** One step in the life of a payment. */
export interface PaymentStep {
  readonly step: string
  readonly answer: string
  readonly outcome: string
  readonly transaction: string
  readonly ms: number
}

const body = {
  goodsNm: 'Coffee beans',
  billingNm: 'Sari Dewi',
  billingPhone: '081200000000',
  billingEmail: 'sari@shop.example',
  billingCity: 'Jakarta',
  billingState: 'DKI Jakarta',
  billingPostCd: '10110',
  billingCountry: 'Indonesia',
  callBackUrl: 'https://shop.example/thanks',
  dbProcessUrl: 'https://shop.example/notify/qris',
  userIP: '127.0.0.1',
  cartData: '{}',
  mitraCd: 'QSHP',
} as const

/**
 * One QRIS of NICEPAY: made, paid by the control API as a payer would, inquired, refunded, inquired again.
 *
 * @throws Error at the first step that does not come out as it must, with what was answered
 */
export const firstPayment = async (
  { nicepay }: DemoClients,
  servers: ListeningSandbox,
): Promise<readonly PaymentStep[]> => {
  const pay = await nicepay.open()
  const [merchantId, storeId] = ['IONPAYDEMO', 'NICEPAY']
  const order = `order-${Date.now()}`
  const amount = idr(150_000)
  const steps: PaymentStep[] = []
  const take = async <R extends ReplyFacts>(
    step: string,
    expected: string,
    call: () => Promise<R>,
  ): Promise<R> => {
    const startedAt = performance.now()
    const reply = await call()
    const { outcome, transaction = '–', code, meaning } = reply
    const answer = code?.value ?? 'none'
    steps.push({ step, answer, outcome, transaction, ms: Math.round(performance.now() - startedAt) })
    if (outcome !== 'success' || transaction !== expected)
      throw new Error(
        `${nicepay.name}: ${step} was to be ${expected}, and is ${outcome}, ${transaction}: ${answer} ${meaning.english}`,
      )
    return reply
  }

  const made = await take('QRIS made', 'pending', () =>
    pay.call('qr-mpm-generate', {
      body: { partnerReferenceNo: order, amount, merchantId, storeId, additionalInfo: body },
    }),
  )
  const { inquiry } = made
  if (inquiry === undefined) throw new Error(`${nicepay.name}: a QRIS has no inquiry`)

  await control(servers, { path: 'nicepay/actions', body: { action: 'pay', reference: order } })
  steps.push({ step: 'paid by the payer', answer: '–', outcome: '–', transaction: '–', ms: 0 })

  await take('inquired', 'paid', () => pay.inquire(inquiry))
  await take('refunded', 'refunded', () =>
    pay.call('qr-mpm-refund', {
      body: {
        originalReferenceNo: String(inquiry.body['originalReferenceNo']),
        originalPartnerReferenceNo: order,
        partnerRefundNo: `${order}-refund`,
        merchantId,
        externalStoreId: storeId,
        refundAmount: amount,
        reason: 'Order withdrawn',
        additionalInfo: { cancelType: '1' },
      },
    }),
  )
  await take('inquired again', 'refunded', () => pay.inquire(inquiry))
  return steps
}
