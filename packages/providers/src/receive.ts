import type { Exchange, ExchangeOptions } from './exchange.js'
import type { HttpRequest } from './http.js'
import { judgeTransportError } from './judge-transport-error.js'

const ignore = (): void => {}

export type ReceiveOptions = Pick<ExchangeOptions, 'fetch' | 'limitBytes'> & { readonly signal: AbortSignal }

/** One request and its whole answer, however it ends; `signal` stops the work and never rejects. */
export const receive = async (
  request: HttpRequest,
  { fetch, limitBytes, signal }: ReceiveOptions,
): Promise<Exchange> => {
  const { url, method, headers, body } = request
  try {
    const response = await fetch(url, {
      method,
      headers,
      // A GET may not even have an empty one. Our bytes are never backed by shared memory.
      ...(body !== '' && { body: body as BodyInit }),
      redirect: 'manual',
      signal,
    })
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
    return { kind: 'transport', ...judgeTransportError(error) }
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

  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return join(chunks, size)
    size += value.byteLength
    if (size > limitBytes) {
      cancel()
      return undefined
    }
    chunks.push(value)
  }
}

/** Nearly every answer is one chunk. */
const join = (chunks: readonly Uint8Array[], size: number): Uint8Array => {
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0]
  const whole = new Uint8Array(size)
  let end = 0
  for (const chunk of chunks) {
    whole.set(chunk, end)
    end += chunk.byteLength
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
