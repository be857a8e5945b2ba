import type { Transaction } from '../service.js'

/**
 * Reads a state by NICEPAY's own table of a product; what the table does not have is `unknown`.
 *
 * Not the standard's numbering: NICEPAY has no 02 and 07, and gives 01, 04, 05, 08 and 09 a meaning by product.
 *
 * @see https://docs.nicepay.co.id/nicepay-code-api-snap-transaction-status (read 2026-11-21)
 */
export const stateTable =
  (table: Readonly<Record<string, Transaction>>) =>
  (state: unknown): Transaction =>
    typeof state === 'string' && Object.hasOwn(table, state) ? (table[state] ?? 'unknown') : 'unknown'
