import type { Exchange, ExchangeOptions } from './exchange.js'
import type { HttpRequest } from './http.js'

const ignore = (): void => {}

/** One request and its whole answer, however it ends; `signal` stops the work and never rejects. */
export const receive = async (
  request: HttpRequest,
  { fetch, limitBytes, signal }: Omit<ExchangeOptions, 'timeoutMs'>,
): Promise<Exchange> => {
  const { url, method, headers, body } = request
  try {
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal })
    const { status } = response
    // A browser hides a redirect that it did not follow: an opaque answer with status 0.
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      response.body?.cancel().catch(ignore)
      return { kind: 'redirect', status }
    }
    const bytes = await readAtMost(response.body, { limitBytes, signal })
    if (bytes === undefined) return { kind: 'too-large' }
    const text = decodeUtf8(bytes)
    if (text === undefined) return { kind: 'not-text', status }
    return { kind: 'answer', response: { status, headers: response.headers, body: text } }
  } catch (error) {
    return { kind: 'transport', reason: transportReason(error) }
  }
}

/** The whole body, or undefined when it is larger than the limit; the rest is not waited for. */
const readAtMost = async (
  stream: ReadableStream<Uint8Array> | null,
  { limitBytes, signal }: { readonly limitBytes: number; readonly signal: AbortSignal },
): Promise<Uint8Array | undefined> => {
  if (stream === null) return new Uint8Array()
  const reader = stream.getReader()
  const cancel = (): void => void reader.cancel().catch(ignore)
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)

  const whole = new Uint8Array(limitBytes)
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return whole.subarray(0, size)
    if (size + value.byteLength > limitBytes) {
      cancel()
      return undefined
    }
    whole.set(value, size)
    size += value.byteLength
  }
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
  let inner: unknown = error
  // A chain of causes may be a circle.
  for (let depth = 0; depth < 5 && typeof inner === 'object' && inner !== null; depth++) {
    const code: unknown = Reflect.get(inner, 'code')
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,59}$/.test(code)) return code
    inner = Reflect.get(inner, 'cause')
  }
  return 'UNKNOWN'
}
