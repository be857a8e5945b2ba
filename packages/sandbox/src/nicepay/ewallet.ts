import { formatTimestamp } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import { createBook } from './book.js'
import { cartTotal } from './cart-total.js'
import { paymentFields, refundFields, statusFields } from './ewallet-fields.js'
import { momentOf } from './jakarta.js'
import { amountOf, senOf } from './money.js'
import { movesOf, type Payment, refund, statusOf, summaryOf } from './payment.js'
import type { Call, Numbers, Product } from './service.js'
import { createWithTriggers, inOtherForm } from './triggers.js'
import { wallets } from './wallets.js'

/** E-wallets: services 54, 55 and 58. */
export const openEwallets = (numbers: Numbers): Product => {
  const book = createBook<Payment>()
  const refundNos = new Set<string>()

  const find = ({ clientId, read }: Call): Payment | undefined =>
    book.find({ clientId, txid: read('originalReferenceNo'), reference: read('originalPartnerReferenceNo') })

  const pay = (call: Call): Answer => {
    const { clientId, now, read, refuse, origin } = call
    const wallet = wallets.get(read('additionalInfo.mitraCd'))
    const validUpTo = read('validUpTo')
    const expiresAt = validUpTo === '' ? now + (wallet?.validForMs ?? 0) : (momentOf(validUpTo) ?? 0)
    if (expiresAt <= now)
      return refuse('malformed', { about: 'validUpTo', why: 'validUpTo must be a moment to come' })
    const value = read('amount.value')
    const amount = senOf(value)
    const total = cartTotal(read('additionalInfo.cartData'))
    if (total === undefined || Math.round(total * 100) !== amount)
      return refuse('malformed', {
        about: 'additionalInfo.cartData',
        why: 'The sum of goods_amt times goods_quantity in cartData must be the amount',
      })
    const reference = read('partnerReferenceNo')
    if (book.has({ clientId, reference })) return refuse('duplicate', { why: usedBefore })
    return createWithTriggers({ value, refuse }, () => {
      const txid = numbers.next({ clientId, payMethod: '05', now })
      const push = wallet?.push === true
      const state = push ? 'pending' : 'initiated'
      book.add({ clientId, reference, txid, read, amount, createdAt: now, expiresAt, state, refunds: [] })
      return call.done({
        partnerReferenceNo: reference,
        referenceNo: txid,
        webRedirectUrl: push ? '' : `${origin}/pay/${txid}`,
        appRedirectUrl: '',
        additionalInfo: { redirectToken: '' },
      })
    })
  }

  const status = (call: Call): Answer => {
    const payment = find(call)
    if (payment === undefined) return call.refuse('notFound', { why: unknown })
    const shown = statusOf(payment, call.now)
    const { paidAt, read } = payment
    const amount = amountOf(payment.amount)
    return call.done({
      originalReferenceNo: payment.txid,
      originalPartnerReferenceNo: payment.reference,
      serviceCode: '54',
      latestTransactionStatus: shown.status,
      transactionStatusDesc: shown.text,
      ...(inOtherForm(amount.value) ? { amount } : { transAmount: amount }),
      additionalInfo: {
        mitraCd: read('additionalInfo.mitraCd'),
        goodsNm: read('additionalInfo.goodsNm'),
        billingNm: read('additionalInfo.billingNm'),
        billingPhone: read('additionalInfo.billingPhone'),
        ...(paidAt !== undefined && { transactionDateTime: formatTimestamp(paidAt) }),
      },
    })
  }

  const giveBack = (call: Call): Answer => {
    const { clientId, now, read, refuse } = call
    const partnerRefundNo = read('partnerRefundNo')
    const refundKey = JSON.stringify([clientId, partnerRefundNo])
    if (refundNos.has(refundKey)) return refuse('duplicate', { why: usedRefundNo })
    const payment = find(call)
    if (payment === undefined) return refuse('notFound', { why: unknown })
    const refundAmount = amountOf(senOf(read('refundAmount.value')))
    const wallet = wallets.get(payment.read('additionalInfo.mitraCd'))
    const whole = senOf(refundAmount.value) === payment.amount
    return refund({
      payment,
      call,
      type:
        read('additionalInfo.refundType') === '2' || (read('additionalInfo.refundType') === '' && !whole)
          ? '2'
          : '1',
      blocked: ({ paidAt, full }) =>
        full || wallet?.partialRefund === true
          ? wallet?.late({ paidAt, now })
          : 'This wallet takes no partial refund online',
      body: () => {
        refundNos.add(refundKey)
        return {
          originalReferenceNo: payment.txid,
          originalPartnerReferenceNo: payment.reference,
          refundNo: numbers.next({ clientId, payMethod: '05', now }),
          partnerRefundNo,
          refundAmount,
          refundTime: formatTimestamp(now),
        }
      },
    })
  }

  const common = { method: 'POST', merchantField: 'merchantId' } as const
  return {
    services: [
      {
        ...common,
        code: '54',
        path: '/api/v1.0/debit/payment-host-to-host',
        fields: paymentFields,
        source: 'provider: NICEPAY, registration e-wallet direct debit, and its SDKs',
        answer: pay,
      },
      {
        ...common,
        code: '55',
        path: '/api/v1.0/debit/status',
        fields: statusFields,
        source: "provider: NICEPAY's SDKs, service 55",
        answer: status,
      },
      {
        ...common,
        code: '58',
        path: '/api/v1.0/debit/refund',
        fields: refundFields,
        source: "provider: NICEPAY's SDKs, service 58",
        answer: giveBack,
      },
    ],
    transactions: (now) => book.list().map((payment) => summaryOf({ kind: 'ewallet', payment, now })),
    moves: (txid, now) => {
      const payment = book.get(txid)
      return payment ? movesOf(payment, now) : new Map()
    },
  }
}

const usedBefore = 'This merchant has used this partnerReferenceNo for an e-wallet before'
const usedRefundNo = 'This merchant has used this partnerRefundNo for an e-wallet before'
const unknown = 'This merchant has no e-wallet payment with these two references together'
