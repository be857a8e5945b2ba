import { type Account, type AccountBook, openAccountBook } from '../account-book.js'
import { maskAccount } from '../mask.js'
import { formatAmount, type Sen } from '../money.js'
import type { TransactionSummary } from '../service-desk.js'

/** Permata's code in the network of ATMs. */
export const ownBank = '013'

const bankNames: Readonly<Record<string, string>> = { '002': 'BRI', '014': 'BCA' }

/** Undefined for a bank that the sandbox does not have, and for Permata itself. */
export const nameOfOtherBank = (bankId: string): string | undefined =>
  Object.hasOwn(bankNames, bankId) ? bankNames[bankId] : undefined

export interface Transfer {
  readonly kind: 'transfer' | 'interbank'
  readonly clientId: string
  readonly custRefId: string
  readonly from: Account
  readonly to: Account
  readonly amount: Sen
  readonly at: number
  readonly trxReffNo: string
}

/** Accounts, and transfers by the client's reference: each moves its money once. */
export interface PermataBank {
  readonly accounts: AccountBook
  readonly nextNumber: () => string
  readonly find: (name: Pick<Transfer, 'clientId' | 'custRefId'>) => Transfer | undefined
  /** After `find` found none; undefined where the account has too little. */
  readonly pay: (ordered: Omit<Transfer, 'trxReffNo'>) => Transfer | undefined
  readonly summaries: () => readonly TransactionSummary[]
}

export const openPermataBank = (): PermataBank => {
  const accounts = openAccountBook({ ownBank, seeds })
  const transfers = new Map<string, Transfer>()
  let count = 0
  const nextNumber = (): string => {
    count += 1
    return String(count).padStart(12, '0')
  }
  const keyOf = ({ clientId, custRefId }: Pick<Transfer, 'clientId' | 'custRefId'>): string =>
    JSON.stringify([clientId, custRefId])
  return {
    accounts,
    nextNumber,
    find: (name) => transfers.get(keyOf(name)),
    pay: (ordered) => {
      const { from, to, amount, at, kind, custRefId } = ordered
      if (!accounts.move({ from, to, amount, at, remark: kind, reference: custRefId })) return undefined
      const transfer = { ...ordered, trxReffNo: nextNumber() }
      transfers.set(keyOf(transfer), transfer)
      return transfer
    },
    summaries: () => [...transfers.values()].map(summaryOf),
  }
}

/** Numbers of public clients' samples. */
const seeds = [
  { bankCode: ownBank, accountNo: '701075323', holder: 'TOKO SATU', open: true, balance: 100_000_000_000n },
  { bankCode: ownBank, accountNo: '701075331', holder: 'RINA WATI', open: true, balance: 0n },
  ...Object.keys(bankNames).map((bankCode) => ({
    bankCode,
    accountNo: '701075331',
    holder: 'SARI DEWI',
    open: true,
    balance: 0n,
  })),
]

const summaryOf = ({
  kind,
  clientId,
  custRefId,
  to,
  amount,
  at,
  trxReffNo,
}: Transfer): TransactionSummary => ({
  kind,
  clientId,
  reference: custRefId,
  providerReference: trxReffNo,
  amount: formatAmount(amount),
  status: '00',
  state: 'paid',
  account: maskAccount(to.accountNo),
  createdAt: new Date(at).toISOString(),
  actions: [],
})
