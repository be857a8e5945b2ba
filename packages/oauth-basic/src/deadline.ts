import { OAuthError } from './errors.js'

export const assertTimeout = (timeoutMs: number): void => {
  // A longer timer fires at once.
  if (!(typeof timeoutMs === 'number' && timeoutMs > 0 && timeoutMs < 2 ** 31))
    throw new TypeError(`"timeoutMs" must be above 0 and below 2 ** 31, got another`)
}

/**
 * Runs the work until it ends, the time is over or the caller aborts, whichever comes first.
 *
 * The signal given to the work is aborted at the end in every case, so that nothing outlives the call, and the
 * promise settles even if the work ignores it.
 */
export const withDeadline = <Result>({
  timeoutMs,
  signal,
  work,
}: {
  timeoutMs: number
  signal: AbortSignal | undefined
  work: (signal: AbortSignal) => Promise<Result>
}): Promise<Result> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const inner = new AbortController()
    const onAbort = () => stop(signal?.reason)
    const onTimeout = () =>
      stop(
        new OAuthError({
          code: 'ERR_OAUTH_TIMEOUT',
          message: `No answer within ${timeoutMs} ms. Try again.`,
          detail: { retryable: true, timeoutMs },
        }),
      )
    const timer = setTimeout(onTimeout, timeoutMs)
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      inner.abort()
    }
    const stop = (reason: unknown) => {
      reject(reason)
      end()
    }
    signal?.addEventListener('abort', onAbort)
    work(inner.signal).finally(end).then(resolve, reject)
  })
