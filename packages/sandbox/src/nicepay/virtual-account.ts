import { formatTimestamp } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import { maskAccount } from '../mask.js'
import { createBook, type Named } from './book.js'
import type { ReadField } from './check-fields.js'
import { digitsOf, momentOfDigits } from './jakarta.js'
import { amountOf, senOf, textOf } from './money.js'
import type { Call, Moves, Numbers, Product } from './service.js'
import { createWithTriggers, inOtherForm } from './triggers.js'
import { createFields, deleteFields, longestNumber, statusFields } from './virtual-account-fields.js'

interface VirtualAccount extends Named {
  readonly read: ReadField
  readonly number: string
  /** Sen. */
  readonly amount: number
  readonly createdAt: number
  readonly expiresAt: number
  paidAt?: number
  state: 'pending' | 'paid' | 'expired' | 'cancelled'
}

/** Nobody publishes a default; a day is what a plug-in of the provider asks for. */
const dayMs = 86_400_000

const stateOf = ({ state, expiresAt }: VirtualAccount, now: number): VirtualAccount['state'] =>
  state === 'pending' && now >= expiresAt ? 'expired' : state

const texts = { pending: 'Pending', paid: 'Success', expired: 'Cancelled', cancelled: 'Cancelled' }

const statusOf = (account: VirtualAccount, now: number): string => {
  const state = stateOf(account, now)
  if (state === 'pending') return '03'
  if (state === 'paid') return '00'
  // The newer table says 05, the older one 04.
  return inOtherForm(textOf(account.amount)) ? '04' : '05'
}

const echoed = ['partnerServiceId', 'customerNo', 'virtualAccountName', 'trxId'] as const
const marketplaceFields = ['msId', 'msFee', 'msFeeType', 'mbFee', 'mbFeeType'] as const

const echo = (read: ReadField, names: readonly string[], below = ''): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, read(below + name)]))

/** The eight digits before the account are invented; a fixed account carries the customer's number. */
const numberOf = ({ read, txid }: { readonly read: ReadField; readonly txid: string }): string => {
  const longest = longestNumber.get(read('additionalInfo.bankCd')) ?? 16
  const customer = read('customerNo').replace(/\D/g, '')
  return `99990000${customer === '' ? txid.slice(-Math.min(10, longest - 8)) : customer}`.slice(0, longest)
}

const validityOf = ({ expiresAt }: VirtualAccount): Record<string, string> => ({
  vacctValidDt: digitsOf(expiresAt).slice(0, 8),
  vacctValidTm: digitsOf(expiresAt).slice(8),
})

/** Virtual accounts of a fixed amount: services 27, 26 and 31. */
export const openVirtualAccounts = (numbers: Numbers): Product => {
  const book = createBook<VirtualAccount>()

  const create = (call: Call): Answer => {
    const { clientId, now, read, refuse } = call
    const day = read('additionalInfo.vacctValidDt')
    const time = read('additionalInfo.vacctValidTm')
    const expiresAt = day === '' && time === '' ? now + dayMs : momentOfDigits({ day, time })
    if (expiresAt === undefined || expiresAt <= now)
      return refuse('malformed', {
        about: 'additionalInfo.vacctValidDt',
        why: 'vacctValidDt and vacctValidTm must together be a moment to come, in Jakarta time, or both be empty',
      })
    const reference = read('trxId')
    if (book.has({ clientId, reference }))
      return refuse('duplicate', { why: 'This merchant has used this trxId before' })
    const value = read('totalAmount.value')
    return createWithTriggers({ value, refuse }, () => {
      const txid = numbers.next({ clientId, payMethod: '02', now })
      const number = numberOf({ read, txid })
      const account: VirtualAccount = {
        ...{ clientId, reference, txid, read, number, expiresAt },
        ...{ amount: senOf(value), createdAt: now, state: 'pending' },
      }
      book.add(account)
      return call.done({
        virtualAccountData: {
          ...echo(read, echoed),
          virtualAccountNo: number,
          totalAmount: amountOf(account.amount),
          additionalInfo: {
            bankCd: read('additionalInfo.bankCd'),
            tXidVA: txid,
            goodsNm: read('additionalInfo.goodsNm'),
            ...validityOf(account),
            ...echo(read, marketplaceFields, 'additionalInfo.'),
          },
        },
      })
    })
  }

  /** The number may be left out where the account is only looked at. */
  const find = ({ clientId, read }: Call, reference: string): VirtualAccount | undefined => {
    const account = book.find({ clientId, reference, txid: read('additionalInfo.tXidVA') })
    const number = read('virtualAccountNo')
    return number === '' || number === account?.number ? account : undefined
  }

  const unknown = ({ refuse }: Call): Answer =>
    refuse('invalidVirtualAccount', {
      why: 'This merchant has no virtual account with this tXidVA, trxId and number',
    })

  const status = (call: Call): Answer => {
    const account = find(call, call.read('additionalInfo.trxId'))
    if (account === undefined) return unknown(call)
    const { read, number, amount, txid, reference, paidAt } = account
    const additionalInfo = {
      trxId: reference,
      tXidVA: txid,
      ...echo(read, ['bankCd', 'goodsNm'], 'additionalInfo.'),
      virtualAccountName: read('virtualAccountName'),
      ...validityOf(account),
      latestTransactionStatus: statusOf(account, call.now),
      transactionStatusDesc: texts[stateOf(account, call.now)],
    }
    const inside = inOtherForm(textOf(amount))
    return call.done({
      virtualAccountData: {
        ...echo(read, ['partnerServiceId', 'customerNo']),
        virtualAccountNo: number,
        inquiryRequestId: call.read('inquiryRequestId'),
        totalAmount: amountOf(amount),
        ...(inside && { additionalInfo }),
      },
      ...(paidAt !== undefined && { paidAmount: amountOf(amount), trxDateTime: formatTimestamp(paidAt) }),
      ...(!inside && { additionalInfo }),
    })
  }

  const cancel = (call: Call): Answer => {
    const { read, refuse, now } = call
    const account = find(call, read('trxId'))
    if (account === undefined) return unknown(call)
    const state = stateOf(account, now)
    if (state === 'paid') return refuse('paidBill', { why: 'A paid virtual account cannot be cancelled' })
    if (state !== 'pending')
      return refuse('notPermitted', { about: state, why: `The virtual account is ${state} already` })
    if (senOf(read('additionalInfo.totalAmount.value')) !== account.amount)
      return refuse('malformed', {
        about: 'additionalInfo.totalAmount.value',
        why: `The virtual account is of ${textOf(account.amount)}`,
      })
    account.state = 'cancelled'
    return call.done({
      virtualAccountData: {
        ...echo(read, ['partnerServiceId', 'customerNo', 'virtualAccountNo', 'trxId']),
        additionalInfo: {
          totalAmount: amountOf(account.amount),
          tXidVA: account.txid,
          cancelMessage: read('additionalInfo.cancelMessage'),
          cancelVATime: formatTimestamp(now),
        },
      },
    })
  }

  return {
    services: [
      {
        code: '27',
        method: 'POST',
        path: '/api/v1.0/transfer-va/create-va',
        fields: createFields,
        source: "provider: NICEPAY's SDKs and samples of service 27",
        answer: create,
      },
      {
        code: '26',
        method: 'POST',
        path: '/api/v1.0/transfer-va/status',
        fields: statusFields,
        source: "provider: NICEPAY's SDKs and plug-ins, service 26",
        answer: status,
      },
      {
        code: '31',
        method: 'DELETE',
        path: '/api/v1.0/transfer-va/delete-va',
        fields: deleteFields,
        source: "provider: NICEPAY's SDKs, service 31; the echo is our reading",
        answer: cancel,
      },
    ],
    transactions: (now) =>
      book.list().map((account) => ({
        kind: 'va',
        clientId: account.clientId,
        reference: account.reference,
        providerReference: account.txid,
        amount: textOf(account.amount),
        status: statusOf(account, now),
        state: stateOf(account, now),
        account: maskAccount(account.number),
        createdAt: new Date(account.createdAt).toISOString(),
        actions: [...movesOf(account, now).keys()],
      })),
    moves: (txid, now) => {
      const account = book.get(txid)
      return account ? movesOf(account, now) : new Map()
    },
  }
}

const movesOf = (account: VirtualAccount, now: number): Moves => {
  if (stateOf(account, now) !== 'pending') return new Map()
  return new Map([
    [
      'pay',
      () => {
        account.state = 'paid'
        account.paidAt = now
      },
    ],
    [
      'expire',
      () => {
        account.state = 'expired'
      },
    ],
  ])
}
