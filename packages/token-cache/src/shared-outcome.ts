/** A promise that is settled from outside, and that callers can leave without a trace. */
export interface SharedOutcome<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
  /** Follows it until the signal aborts. */
  readonly follow: (signal: AbortSignal) => Promise<T>
}

interface Follower<T> {
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
}

/** Makes what all who wait for one fetch wait for. */
export function createSharedOutcome<T>(): SharedOutcome<T> {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil
    reject = fail
  })
  // A reaction to a promise cannot be taken back: callers who come and leave would pile up until it settles.
  const followers = new Set<Follower<T>>()
  let isSettled = false

  function settle(tell: (follower: Follower<T>) => void): void {
    isSettled = true
    tell({ resolve, reject })
    for (const follower of followers) tell(follower)
    followers.clear()
  }

  return {
    promise,
    resolve: (value) => settle((follower) => follower.resolve(value)),
    reject: (error) => settle((follower) => follower.reject(error)),
    follow(signal) {
      if (signal.aborted) return Promise.reject(signal.reason)
      if (isSettled) return promise
      return new Promise((fulfil, fail) => {
        const stopListening = () => signal.removeEventListener('abort', leave)
        const follower: Follower<T> = {
          resolve(value) {
            stopListening()
            fulfil(value)
          },
          reject(error) {
            stopListening()
            fail(error)
          },
        }
        const leave = () => {
          followers.delete(follower)
          fail(signal.reason)
        }
        followers.add(follower)
        signal.addEventListener('abort', leave, { once: true })
      })
    },
  }
}
