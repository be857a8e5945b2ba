/** An amount as SNAP writes it: text with two decimals, and the currency. */
export interface Amount {
  readonly value: string
  readonly currency: 'IDR'
}

/**
 * Writes rupiah as SNAP wants them: `{ value: '150000.00', currency: 'IDR' }`.
 *
 * Takes whole rupiah as a number or a big integer, or text such as `'150000'` or `'150000.50'`; 0 up to 14 digits before
 * the dot (String(16,2) of the standard).
 *
 * @throws TypeError for fractions given as a number, negative amounts, separators and anything longer.
 *
 * @example
 * ```ts
 * import { idr } from '@x/providers'
 *
 * console.log(idr(150_000)) // { value: '150000.00', currency: 'IDR' }
 * console.log(idr('150000.5').value) // 150000.50
 * ```
 * @see ASPI, SNAP API portal, amount: String(16,2) (read June 2025)
 */
export const idr = (rupiah: number | bigint | string): Amount => {
  const [, whole, decimals = ''] = /^(\d{1,14})(?:\.(\d{1,2}))?$/.exec(textOf(rupiah)) ?? []
  if (whole === undefined)
    throw new TypeError(
      'idr() takes whole rupiah such as 150_000, or text such as "150000.50": 0 or more, at most 14 digits before the dot',
    )
  return Object.freeze({ value: `${whole}.${decimals.padEnd(2, '0')}`, currency: 'IDR' })
}

/** A number with a fraction is refused: 0.1 + 0.2 is how cents get lost. */
const textOf = (rupiah: unknown): string => {
  if (typeof rupiah === 'string' || typeof rupiah === 'bigint') return String(rupiah)
  return typeof rupiah === 'number' && Number.isSafeInteger(rupiah) ? String(rupiah) : ''
}
