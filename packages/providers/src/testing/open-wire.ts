import type { WireRequest } from './profile-fixtures.js'

/** A `fetch` that keeps what it was asked and answers literally. */
export interface Wire {
  readonly requests: readonly WireRequest[]
  readonly fetch: typeof globalThis.fetch
}

export interface LiteralAnswer {
  readonly status: number
  readonly body: string | Uint8Array<ArrayBuffer>
}

export const openWire = ({ status, body }: LiteralAnswer): Wire => {
  const requests: WireRequest[] = []
  return {
    requests,
    fetch: async (url, init = {}) => {
      requests.push({
        method: init.method ?? 'GET',
        url: String(url),
        headers: asSeen(init.headers),
        body: textOf(init.body),
      })
      // Some statuses may not even have an empty body.
      return new Response(body.length === 0 ? null : body, { status })
    },
  }
}

/** In lower case; two names that differ only in case are one header to a server. */
const asSeen = (given: RequestInit['headers']): Record<string, string> => {
  const headers: Record<string, string> = {}
  new Headers(given).forEach((value, name) => {
    headers[name] = value
  })
  return headers
}

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : typeof body === 'string' ? body : ''
