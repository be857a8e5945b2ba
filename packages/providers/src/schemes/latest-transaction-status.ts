import type { JsonObject } from '../json.js'
import type { Transaction } from '../service.js'

const byStatus: Readonly<Record<string, Transaction>> = {
  '00': 'paid',
  '01': 'pending',
  '02': 'pending',
  '03': 'pending',
  '04': 'refunded',
  '05': 'cancelled',
  '06': 'failed',
  '07': 'not-found',
}

/**
 * Reads `latestTransactionStatus` in the standard's numbering: 00 success, 01 initiated, 02 paying, 03 pending,
 * 04 refunded, 05 cancelled, 06 failed, 07 not found; anything else is `unknown`.
 *
 * @see ASPI, SNAP API portal, transaction status inquiry (read June 2025)
 */
export const latestTransactionStatus = (answer: JsonObject): Transaction => {
  const status = answer['latestTransactionStatus']
  return typeof status === 'string' && Object.hasOwn(byStatus, status)
    ? (byStatus[status] ?? 'unknown')
    : 'unknown'
}
