import type { Sen } from './money.js'

export interface Account {
  /** The bank's code in the network of ATMs, such as `009`. */
  readonly bankCode: string
  readonly accountNo: string
  readonly holder: string
  readonly open: boolean
}

/** One side of a movement, as a statement shows it. */
export interface Entry {
  readonly at: number
  readonly type: 'DEBIT' | 'CREDIT'
  readonly amount: Sen
  readonly remark: string
  readonly reference: string
  /** After it. */
  readonly balance: Sen
}

export interface AccountBook {
  /** At the book's own bank, where none is named. */
  readonly find: (wanted: { readonly bankCode?: string; readonly accountNo: string }) => Account | undefined
  readonly balanceOf: (account: Account) => Sen
  /** Oldest first. */
  readonly entriesOf: (account: Account) => readonly Entry[]
  /** Both sides or none: false where the first account has less than the amount. */
  readonly move: (movement: Movement) => boolean
  /** Holds what left one account and has not come to another. */
  readonly transit: Account
}

export interface Movement {
  readonly from: Account
  readonly to: Account
  readonly amount: Sen
  readonly at: number
  readonly remark: string
  readonly reference: string
}

/** Money is only ever moved in it, never made. */
export const openAccountBook = ({
  ownBank,
  seeds,
}: {
  readonly ownBank: string
  readonly seeds: readonly (Account & { readonly balance: Sen })[]
}): AccountBook => {
  const transit: Account = { bankCode: '', accountNo: '', holder: 'In transit', open: true }
  const balances = new Map<Account, Sen>([[transit, 0n]])
  const entries = new Map<Account, Entry[]>()
  const accounts = seeds.map(({ balance, ...account }) => {
    balances.set(account, balance)
    return account
  })
  const balanceOf = (account: Account): Sen => balances.get(account) ?? 0n
  const enter = (
    account: Account,
    type: Entry['type'],
    { amount, at, remark, reference }: Movement,
  ): void => {
    const balance = balanceOf(account) + (type === 'CREDIT' ? amount : -amount)
    balances.set(account, balance)
    const list = entries.get(account) ?? []
    list.push({ at, type, amount, remark, reference, balance })
    entries.set(account, list)
  }
  return {
    transit,
    balanceOf,
    find: ({ bankCode = ownBank, accountNo }) =>
      accounts.find((account) => account.bankCode === bankCode && account.accountNo === accountNo),
    entriesOf: (account) => entries.get(account) ?? [],
    move: (movement) => {
      if (movement.amount <= 0n || balanceOf(movement.from) < movement.amount) return false
      enter(movement.from, 'DEBIT', movement)
      enter(movement.to, 'CREDIT', movement)
      return true
    },
  }
}
