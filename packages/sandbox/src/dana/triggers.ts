import type { RefusalCase } from './refuse.js'

/** Amounts that are answered otherwise: `991…` where an order is made, `990…` where money goes back. */
const atOrder: Readonly<Record<string, RefusalCase>> = {
  '991305.00': 'doNotHonor',
  '991429.00': 'tooMany',
  '991500.00': 'generalError',
  '991501.00': 'internalError',
}
const atRefund: Readonly<Record<string, RefusalCase | 'inProgress'>> = {
  '990202.00': 'inProgress',
  '990305.00': 'doNotHonor',
  '990500.00': 'generalError',
  '990501.00': 'internalError',
}

const find = <Trigger>(table: Readonly<Record<string, Trigger>>, value: string): Trigger | undefined =>
  Object.hasOwn(table, value) ? table[value] : undefined

/** `internalError` is said after it was done; of every other refusal nothing was done. */
export const orderTrigger = (value: string): RefusalCase | undefined => find(atOrder, value)
export const refundTrigger = (value: string): RefusalCase | 'inProgress' | undefined => find(atRefund, value)

export const undone = 'This amount is reserved for this answer; nothing was done'
export const doneAllTheSame = 'This amount is reserved for this answer; it was done all the same'
