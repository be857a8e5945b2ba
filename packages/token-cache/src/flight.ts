import type { Instant } from './freshness.js'
import type { AccessToken } from './types.js'

/** A running attempt to obtain a token, and those who wait for it. */
export interface RunningFlight {
  readonly id: number
  readonly since: Instant
  readonly promise: Promise<AccessToken>
  readonly resolve: (token: AccessToken) => void
  readonly reject: (error: unknown) => void
  readonly controller: AbortController
  readonly stopTimer: () => void
}

/** A promise that is settled from outside. */
export function defer<T>(): {
  promise: Promise<T>
  resolve: (value: T) => void
  reject: (error: unknown) => void
} {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil
    reject = fail
  })
  return { promise, resolve, reject }
}
