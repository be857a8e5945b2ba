import { type Account, type AccountBook, openAccountBook } from '../account-book.js'
import { bni, seedAccounts } from '../bni/seeds.js'
import { jakartaDay } from '../external-ids.js'
import { maskAccount } from '../mask.js'
import { formatAmount, type Sen } from '../money.js'
import { badAction } from '../read-action.js'
import type { SandboxAction, TransactionSummary } from '../service-desk.js'

export interface Transfer {
  readonly clientId: string
  readonly service: string
  readonly partnerReferenceNo: string
  readonly referenceNo: string
  readonly externalId: string
  readonly from: Account
  readonly to: Account
  readonly amount: Sen
  readonly transactionDate: string
  readonly at: number
  /** What the call was answered with. */
  readonly responseCode: string
  readonly state: TransferState
}

export type TransferState = 'paid' | 'pending' | 'failed'

/** The standard's status of a transfer. */
export const statusOf: Readonly<Record<TransferState, string>> = { paid: '00', pending: '03', failed: '06' }

export type Ordered = Omit<Transfer, 'referenceNo' | 'state'>

export interface TransferBook {
  readonly accounts: AccountBook
  /** What names an inquiry that was answered. */
  readonly nextInquiry: () => string
  readonly has: (wanted: Pick<Transfer, 'clientId' | 'partnerReferenceNo'>) => boolean
  readonly find: (accepts: (transfer: Transfer) => boolean) => Transfer | undefined
  /** After `has` said no: takes the money from its account at once; undefined where there is too little of it. */
  readonly order: (ordered: Ordered, pending: boolean) => Transfer | undefined
  readonly act: (action: SandboxAction) => TransactionSummary
  readonly summaries: () => readonly TransactionSummary[]
}

/** Transfers by the client's reference: each moves its money once. */
export const openTransferBook = (now: () => number): TransferBook => {
  const accounts = openAccountBook({ ownBank: bni, seeds: seedAccounts() })
  const transfers = new Map<string, Transfer>()
  let inquiries = 0
  const keyOf = ({
    clientId,
    partnerReferenceNo,
  }: Pick<Transfer, 'clientId' | 'partnerReferenceNo'>): string => `${clientId}\n${partnerReferenceNo}`
  const all = (): readonly Transfer[] => [...transfers.values()]

  const move = (
    { amount, partnerReferenceNo, service }: Ordered,
    { from, to, at }: { readonly from: Account; readonly to: Account; readonly at: number },
  ): boolean =>
    accounts.move({ from, to, amount, at, remark: `Transfer ${service}`, reference: partnerReferenceNo })

  const findForAction = (reference: string): Transfer => {
    const byOurs = all().find(({ referenceNo }) => referenceNo === reference)
    const [first, second] = all().filter(({ partnerReferenceNo }) => partnerReferenceNo === reference)
    const found = byOurs ?? first
    if (found === undefined) throw badAction('No transfer has this reference', [])
    if (byOurs === undefined && second !== undefined)
      throw badAction('Several clients have this partnerReferenceNo: give the referenceNo', [])
    return found
  }

  return {
    accounts,
    nextInquiry: () => {
      inquiries += 1
      return `${jakartaDay(now()).replaceAll('-', '')}9${String(inquiries).padStart(7, '0')}`
    },
    has: (wanted) => transfers.has(keyOf(wanted)),
    find: (accepts) => all().find(accepts),
    order: (ordered, pending) => {
      const { from, to, at } = ordered
      if (!move(ordered, { from, to: pending ? accounts.transit : to, at })) return undefined
      const number = String(transfers.size + 1).padStart(8, '0')
      const referenceNo = `${jakartaDay(ordered.at).replaceAll('-', '')}${number}`
      const transfer: Transfer = { ...ordered, referenceNo, state: pending ? 'pending' : 'paid' }
      transfers.set(keyOf(transfer), transfer)
      return transfer
    },
    act: ({ action, reference, amount }) => {
      const transfer = findForAction(reference)
      const allowed = actionsOf(transfer)
      if (!allowed.includes(action))
        throw badAction(`A transfer that is ${transfer.state} has no such action`, allowed)
      if (amount !== undefined)
        throw badAction('A transfer is settled or fails as a whole: leave "amount" out', allowed)
      const settles = action === 'settle'
      move(transfer, { from: accounts.transit, to: settles ? transfer.to : transfer.from, at: now() })
      const changed: Transfer = { ...transfer, state: settles ? 'paid' : 'failed' }
      transfers.set(keyOf(changed), changed)
      return summaryOf(changed)
    },
    summaries: () => all().map(summaryOf),
  }
}

const actionsOf = ({ state }: Transfer): readonly string[] => (state === 'pending' ? ['settle', 'fail'] : [])

const kinds: Readonly<Record<string, string>> = { 17: 'intrabank', 18: 'interbank', 22: 'rtgs', 23: 'skn' }

const summaryOf = (transfer: Transfer): TransactionSummary => ({
  kind: kinds[transfer.service] ?? 'transfer',
  clientId: transfer.clientId,
  reference: transfer.partnerReferenceNo,
  providerReference: transfer.referenceNo,
  amount: formatAmount(transfer.amount),
  status: statusOf[transfer.state],
  state: transfer.state,
  account: maskAccount(transfer.to.accountNo),
  createdAt: new Date(transfer.at).toISOString(),
  actions: actionsOf(transfer),
})
