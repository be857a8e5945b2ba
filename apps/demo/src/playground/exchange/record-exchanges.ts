import type { SandboxProvider } from '@x/sandbox'
import type { GotResponse, SentRequest } from './sent-request.js'

export interface RecordedExchange {
  /** As the client made it. */
  readonly made: SentRequest
  /** As it went out. */
  readonly request: SentRequest
  readonly response: GotResponse
}

export interface ExchangeRecorder {
  /** For `createClient`: hands each request to the page's own sandbox, and nothing to any network. */
  readonly fetch: typeof globalThis.fetch
  /** What went out and came back, oldest first. */
  readonly exchanges: readonly RecordedExchange[]
}

/** Records what the client really sent, after `bend` has done to it what a wrong turn does. */
export const recordExchanges = (
  provider: Pick<SandboxProvider, 'fetch'>,
  bend: (request: SentRequest) => SentRequest = (request) => request,
): ExchangeRecorder => {
  const exchanges: RecordedExchange[] = []
  return {
    exchanges,
    fetch: async (input, init = {}) => {
      const signal = init.signal ?? null
      const made: SentRequest = {
        method: init.method ?? 'GET',
        url: String(input),
        // Taken from the client and not from a Request, which sorts them.
        headers: { ...(init.headers as Readonly<Record<string, string>>) },
        body: typeof init.body === 'string' ? init.body : '',
      }
      const request = bend(made)
      const { method, url, headers, body } = request
      const response = await provider.fetch(
        new Request(url, { method, headers, signal, ...(body !== '' && { body }) }),
      )
      exchanges.push({ made, request, response: await read(response.clone()) })
      return response
    },
  }
}

const read = async (response: Response): Promise<GotResponse> => ({
  status: response.status,
  headers: headersOf(response.headers),
  body: await response.text().catch(() => undefined),
  reason: response.headers.get('x-sandbox-reason') ?? undefined,
  source: response.headers.get('x-sandbox-source') ?? undefined,
})

const headersOf = (headers: Headers): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {}
  headers.forEach((value, name) => {
    if (!ours.test(name)) found[name] = value
  })
  return found
}

/** What no provider sends. */
const ours = /^(?:x-sandbox-.*|cache-control)$/
