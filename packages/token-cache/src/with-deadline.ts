export type SetTimer = (callback: () => void, ms: number) => () => void

/** What became of an operation: clients of shared stores may hang for good when the store is gone. */
export type Attempt<T> = { readonly value: T } | { readonly problem: 'timeout' | 'error' }

/** Waits for an operation, and not for longer than `ms`. Never rejects; what comes later goes to `late`, or is dropped. */
export function withDeadline<T>({
  run,
  ms,
  setTimer,
  late,
}: {
  run: () => Promise<T>
  ms: number
  setTimer: SetTimer
  late?: ((value: T) => void) | undefined
}): Promise<Attempt<T>> {
  return new Promise((resolve) => {
    let isOver = false
    const cancel = setTimer(() => {
      isOver = true
      resolve({ problem: 'timeout' })
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
