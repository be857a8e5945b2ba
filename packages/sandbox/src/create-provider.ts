import { type Answer, toResponse } from './answer.js'
import { type CallRecorder, createCallRecorder, type RecordedCall } from './calls.js'
import {
  type ClientSummary,
  type RegisteredClient,
  readClient,
  type SandboxClient,
  summaryOf,
} from './clients.js'
import { createFaultQueue, type Fault } from './fault-queue.js'
import { type FaultKind, playFault } from './faults.js'
import { maskHeaders, maskText } from './mask.js'
import type { Personality } from './personality.js'
import { readBody } from './read-body.js'

/** One provider's servers: a WHATWG fetch handler, and what a test sets and reads. */
export interface SandboxProvider {
  readonly id: string
  readonly name: string
  /** Stands before every path; empty or begins with a slash. */
  readonly basePath: string
  readonly tokenPath: string
  /**
   * Takes any origin; only the path, the query, the headers and the body count. Rejects only with the reason of the
   * request's signal, as a fetch does.
   */
  readonly fetch: (request: Request) => Promise<Response>
  /**
   * Lets a client in from now on; a second call with the same `clientId` replaces the first.
   *
   * @throws SandboxError `ERR_SANDBOX_CLIENT`
   */
  readonly registerClient: (client: SandboxClient) => ClientSummary
  /** The newest 200 calls, oldest first, credentials masked. */
  readonly calls: () => readonly RecordedCall[]
  /** Replaces the faults that are to be played; `[]` takes them away. @throws SandboxError `ERR_SANDBOX_FAULT` */
  readonly setFaults: (faults: readonly Fault[]) => void
  /** Forgets clients, calls and faults. A token is never kept: this sandbox has no service that takes one. */
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
  const { id, name, basePath, tokenPath, checkClient } = personality
  const clients = new Map<string, RegisteredClient>()
  const faults = createFaultQueue()
  let calls = createCallRecorder(200)
  // A request that nothing refers to is collected, and its signal with it: it would hang for ever.
  const open = new Set<Request>()

  const answer = async (request: Request, url: URL, body: string | undefined): Promise<Answer> => {
    if (body === undefined) return tooLarge
    if (url.pathname !== basePath + tokenPath) return personality.notFound()
    if (request.method !== 'POST') return personality.wrongMethod()
    const decision = await personality.askForToken({
      url,
      headers: request.headers,
      body,
      now: now(),
      findClient: (clientId) => clients.get(clientId),
    })
    return 'refusal' in decision ? decision.refusal : decision.grant(newToken())
  }

  const serve = async (request: Request, recorder: CallRecorder): Promise<Response> => {
    const url = new URL(request.url)
    const body = await readBody(request, limitBytes)
    const fault = body === undefined ? undefined : faults.next()
    const exchanged = { request, url, body: body ?? '', fault, at: now() }
    // No answer will follow, so it is on record while it hangs.
    if (fault === 'hang') recorder.add(await recorded({ ...exchanged, response: undefined }))
    const response =
      fault === undefined
        ? toResponse(await answer(request, url, body))
        : await playFault(fault, request.signal)
    recorder.add(await recorded({ ...exchanged, response }))
    return response
  }

  return Object.freeze({
    id,
    name,
    basePath,
    tokenPath,
    fetch: async (request: Request) => {
      open.add(request)
      try {
        // The recorder of now: what was begun before a reset is recorded where nobody looks.
        return await serve(request, calls)
      } catch {
        if (request.signal.aborted) throw request.signal.reason
        return toResponse(failed)
      } finally {
        open.delete(request)
      }
    },
    registerClient: (given: SandboxClient) => {
      const client = readClient(given, checkClient)
      clients.set(client.clientId, client)
      return summaryOf(client)
    },
    calls: () => calls.list(),
    setFaults: faults.set,
    reset: () => {
      clients.clear()
      faults.set([])
      calls = createCallRecorder(200)
    },
  })
}

const ownWords = "the sandbox's own: no provider says this"

const tooLarge: Answer = {
  status: 413,
  body: { error: 'too_large' },
  source: ownWords,
  reason: `The body is longer than ${limitBytes} bytes`,
}

/** Says nothing of the error, which may hold anything. */
const failed: Answer = {
  status: 500,
  body: { error: 'sandbox_failed' },
  source: ownWords,
  reason: 'The sandbox itself failed: this is no answer of the provider',
}

interface Exchanged {
  readonly request: Request
  readonly url: URL
  readonly body: string
  readonly response: Response | undefined
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
  response: response && {
    status: response.status,
    headers: maskHeaders(response.headers),
    // A fault's body may have no end, and is named by its kind.
    body: fault === undefined ? maskText(await response.clone().text()) : '',
  },
  reason: response?.headers.get('x-sandbox-reason') ?? undefined,
  fault,
})
