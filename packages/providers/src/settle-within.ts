export interface Patience {
  /** Undefined: as long as it takes. */
  readonly timeoutMs: number | undefined
  readonly signal: AbortSignal | undefined
}

/**
 * What `work` gives, unless the time is over or the caller leaves first. It leaves no timer and no listener behind.
 *
 * Rejects with the signal's reason, or with an error whose `code` is `TIMEOUT`.
 */
export const settleWithin = async <T>(work: PromiseLike<T>, { timeoutMs, signal }: Patience): Promise<T> => {
  let cleanUp = (): void => {}
  const stopped = new Promise<never>((_, reject) => {
    const leave = (): void => reject(signal?.reason)
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => reject(Object.assign(new Error('No end in time'), { code: 'TIMEOUT' })), timeoutMs)
    signal?.addEventListener('abort', leave)
    cleanUp = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
    }
    if (signal?.aborted === true) leave()
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    cleanUp()
  }
}
