import { formatTimestamp } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import { maskAccount } from '../mask.js'
import { createBook } from './book.js'
import { momentOfDigits } from './jakarta.js'
import { amountOf, senOf, textOf } from './money.js'
import { balanceFields, inquiryFields, originalFields, registrationFields } from './payout-fields.js'
import { movesOf, type Payout, stateOf, statusOf } from './payout-state.js'
import { createPurses } from './purses.js'
import type { Call, Numbers, Product } from './service.js'
import { createWithTriggers, payOutWithTriggers } from './triggers.js'

/** Payouts in two steps, and the balance they are paid from: services 00 and 11. */
export const openPayouts = (numbers: Numbers): Product => {
  const book = createBook<Payout>()
  const purses = createPurses()

  const register = (call: Call): Answer => {
    const { clientId, now, read, refuse } = call
    const day = read('reservedDt')
    const time = read('reservedTm')
    const scheduled = day !== '' || time !== ''
    const sendAt = scheduled ? momentOfDigits({ day, time }) : undefined
    if (scheduled && (sendAt === undefined || sendAt <= now))
      return refuse('malformed', {
        about: 'reservedDt',
        why: 'reservedDt and reservedTm must together be a moment to come, in Jakarta time, or both be empty',
      })
    const reference = read('partnerReferenceNo')
    if (book.has({ clientId, reference }))
      return refuse('duplicate', {
        why: 'This merchant has used this partnerReferenceNo for a payout before',
      })
    const value = read('amount.value')
    return createWithTriggers({ value, refuse }, () => {
      const txid = numbers.next({ clientId, payMethod: '07', now })
      const amount = senOf(value)
      book.add({ clientId, reference, txid, read, amount, sendAt, createdAt: now, state: 'registered' })
      return call.done({
        originalReferenceNo: txid,
        partnerReferenceNo: reference,
        merchantId: clientId,
        // The small "a" is the provider's, in this answer only.
        beneficiaryaccountNo: read('beneficiaryAccountNo'),
        beneficiaryName: read('beneficiaryName').toUpperCase(),
        beneficiaryBankCode: read('beneficiaryBankCode'),
        payoutMethod: read('payoutMethod') || '1',
        amount: amountOf(amount),
      })
    })
  }

  /** Hands over the payout that both references name, and where the request repeats it, the account too. */
  const withPayout =
    (use: (payout: Payout, call: Call) => Answer) =>
    (call: Call): Answer => {
      const { clientId, read } = call
      const payout = book.find({
        clientId,
        txid: read('originalReferenceNo'),
        reference: read('originalPartnerReferenceNo'),
      })
      const account = read('beneficiaryAccountNo')
      if (payout === undefined || (account !== '' && account !== payout.read('beneficiaryAccountNo')))
        return call.refuse('notFound', { why: 'This merchant has no payout with these references together' })
      return use(payout, call)
    }

  const described = (payout: Payout): Readonly<Record<string, unknown>> => ({
    originalPartnerReferenceNo: payout.reference,
    originalReferenceNo: payout.txid,
    beneficiaryAccountNo: payout.read('beneficiaryAccountNo'),
    beneficiaryName: payout.read('beneficiaryName').toUpperCase(),
    beneficiaryBankCode: payout.read('beneficiaryBankCode'),
    amount: amountOf(payout.amount),
  })

  const notPermitted = (payout: Payout, { refuse, now }: Call, only: string): Answer => {
    const state = stateOf(payout, now)
    return refuse('notPermitted', { about: state, why: `The payout is ${state}; ${only}` })
  }

  const approve = withPayout((payout, call) => {
    const { refuse, now, clientId } = call
    if (payout.state !== 'registered')
      return notPermitted(payout, call, 'only a registered one can be approved, and once')
    if (payout.sendAt !== undefined && payout.sendAt <= now)
      return notPermitted(payout, call, 'its reserved time has passed')
    if (payout.amount > purses.balance(clientId))
      return refuse('insufficientFunds', { why: `The balance is ${textOf(purses.balance(clientId))}` })
    const value = textOf(payout.amount)
    return payOutWithTriggers({ value, refuse }, (trigger) => {
      purses.add(clientId, -payout.amount)
      payout.state = payout.sendAt === undefined ? 'sent' : 'scheduled'
      if (trigger === 'inProgress') payout.state = 'accepted'
      if (trigger === 'suspect') payout.state = 'suspect'
      const body = { ...described(payout), transactionStatus: statusOf(payout, now).status }
      if (trigger === 'failsLater') {
        payout.state = 'failed'
        purses.add(clientId, payout.amount)
      }
      return trigger === 'inProgress' ? call.inProgress(body) : call.done(body)
    })
  })

  const reject = withPayout((payout, call) => {
    if (payout.state !== 'registered')
      return notPermitted(payout, call, 'only one that is not approved yet can be rejected')
    payout.state = 'rejected'
    return call.done({ ...described(payout), transactionStatus: '05' })
  })

  const cancel = withPayout((payout, call) => {
    if (stateOf(payout, call.now) !== 'scheduled')
      return notPermitted(
        payout,
        call,
        'only an approved one whose reserved time is to come can be cancelled',
      )
    payout.state = 'cancelled'
    purses.add(payout.clientId, payout.amount)
    return call.done({ ...described(payout), transactionStatus: '04' })
  })

  const inquire = withPayout((payout, call) => {
    const { status, text } = statusOf(payout, call.now)
    return call.done({
      ...described(payout),
      beneficiaryCustomerResidence: payout.read('beneficiaryCustomerResidence'),
      beneficiaryCustomerType: payout.read('beneficiaryCustomerType'),
      transactionDate: formatTimestamp(payout.createdAt),
      latestTransactionStatus: status,
      transactionStatusDesc: text,
      payoutMethod: payout.read('payoutMethod') || '1',
    })
  })

  const balance = (call: Call): Answer =>
    call.done({
      accountNo: call.clientId,
      accountInfos: [{ availableBalance: amountOf(purses.balance(call.clientId)) }],
    })

  const ofPayout = { code: '00', method: 'POST', merchantField: 'merchantId' } as const
  const ofBalance = {
    code: '11',
    method: 'POST',
    fields: balanceFields,
    merchantField: 'accountNo',
    source: "provider: NICEPAY's SDKs, service 11",
    answer: balance,
  } as const
  const readLikeSdks = 'provider: NICEPAY, payout pages, and its SDKs'
  return {
    services: [
      {
        ...ofPayout,
        path: '/api/v1.0/transfer/registration',
        fields: registrationFields,
        source: readLikeSdks,
        answer: register,
      },
      {
        ...ofPayout,
        path: '/api/v1.0/transfer/approve',
        fields: originalFields,
        source: 'provider: NICEPAY, testing approve payout; the value of transactionStatus is our reading',
        answer: approve,
      },
      {
        ...ofPayout,
        path: '/api/v1.0/transfer/reject',
        fields: originalFields,
        source: "the sandbox's own: shaped like the answer of approve",
        answer: reject,
      },
      {
        ...ofPayout,
        path: '/api/v1.0/transfer/cancel',
        fields: originalFields,
        source: "the sandbox's own: shaped like the answer of approve",
        answer: cancel,
      },
      {
        ...ofPayout,
        path: '/api/v1.0/transfer/inquiry',
        fields: inquiryFields,
        source: readLikeSdks,
        answer: inquire,
      },
      { ...ofBalance, path: '/api/v1.0/balance-inquiry' },
      // The page's own link has this path.
      { ...ofBalance, path: '/api/v1.0/transfer/balance-inquiry' },
    ],
    transactions: (now) =>
      book.list().map((payout) => ({
        kind: 'payout',
        clientId: payout.clientId,
        reference: payout.reference,
        providerReference: payout.txid,
        amount: textOf(payout.amount),
        status: statusOf(payout, now).status,
        state: stateOf(payout, now),
        account: maskAccount(payout.read('beneficiaryAccountNo')),
        createdAt: new Date(payout.createdAt).toISOString(),
        actions: [...movesOf({ payout, now, giveBack: () => {} }).keys()],
      })),
    moves: (txid, now) => {
      const payout = book.get(txid)
      if (payout === undefined) return new Map()
      return movesOf({ payout, now, giveBack: () => purses.add(payout.clientId, payout.amount) })
    },
  }
}
