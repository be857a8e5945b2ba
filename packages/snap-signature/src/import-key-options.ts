import { keyTooSmall } from './key-errors.js'
import { misuse, requireNamedValues } from './misuse.js'

/** What an import accepts. */
export interface ImportKeyOptions {
  /**
   * The smallest modulus, in bits. Default 2048; at least 1024. Lower it only for a test environment that hands out
   * smaller keys.
   */
  readonly minimumBits?: number | undefined
}

// Smaller moduli have been factored in public (RSA-250 has 829 bits).
const floorBits = 1024

export function minimumBitsOf(options: ImportKeyOptions): number {
  requireNamedValues(options, 'options')
  const { minimumBits = 2048 } = options
  if (!Number.isSafeInteger(minimumBits) || minimumBits < floorBits)
    throw misuse('minimumBits', `a whole number, ${floorBits} or more`, minimumBits)
  return minimumBits
}

export function requireSize(bits: number, minimumBits: number): void {
  if (bits < minimumBits) throw keyTooSmall(bits, minimumBits)
}
