import type { StatusDetail } from './errors.js'
import { readRetryAfter } from './retry-after.js'

/** The headers of an answer: a `Headers` object, or a plain one with names in any case. */
export type ResponseHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** A browser shows a redirect that it did not follow as status 0. */
export const isRedirect = (status: number): boolean => status === 0 || (status >= 300 && status < 400)

export const isSuccess = (status: number): boolean => status >= 200 && status < 300

const isRetryable = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || (status >= 500 && status < 600)

const hasGet = (headers: ResponseHeaders): headers is { get(name: string): string | null } =>
  typeof headers['get'] === 'function'

const readHeader = (headers: ResponseHeaders, name: string): string | undefined => {
  if (hasGet(headers)) return headers.get(name) ?? undefined
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof value === 'string' ? value : undefined
}

/** What a status and its headers say about trying again. */
export const statusDetail = ({
  status,
  headers,
  now,
}: {
  status: number
  headers: ResponseHeaders
  now: number | undefined
}): StatusDetail => {
  const text = readHeader(headers, 'retry-after')
  const retryAfterMs = text === undefined ? undefined : readRetryAfter({ text: text.trim(), now })
  return { status, retryable: isRetryable(status), ...(retryAfterMs !== undefined && { retryAfterMs }) }
}
