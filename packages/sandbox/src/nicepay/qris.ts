import { formatTimestamp } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import { createBook } from './book.js'
import { emvQr } from './emv-qr.js'
import { momentOf } from './jakarta.js'
import { amountOf, senOf } from './money.js'
import { movesOf, type Payment, refund, statusOf, summaryOf } from './payment.js'
import { generateFields, queryFields, refundFields } from './qris-fields.js'
import type { Call, Numbers, Product } from './service.js'
import { createWithTriggers } from './triggers.js'

const minute = 60_000
const day = 1_440 * minute

/** QRIS: services 47, 51 and 78. */
export const openQris = (numbers: Numbers): Product => {
  const book = createBook<Payment>()
  const refundNos = new Set<string>()

  const find = ({ clientId, read }: Call): Payment | undefined =>
    book.find({
      clientId,
      txid: read('originalReferenceNo'),
      reference: read('originalPartnerReferenceNo'),
    })

  const generate = (call: Call): Answer => {
    const { clientId, now, read, refuse, origin } = call
    const reference = read('partnerReferenceNo')
    const validUntil = read('validityPeriod')
    // Reckoned from X-TIMESTAMP: the client has but one clock.
    const validFor = validUntil === '' ? 5 * minute : (momentOf(validUntil) ?? 0) - call.sentAt
    if (validFor < 5 * minute || validFor > 20 * minute)
      return refuse('malformed', {
        about: 'validityPeriod',
        why: 'validityPeriod must be 5 to 20 minutes after X-TIMESTAMP',
      })
    if (book.has({ clientId, reference })) return refuse('duplicate', { why: usedBefore })
    const value = read('amount.value')
    return createWithTriggers({ value, refuse }, () => {
      const txid = numbers.next({ clientId, payMethod: '08', now })
      const expiresAt = validUntil === '' ? now + validFor : (momentOf(validUntil) ?? now)
      const amount = senOf(value)
      book.add({
        clientId,
        reference,
        txid,
        read,
        amount,
        createdAt: now,
        expiresAt,
        state: 'pending',
        refunds: [],
      })
      return call.done({
        referenceNo: txid,
        partnerReferenceNo: reference,
        qrContent: emvQr({ value, reference: txid }),
        qrUrl: `${origin}/nicepay/api/generateQrisImage/${txid}`,
        additionalInfo: { validityPeriod: formatTimestamp(expiresAt) },
      })
    })
  }

  const query = (call: Call): Answer => {
    const payment = find(call)
    if (payment === undefined) return call.refuse('notFound', { why: unknown })
    const { status, text } = statusOf(payment, call.now)
    const { paidAt, read } = payment
    return call.done({
      originalReferenceNo: payment.txid,
      originalPartnerReferenceNo: payment.reference,
      serviceCode: call.read('serviceCode'),
      latestTransactionStatus: status,
      transactionStatusDesc: text,
      paidTime: paidAt === undefined ? '' : formatTimestamp(paidAt),
      amount: amountOf(payment.amount),
      additionalInfo: {
        mitraCd: read('additionalInfo.mitraCd'),
        goodsNm: read('additionalInfo.goodsNm'),
        billingNm: read('additionalInfo.billingNm'),
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
    return refund({
      payment,
      call,
      type: read('additionalInfo.cancelType') === '1' ? '1' : '2',
      blocked: ({ paidAt }) =>
        now - paidAt > 365 * day ? 'A QRIS payment is refunded online for 365 days' : undefined,
      body: () => {
        refundNos.add(refundKey)
        return {
          originalReferenceNo: payment.txid,
          originalPartnerReferenceNo: payment.reference,
          referenceNo: numbers.next({ clientId, payMethod: '08', now }),
          partnerRefundNo,
          refundTime: formatTimestamp(now),
          refundAmount: amountOf(senOf(read('refundAmount.value'))),
          additionalInfo: {},
        }
      },
    })
  }

  return {
    services: [
      {
        code: '47',
        method: 'POST',
        path: '/api/v1.0/qr/qr-mpm-generate',
        fields: generateFields,
        merchantField: 'merchantId',
        source: 'provider: NICEPAY, registration QRIS, and its SDKs',
        answer: generate,
      },
      {
        code: '51',
        method: 'POST',
        path: '/api/v1.0/qr/qr-mpm-query',
        fields: queryFields,
        merchantField: 'merchantId',
        source: 'provider: NICEPAY, check status transaction QRIS, and its SDKs',
        answer: query,
      },
      {
        code: '78',
        method: 'POST',
        path: '/api/v1.0/qr/qr-mpm-refund',
        fields: refundFields,
        merchantField: 'merchantId',
        source: 'provider: NICEPAY, testing refund QRIS',
        answer: giveBack,
      },
    ],
    transactions: (now) => book.list().map((payment) => summaryOf({ kind: 'qris', payment, now })),
    moves: (txid, now) => {
      const payment = book.get(txid)
      return payment ? movesOf(payment, now) : new Map()
    },
  }
}

const usedBefore = 'This merchant has used this partnerReferenceNo for a QRIS before'
const usedRefundNo = 'This merchant has used this partnerRefundNo for a QRIS before'
const unknown = 'This merchant has no QRIS with these two references together'
