/** Five million rupiah, in sen: what a merchant's payouts are paid from at first. */
const openingBalance = 500_000_000

/** What each merchant has for payouts, in sen. */
export interface Purses {
  readonly balance: (clientId: string) => number
  readonly add: (clientId: string, sen: number) => void
}

export const createPurses = (): Purses => {
  const balances = new Map<string, number>()
  const balance: Purses['balance'] = (clientId) => balances.get(clientId) ?? openingBalance
  return { balance, add: (clientId, sen) => void balances.set(clientId, balance(clientId) + sen) }
}
