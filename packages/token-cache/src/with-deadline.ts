export type SetTimer = (callback: () => void, ms: number) => () => void

/** What became of an operation: clients of shared stores may hang for good when the store is gone. */
export type Attempt<T> = { readonly value: T } | { readonly problem: 'timeout' | 'error' }

/** What came while the process was busy or stopped lies there already, and is read after its timers. */
const GRACE_MS = 10

/** Waits for an operation, and not for longer than `ms`. Never rejects; what comes later goes to `late`, or is dropped. */
export function withDeadline<T>({
  run,
  ms,
  monotonic,
  setTimer,
  late,
}: {
  run: () => Promise<T>
  ms: number
  monotonic: () => number
  setTimer: SetTimer
  late?: ((value: T) => void) | undefined
}): Promise<Attempt<T>> {
  return new Promise((resolve) => {
    let isOver = false
    const end = (): void => {
      isOver = true
      resolve({ problem: 'timeout' })
    }
    const due = monotonic() + ms
    let cancel = setTimer(() => {
      if (monotonic() - due > GRACE_MS) cancel = setTimer(end, GRACE_MS)
      else end()
    }, ms)
    const settle = (attempt: Attempt<T>) => {
      cancel()
      resolve(attempt)
      if (isOver && 'value' in attempt) late?.(attempt.value)
    }
    // Within a function, so that an operation that throws is one that failed.
    const attempted = async () => run()
    attempted().then(
      (value) => settle({ value }),
      () => settle({ problem: 'error' }),
    )
  })
}
