import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { toResponse } from './answer.js'
import { type CallRecorder, createCallRecorder, type RecordedCall } from './calls.js'
import {
  type ClientSummary,
  type RegisteredClient,
  readClient,
  type SandboxClient,
  summaryOf,
} from './clients.js'
import { createFaultQueue, type Fault, type FaultKind, playFault } from './faults.js'
import { maskHeaders, maskText } from './mask.js'
import type { Personality } from './personality.js'

/** One provider's servers: a WHATWG fetch handler, and what a test sets and reads. */
export interface SandboxProvider {
  readonly id: string
  readonly name: string
  /** Stands before every path; empty or begins with a slash. */
  readonly basePath: string
  readonly tokenPath: string
  /** Takes any origin; only the path, the query, the headers and the body count. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Lets a client in from now on; a second call with the same `clientId` replaces the first. */
  readonly registerClient: (client: SandboxClient) => ClientSummary
  /** The newest 200 calls, oldest first, credentials masked. */
  readonly calls: () => readonly RecordedCall[]
  /** Replaces the faults that are to be played; `[]` takes them away. */
  readonly setFaults: (faults: readonly Fault[]) => void
  /** Forgets clients, tokens, calls and faults. */
  readonly reset: () => void
}

export interface ProviderOptions {
  readonly now: () => number
  readonly newToken: () => string
}

/** No service of these providers takes a body above 1 MiB. */
const limitBytes = 1_048_576

export const createProvider = (
  personality: Personality,
  { now, newToken }: ProviderOptions,
): SandboxProvider => {
  const { id, name, basePath, tokenPath, needsPublicKey } = personality
  const clients = new Map<string, RegisteredClient>()
  const calls: CallRecorder = createCallRecorder(200)
  const faults = createFaultQueue()

  const answer = async (request: Request, url: URL, body: string): Promise<Response> => {
    if (url.pathname !== basePath + tokenPath) return toResponse(personality.notFound())
    if (request.method !== 'POST') return toResponse(personality.wrongMethod())
    const decision = await personality.askForToken({
      url,
      headers: request.headers,
      body,
      now: now(),
      findClient: (clientId) => clients.get(clientId),
    })
    return toResponse('refusal' in decision ? decision.refusal : decision.grant(newToken()))
  }

  const app = new Hono()
  app.use(bodyLimit({ maxSize: limitBytes, onError: () => new Response(null, { status: 413 }) }))
  app.all('*', async (context) => {
    const request = context.req.raw
    const url = new URL(request.url)
    const body = await context.req.text()
    const fault = faults.next()
    const response =
      fault === undefined ? await answer(request, url, body) : await playFault(fault, request.signal)
    calls.add(await recorded({ request, url, body, response, fault, at: now() }))
    return response
  })

  return Object.freeze({
    id,
    name,
    basePath,
    tokenPath,
    fetch: async (request: Request) => app.fetch(request),
    registerClient: (given: SandboxClient) => {
      const client = readClient(given, needsPublicKey)
      clients.set(client.clientId, client)
      return summaryOf(client)
    },
    calls: calls.list,
    setFaults: faults.set,
    reset: () => {
      clients.clear()
      calls.clear()
      faults.set([])
    },
  })
}

interface Exchanged {
  readonly request: Request
  readonly url: URL
  readonly body: string
  readonly response: Response
  readonly fault: FaultKind | undefined
  readonly at: number
}

const recorded = async ({
  request,
  url,
  body,
  response,
  fault,
  at,
}: Exchanged): Promise<Omit<RecordedCall, 'number'>> => ({
  at: new Date(at).toISOString(),
  method: request.method,
  path: url.pathname + maskText(url.search),
  request: { headers: maskHeaders(request.headers), body: maskText(body) },
  response: {
    status: response.status,
    headers: maskHeaders(response.headers),
    // A fault's body may have no end, and is named by its kind.
    body: fault === undefined ? maskText(await response.clone().text()) : '',
  },
  reason: response.headers.get('x-sandbox-reason') ?? undefined,
  fault,
})
