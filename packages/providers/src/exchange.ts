import type { HttpRequest, HttpResponse } from './http.js'

/** What can happen between a request and its whole answer. */
export type Exchange =
  | { readonly kind: 'answer'; readonly response: HttpResponse }
  | { readonly kind: 'redirect'; readonly status: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-text'; readonly status: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'transport'; readonly reason: string }

interface ExchangeOptions {
  readonly fetch: typeof globalThis.fetch
  /** Covers the whole exchange, the body included. */
  readonly timeoutMs: number
  readonly limitBytes: number
  readonly signal: AbortSignal
}

/**
 * Sends one request and reads its whole answer, within a time and a size, following no redirect.
 *
 * Rejects only when `signal` is aborted, with its reason; everything the network does is returned.
 */
export const exchange = async (request: HttpRequest, options: ExchangeOptions): Promise<Exchange> => {
  const { fetch, timeoutMs, limitBytes, signal } = options
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), timeoutMs)
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, deadline.signal]),
    })
    // A browser hides a redirect's status: an opaque answer with status 0.
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel()
      return { kind: 'redirect', status: response.status }
    }
    const bytes = await readAtMost(response.body, limitBytes)
    if (bytes === undefined) return { kind: 'too-large' }
    const body = decodeUtf8(bytes)
    if (body === undefined) return { kind: 'not-text', status: response.status }
    return { kind: 'answer', response: { status: response.status, headers: response.headers, body } }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (deadline.signal.aborted) return { kind: 'timeout' }
    return { kind: 'transport', reason: transportReason(error) }
  } finally {
    clearTimeout(timer)
  }
}

const readAtMost = async (
  stream: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<Uint8Array | undefined> => {
  if (stream === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limitBytes) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Only a low-level code such as `ECONNREFUSED`: an error object of a `fetch` may hold the request. */
const transportReason = (error: unknown): string => {
  for (
    let inner = error;
    typeof inner === 'object' && inner !== null;
    inner = (inner as { cause?: unknown }).cause
  ) {
    const code = (inner as { code?: unknown }).code
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,59}$/.test(code)) return code
  }
  return 'UNKNOWN'
}
