import { OAuthError } from './errors.js'
import type { TokenRequest } from './grant.js'
import { isRedirect, statusDetail } from './status.js'
import { isText } from './text.js'
import { LIMIT_BYTES, tooLarge } from './too-large.js'

/** The part of `fetch` that is used; the platform's own fits. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

interface Received {
  readonly status: number
  readonly retryAfter: string | null
  readonly body: string
}

/** One word such as ECONNREFUSED: the rest of a platform's error is not known to be free of secrets. */
const reasonOf = (error: unknown): string => {
  const { code, cause, name } = Object(error)
  const words: unknown[] = [code, Object(cause).code, name]
  return words.find((word) => isText(word, /^[A-Za-z]\w{1,59}$/)) ?? 'unknown'
}

const read = async ({ status, headers, body }: Response, signal: AbortSignal): Promise<Received> => {
  const retryAfter = headers.get('retry-after')
  let text = ''
  // The body of a redirect says nothing.
  if (isRedirect(status)) body?.cancel().catch(() => {})
  else if (body) {
    const decoder = new TextDecoder()
    let left = LIMIT_BYTES
    const write = (chunk: Uint8Array) => {
      left -= chunk.byteLength
      if (left < 0) throw tooLarge(statusDetail({ status, retryAfter }))
      text += decoder.decode(chunk, { stream: true })
    }
    // Cancels the body when the signal aborts, which `fetch` may have ignored, and when it is too long.
    await body.pipeTo(new WritableStream({ write }), { signal })
  }
  return { status, retryAfter, body: text }
}

/** Sends the request and reads the answer, without following redirects. */
export const receive = async ({
  request: { url, ...init },
  fetch,
  signal,
}: {
  request: TokenRequest
  fetch: Fetch
  signal: AbortSignal
}): Promise<Received> => {
  try {
    return await read(await fetch(url, { ...init, redirect: 'manual', signal }), signal)
  } catch (error) {
    if (error instanceof OAuthError) throw error
    const reason = reasonOf(error)
    throw new OAuthError({
      code: 'ERR_OAUTH_TRANSPORT',
      message: `Not reached or cut off (${reason}). Check "url". Try again.`,
      detail: { retryable: true, reason },
    })
  }
}
