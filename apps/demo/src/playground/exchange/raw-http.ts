import type { GotResponse, SentRequest } from './sent-request.js'

/**
 * A request as HTTP/1.1 writes it. `Host` and `Content-Length` are the HTTP client's; `headers` may stand for the
 * request's own where a value must not be shown.
 */
export const rawRequest = (
  request: SentRequest,
  headers: Readonly<Record<string, string>> = request.headers,
): string => {
  const { host, pathname, search } = new URL(request.url)
  const length = new TextEncoder().encode(request.body).byteLength
  return [
    `${request.method} ${pathname}${search} HTTP/1.1`,
    `host: ${host}`,
    ...lines(headers),
    `content-length: ${length}`,
    '',
    request.body,
  ].join('\n')
}

/** A response as HTTP/1.1 writes it, as far as it came. */
export const rawResponse = ({ status, headers, body }: GotResponse): string =>
  [`HTTP/1.1 ${status} ${reasonPhrases[status] ?? ''}`.trimEnd(), ...lines(headers), '', body ?? ''].join(
    '\n',
  )

const lines = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

/** RFC 9110 section 15, those that a provider of ours sends. */
const reasonPhrases: Readonly<Record<number, string>> = {
  200: 'OK',
  202: 'Accepted',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}
