import { OAuthError } from './errors.js'
import { isRedirect } from './status.js'
import type { TokenRequest } from './token-request.js'

/** The part of `fetch` that is used; the platform's own fits. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** A token answer is a few kilobytes; this leaves room and stops an endless one. */
export const BODY_LIMIT_BYTES = 65_536

const ignore = (): void => {}

/** The whole stream, or undefined if it is longer than the limit. The stream is cancelled when the signal aborts. */
const readBytes = async (
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> => {
  const reader = stream.getReader()
  const cancel = () => void reader.cancel().catch(ignore)
  // The answer may come after the deadline if `fetch` ignores its signal.
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)

  const buffer = new Uint8Array(BODY_LIMIT_BYTES)
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return buffer.subarray(0, length)
    if (length + value.byteLength > BODY_LIMIT_BYTES) return undefined
    buffer.set(value, length)
    length += value.byteLength
  }
}

/** Text that is not UTF-8 is no JSON either; an empty body is read the same way. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** One word such as ECONNREFUSED: the rest of a platform's error is not known to be free of secrets. */
const reasonOf = (error: unknown): string => {
  const words = [property(error, 'code'), property(property(error, 'cause'), 'code'), property(error, 'name')]
  return (
    words.find((word): word is string => typeof word === 'string' && /^[A-Za-z]\w{1,59}$/.test(word)) ??
    'unknown'
  )
}

const orTransportError = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    const reason = reasonOf(error)
    throw new OAuthError({
      code: 'ERR_OAUTH_TRANSPORT',
      message: `The token endpoint was not reached, or the connection broke (${reason}). Check host, port, TLS and proxy; asking again is safe.`,
      detail: { retryable: true, reason },
    })
  }
}

/**
 * Sends the request and reads the answer, without following redirects.
 *
 * `body` is undefined if it is longer than `BODY_LIMIT_BYTES`, and empty for a redirect, whose body says nothing.
 */
export const receive = async ({
  request: { url, ...init },
  fetch,
  signal,
}: {
  request: TokenRequest
  fetch: Fetch
  signal: AbortSignal
}): Promise<{ status: number; headers: Headers; body: string | undefined }> => {
  const response = await orTransportError(() => fetch(url, { ...init, redirect: 'manual', signal }))
  const { status, headers, body: stream } = response
  if (isRedirect(status)) stream?.cancel().catch(ignore)
  if (stream === null || isRedirect(status)) return { status, headers, body: '' }
  const bytes = await orTransportError(() => readBytes(stream, signal))
  return { status, headers, body: bytes && decode(bytes) }
}
