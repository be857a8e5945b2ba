import type { HttpRequest, HttpResponse } from './http.js'
import { receive } from './receive.js'

/** What can happen between a request and its whole answer. */
export type Exchange =
  | { readonly kind: 'answer'; readonly response: HttpResponse }
  /** `status` is 0 where the runtime hides it. */
  | { readonly kind: 'redirect'; readonly status: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-text'; readonly status: number }
  | { readonly kind: 'timeout' }
  /** The caller's signal. */
  | { readonly kind: 'aborted' }
  /** `sent` is false only where it is certain that no byte of the request went out. */
  | { readonly kind: 'transport'; readonly reason: string; readonly sent: boolean }

export interface ExchangeOptions {
  readonly fetch: typeof globalThis.fetch
  /** Covers the whole exchange, the body included. */
  readonly timeoutMs: number
  readonly limitBytes: number
  readonly signal: AbortSignal | undefined
}

/**
 * Sends one request and reads its whole answer, within a time and a size, following no redirect.
 *
 * Never rejects, and ends in time even where a `fetch` or a body ignores its signal. An abort is only ever reported of a
 * request that may have gone out: look at the signal before.
 */
export const exchange = async (request: HttpRequest, options: ExchangeOptions): Promise<Exchange> => {
  const { fetch, timeoutMs, limitBytes, signal } = options
  const inner = new AbortController()
  let cleanUp = (): void => {}
  const stopped = new Promise<Exchange>((resolve) => {
    const stop = (result: Exchange): void => {
      resolve(result)
      inner.abort()
    }
    const leave = (): void => stop({ kind: 'aborted' })
    const timer = setTimeout(() => stop({ kind: 'timeout' }), timeoutMs)
    signal?.addEventListener('abort', leave)
    cleanUp = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
    }
  })
  try {
    return await Promise.race([receive(request, { fetch, limitBytes, signal: inner.signal }), stopped])
  } finally {
    cleanUp()
  }
}
