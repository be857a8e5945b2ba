import { OAuthError } from './errors.js'

const MAX_TIMER_MS = 2_147_483_647

export const assertTimeout = (timeoutMs: number): void => {
  // A longer timer fires at once.
  if (!(typeof timeoutMs === 'number' && timeoutMs > 0 && timeoutMs <= MAX_TIMER_MS))
    throw new TypeError(
      `"timeoutMs" must be a number above 0 and at most ${MAX_TIMER_MS}, got ${String(timeoutMs)}`,
    )
}

/**
 * Runs the work until it ends, the time is over or the caller aborts, whichever comes first.
 *
 * The signal given to the work is aborted at the end in every case, so that nothing outlives the call, and the
 * promise settles even if the work ignores it.
 */
export const withDeadline = async <Result>({
  timeoutMs,
  signal,
  work,
}: {
  timeoutMs: number
  signal: AbortSignal | undefined
  work: (signal: AbortSignal) => Promise<Result>
}): Promise<Result> => {
  signal?.throwIfAborted()
  const inner = new AbortController()
  let cleanUp = (): void => {}
  const stopped = new Promise<never>((_, reject) => {
    const onTimeout = () =>
      reject(
        new OAuthError({
          code: 'ERR_OAUTH_TIMEOUT',
          message: `The token endpoint gave no whole answer within ${timeoutMs} ms. Try again, or raise "timeoutMs".`,
          detail: { retryable: true, timeoutMs },
        }),
      )
    const onAbort = () => reject(signal?.reason)
    const timer = setTimeout(onTimeout, timeoutMs)
    signal?.addEventListener('abort', onAbort)
    cleanUp = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  })
  try {
    return await Promise.race([work(inner.signal), stopped])
  } finally {
    cleanUp()
    inner.abort()
  }
}
