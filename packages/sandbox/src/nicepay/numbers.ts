import { digitsOf } from './jakarta.js'
import type { Numbers } from './service.js'

/** Which came first, whatever the clock said. */
export const byAge = (one: string, other: string): number => Number(one.slice(26)) - Number(other.slice(26))

/** tXids: merchant (10), pay method (2), Jakarta time to the second (14), a counter (4, more only above 9 999). */
export const createNumbers = (): Numbers => {
  let count = 0
  return {
    next: ({ clientId, payMethod, now }) => {
      count += 1
      const merchant = clientId.slice(0, 10).padEnd(10, '0')
      return merchant + payMethod + digitsOf(now) + String(count).padStart(4, '0')
    },
  }
}
