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
import { readAction } from './read-action.js'
import { readBody } from './read-body.js'
import type { SandboxAction, ServiceDesk, TransactionSummary } from './service-desk.js'
import { createTokenBook, type TokenBook } from './token-book.js'

/** One provider's servers: a WHATWG fetch handler, and what a test sets and reads. */
export interface SandboxProvider {
  readonly id: string
  readonly name: string
  /** Stands before every path; empty or begins with a slash. */
  readonly basePath: string
  /** Below `basePath`; undefined for a provider that gives no access token. */
  readonly tokenPath: string | undefined
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
  /**
   * Does what a payer, a bank or time would do, and tells what became of the transaction.
   *
   * @throws SandboxError `ERR_SANDBOX_ACTION`
   */
  readonly act: (action: SandboxAction) => TransactionSummary
  /** Every transaction since the start or the last reset, oldest first, account numbers masked. */
  readonly transactions: () => readonly TransactionSummary[]
  /** Forgets clients, tokens, transactions, calls and faults. */
  readonly reset: () => void
}

export interface ProviderOptions {
  readonly now: () => number
  readonly newToken: () => string
}

/** What a reset throws away. */
interface Held {
  readonly calls: CallRecorder
  readonly tokens: TokenBook
  readonly desk: ServiceDesk
}

/** No service of these providers takes a body above 1 MiB. */
const limitBytes = 1_048_576

export const createProvider = (
  personality: Personality,
  { now, newToken }: ProviderOptions,
): SandboxProvider => {
  const { id, name, basePath, token: door, knowsNoSecret = false, checkClient } = personality
  const clients = new Map<string, RegisteredClient>()
  const faults = createFaultQueue()
  const open = (): Held => ({
    calls: createCallRecorder(200),
    tokens: createTokenBook(10_000),
    desk: personality.openDesk({ now }),
  })
  let held = open()
  // A request that nothing refers to is collected, and its signal with it: it would hang for ever.
  const pending = new Set<Request>()

  const answer = async (
    { method, headers }: Request,
    { url, body, at }: Pick<Exchanged, 'url' | 'body' | 'at'>,
    { tokens, desk }: Held,
  ): Promise<Answer> => {
    const findClient = (clientId: string): RegisteredClient | undefined => clients.get(clientId)
    if (!url.pathname.startsWith(`${basePath}/`)) return personality.notFound()
    const path = url.pathname.slice(basePath.length)
    if (path !== door?.path) {
      const clientOfToken = (accessToken: string): RegisteredClient | 'expired' | 'unknown' => {
        const grant = tokens.find(accessToken)
        const client = grant && findClient(grant.clientId)
        if (grant === undefined || client === undefined) return 'unknown'
        return at < grant.expiresAt ? client : 'expired'
      }
      const asked = { method, path, url, headers, body, now: at, findClient, clientOfToken }
      return (await desk.answer(asked)) ?? personality.notFound()
    }
    if (method !== 'POST') return door.wrongMethod()
    const decision = await door.ask({ url, headers, body, now: at, findClient })
    if ('refusal' in decision) return decision.refusal
    const { clientId, lifetimeSeconds, grant } = decision
    const token = newToken()
    tokens.add(token, { clientId, expiresAt: at + lifetimeSeconds * 1_000 })
    return grant(token)
  }

  const serve = async (request: Request, heldThen: Held): Promise<Response> => {
    const url = new URL(request.url)
    const body = await readBody(request, limitBytes)
    const due = body === undefined ? undefined : faults.next(url.pathname)
    const { secretHeaders } = personality
    const exchanged = { request, url, body: body ?? '', fault: due?.kind, at: now(), secretHeaders }
    const respond = async (): Promise<Response> =>
      toResponse(body === undefined ? tooLarge : await answer(request, exchanged, heldThen))
    if (due === undefined) {
      const response = await respond()
      heldThen.calls.add(await recorded({ ...exchanged, response }))
      return response
    }
    if (due.after) await respond()
    // No answer will follow, so it is on record while it hangs.
    if (due.kind === 'hang') heldThen.calls.add(await recorded({ ...exchanged, response: undefined }))
    const response = await playFault(due.kind, request.signal)
    heldThen.calls.add(await recorded({ ...exchanged, response }))
    return response
  }

  return Object.freeze({
    id,
    name,
    basePath,
    tokenPath: door?.path,
    fetch: async (request: Request) => {
      pending.add(request)
      try {
        // What is held now: what was begun before a reset is recorded and done where nobody looks.
        return await serve(request, held)
      } catch {
        if (request.signal.aborted) throw request.signal.reason
        return toResponse(failed)
      } finally {
        pending.delete(request)
      }
    },
    registerClient: (given: SandboxClient) => {
      const client = readClient(given, { knowsNoSecret, check: checkClient })
      clients.set(client.clientId, client)
      return summaryOf(client)
    },
    calls: () => held.calls.list(),
    setFaults: faults.set,
    act: (action: SandboxAction) => held.desk.act(readAction(action)),
    transactions: () => held.desk.transactions(),
    reset: () => {
      clients.clear()
      faults.set([])
      held = open()
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
  readonly secretHeaders: readonly string[] | undefined
}

const recorded = async ({
  request,
  url,
  body,
  response,
  fault,
  at,
  secretHeaders,
}: Exchanged): Promise<Omit<RecordedCall, 'number'>> => ({
  at: new Date(at).toISOString(),
  method: request.method,
  path: url.pathname + maskText(url.search),
  request: { headers: maskHeaders(request.headers, secretHeaders), body: maskText(body) },
  response: response && {
    status: response.status,
    headers: maskHeaders(response.headers),
    // A fault's body may have no end, and is named by its kind.
    body: fault === undefined ? maskText(await response.clone().text()) : '',
  },
  reason: response?.headers.get('x-sandbox-reason') ?? undefined,
  fault,
})
