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
  | { readonly kind: 'transport'; readonly reason: string }

export interface ExchangeOptions {
  readonly fetch: typeof globalThis.fetch
  /** Covers the whole exchange, the body included. */
  readonly timeoutMs: number
  readonly limitBytes: number
  readonly signal: AbortSignal
}

/**
 * Sends one request and reads its whole answer, within a time and a size, following no redirect.
 *
 * Rejects only when `signal` is aborted, with its reason; everything the network does is returned. It ends in time
 * even where a `fetch` or a body ignores its signal.
 */
export const exchange = async (request: HttpRequest, options: ExchangeOptions): Promise<Exchange> => {
  const { fetch, timeoutMs, limitBytes, signal } = options
  signal.throwIfAborted()
  const inner = new AbortController()
  let cleanUp = (): void => {}
  const stopped = new Promise<Exchange>((resolve, reject) => {
    const leave = (): void => reject(signal.reason)
    const timer = setTimeout(() => resolve({ kind: 'timeout' }), timeoutMs)
    signal.addEventListener('abort', leave)
    cleanUp = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', leave)
    }
  })
  try {
    return await Promise.race([receive(request, { fetch, limitBytes, signal: inner.signal }), stopped])
  } finally {
    cleanUp()
    inner.abort()
  }
}
