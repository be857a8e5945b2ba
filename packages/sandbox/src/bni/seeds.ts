import type { Account } from '../account-book.js'
import type { Sen } from '../money.js'

/** BNI's code in the network of ATMs. */
export const bni = '009'

/** Whoever asks BNI's sandbox for a name is told this one. */
const holder = 'Bpk JONOMADE MADEMADEMADEMADE IMAMADE'

/** Numbers from BNI's own samples; the first holds what its page prints as a balance. */
const samples: readonly (readonly [accountNo: string, rupiah: Sen])[] = [
  ['113183203', 16_732_765_949_981n],
  ['115471119', 1_000_000_000n],
  ['0115476117', 1_000_000_000n],
  ['0115476151', 1_000_000_000n],
  ['0316031099', 1_000_000_000n],
  ['0115475045', 1_000_000_000n],
  ['317125693', 1_000_000_000n],
  ['1000161562', 50_000n],
]

/** Of our own: closed, so that it can be tried. */
export const closedAccountNo = '9000000018'

/** A bank at the other end of an interbank transfer, by either of its codes. */
export interface Bank {
  readonly code: string
  readonly swift: string
  readonly name: string
}

export const otherBanks: readonly Bank[] = [
  { code: '014', swift: 'CENAIDJA', name: 'BCA' },
  { code: '002', swift: 'BRINIDJA', name: 'BRI' },
]

/** By three digits, or by SWIFT code with or without `XXX`. */
export const findBank = (code: string): Bank | undefined =>
  otherBanks.find((bank) => [bank.code, bank.swift, `${bank.swift}XXX`].includes(code))

/** BNI's sample account at another bank, which each bank here has. */
const foreignAccountNo = '3333333333'

/** `extra` numbers are accounts at every bank. */
export const seedAccounts = (
  extra: readonly string[] = [],
): readonly (Account & { readonly balance: Sen })[] => {
  const own = { bankCode: bni, holder, open: true, balance: 0n }
  return [
    ...samples.map(([accountNo, rupiah]) => ({ ...own, accountNo, balance: rupiah * 100n })),
    { ...own, accountNo: closedAccountNo, open: false },
    ...extra.map((accountNo) => ({ ...own, accountNo })),
    ...otherBanks.flatMap(({ code }) =>
      [foreignAccountNo, ...extra].map((accountNo) => ({
        ...own,
        bankCode: code,
        accountNo,
        holder: 'BENEFICIARY NAME 1',
      })),
    ),
  ]
}
