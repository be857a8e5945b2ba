import { type Attempt, type SetTimer, withDeadline } from './with-deadline.js'

const LIMIT_MS = 250
const REST_MS = 1_000

/** What became of an operation; `resting`: the store was not asked, because it has just kept somebody waiting. */
export type GuardedAttempt<T> = Attempt<T> | { readonly problem: 'resting' }

export interface GuardedCall<T> {
  readonly run: () => Promise<T>
  /** Is told that the store is left alone for a while, or that it answers again. */
  readonly onChange: (change: 'resting' | 'back') => void
  /** Gets what came after the time limit. */
  readonly late?: ((value: T) => void) | undefined
}

/**
 * Stands between a cache and its store: nothing takes longer than 250 ms, and after a time-out the store is left alone for
 * a second. Then one operation at a time finds out whether it is back. An error opens nothing: it costs no time.
 */
export type StoreGuard = <T>(call: GuardedCall<T>) => Promise<GuardedAttempt<T>>

export const storeRestMs: number = REST_MS

/** Makes the guard of one store for one key. */
export function createStoreGuard({
  monotonic,
  setTimer,
}: {
  monotonic: () => number
  setTimer: SetTimer
}): StoreGuard {
  /** Undefined while it may be asked. */
  let restUntil: number | undefined
  /** Whether it has been told that the store rests, and not yet that it is back. */
  let isGone = false

  return async ({ run, onChange, late }) => {
    if (restUntil !== undefined && monotonic() < restUntil) return { problem: 'resting' }
    const isProbe = restUntil !== undefined
    // One at a time; and if this one is never heard of again, as in a request that has ended, another one.
    if (isProbe) restUntil = monotonic() + REST_MS
    const attempt = await withDeadline({ run, ms: LIMIT_MS, monotonic, setTimer, late })
    if ('problem' in attempt && attempt.problem === 'timeout') {
      restUntil = monotonic() + REST_MS
      if (!isGone) onChange('resting')
      isGone = true
      return attempt
    }
    // An error costs no time, so that there is nothing to be spared; but only an answer says that the store is back.
    if (isProbe) restUntil = undefined
    if ('value' in attempt && isGone) {
      isGone = false
      onChange('back')
    }
    return attempt
  }
}
