import { formatTimestamp, parseTimestamp } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import { textOf } from '../check-fields.js'
import { formatAmount, type Sen } from '../money.js'
import { invalidAccount, malformed, refuse, succeed } from './answers.js'
import type { CarriedCall } from './carried-call.js'
import type { TransferBook } from './transfers.js'

const longestMs = 31 * 86_400_000

/** Service 14: at most one month, newest first. */
export const inquireStatement = (
  { accounts }: TransferBook,
  { members, externalId, now }: CarriedCall,
): Answer => {
  const from = readTime(textOf(members, 'fromDateTime'))
  const to = readTime(textOf(members, 'toDateTime'))
  if (from === undefined) return refuse('14', malformed('fromDateTime', 'fromDateTime is no date and time'))
  if (to === undefined) return refuse('14', malformed('toDateTime', 'toDateTime is no date and time'))
  if (to < from || to - from > longestMs)
    return refuse('14', malformed('toDateTime', 'toDateTime must be at most 31 days after fromDateTime'))
  const account = accounts.find({ accountNo: textOf(members, 'accountNo') })
  if (account === undefined) return refuse('14', invalidAccount('accountNo'))
  const entries = accounts.entriesOf(account).filter(({ at }) => at >= from && at <= to)
  const balanceAt = (moment: number): Sen => {
    const all = accounts.entriesOf(account)
    const before = all.filter((entry) => entry.at <= moment).at(-1)
    const [first] = all
    if (before !== undefined) return before.balance
    if (first === undefined) return accounts.balanceOf(account)
    return first.balance + (first.type === 'DEBIT' ? first.amount : -first.amount)
  }
  const at = (epochMs: number): string => formatTimestamp(epochMs)
  return succeed('14', {
    members: {
      referenceNo: externalId,
      ...(textOf(members, 'partnerReferenceNo') !== '' && {
        partnerReferenceNo: textOf(members, 'partnerReferenceNo'),
      }),
      balance: [
        {
          amount: { ...rupiah(accounts.balanceOf(account)), dateTime: at(now) },
          startingBalance: { ...rupiah(balanceAt(from - 1)), dateTime: at(from) },
          endingBalance: { ...rupiah(balanceAt(to)), dateTime: at(to) },
        },
      ],
      hasMore: 'N',
      detailData: [...entries].reverse().map((entry) => ({
        amount: rupiah(entry.amount),
        transactionDate: at(entry.at),
        remark: entry.remark,
        transactionId: entry.reference.slice(0, 35),
        type: entry.type,
        transactionDetailStatus: 'SUCCESS',
      })),
    },
    source: "standard: ASPI's reply; the provider's is not known",
  })
}

const rupiah = (amount: Sen): { readonly value: string; readonly currency: string } => ({
  value: formatAmount(amount),
  currency: 'IDR',
})

const readTime = (text: string): number | undefined => {
  try {
    return parseTimestamp(text)
  } catch {
    return undefined
  }
}
