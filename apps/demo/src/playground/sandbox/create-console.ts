import type {
  ClientSummary,
  ClockSetting,
  Fault,
  RecordedCall,
  SandboxAction,
  SandboxClient,
  TransactionSummary,
} from '@x/sandbox'

/** Why something did not work; the page has a sentence for each. */
export type ProblemKind =
  /** Nobody answered. */
  | 'unreachable'
  /** No token, or another one than the sandbox's. */
  | 'token'
  /** There is no control API at this address. */
  | 'missing'
  /** The sandbox says what is wrong with the request, in `said`. */
  | 'refused'
  /** Something answered that is no sandbox, or a broken one. */
  | 'unexpected'

export interface Problem {
  readonly kind: ProblemKind
  /** The sandbox's own English sentence, if it had one. */
  readonly said: string
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export interface ProviderInfo {
  readonly id: string
  readonly name: string
  readonly baseUrl: string
}

/** What can be seen and set of a sandbox, wherever it runs. Nothing here throws or rejects. */
export interface SandboxConsole {
  readonly providers: () => Promise<Result<readonly ProviderInfo[]>>
  /** Oldest first, as the sandbox keeps them. */
  readonly calls: (provider: string) => Promise<Result<readonly RecordedCall[]>>
  readonly transactions: (provider: string) => Promise<Result<readonly TransactionSummary[]>>
  readonly act: (provider: string, action: SandboxAction) => Promise<Result<TransactionSummary>>
  readonly letIn: (provider: string, client: SandboxClient) => Promise<Result<ClientSummary>>
  readonly setFaults: (provider: string, faults: readonly Fault[]) => Promise<Result<readonly Fault[]>>
  /** The sandbox's clock afterwards, epoch milliseconds. */
  readonly setClock: (setting: ClockSetting) => Promise<Result<number>>
  readonly reset: () => Promise<Result<number>>
}

/** Sends a request to the control API: `fetch` for a server, or its handler for a sandbox in this page. */
export type Send = (request: Request) => Promise<Response> | Response

/** An answer that takes longer than this is none. */
const LIMIT_MS = 5_000

/** Drives a sandbox by its control API, below `origin`; the token goes nowhere else, and is kept nowhere. */
export const createConsole = ({
  send,
  origin,
  token,
}: {
  readonly send: Send
  readonly origin: string
  readonly token: string
}): SandboxConsole => {
  const ask = async <Value>(
    {
      method,
      path,
      body,
    }: { readonly method: 'GET' | 'POST' | 'PUT'; readonly path: string; readonly body?: object },
    read: (answer: unknown) => Value | undefined,
  ): Promise<Result<Value>> => {
    if (!/^[\x21-\x7e]+$/.test(token)) return failed('token')
    let response: Response
    try {
      response = await send(
        new Request(`${origin}/_sandbox/${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          signal: AbortSignal.timeout(LIMIT_MS),
          redirect: 'error',
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      )
    } catch {
      return failed('unreachable')
    }
    const answer = await readJson(response)
    if (!response.ok) return { ok: false, problem: problemOf(response.status, answer) }
    const value = read(answer)
    return value === undefined ? failed('unexpected') : { ok: true, value }
  }

  const at = (provider: string, rest: string): string => `${encodeURIComponent(provider)}/${rest}`
  const readNow = (answer: unknown): number | undefined => {
    const now = own(answer, 'now')
    return typeof now === 'number' ? now : undefined
  }

  return {
    providers: () =>
      ask({ method: 'GET', path: 'providers' }, readList<ProviderInfo>(['id', 'name', 'baseUrl'])),
    calls: (provider) =>
      ask(
        { method: 'GET', path: at(provider, 'calls') },
        readList<RecordedCall>(['number', 'at', 'method', 'path', 'request']),
      ),
    transactions: (provider) =>
      ask(
        { method: 'GET', path: at(provider, 'transactions') },
        readList<TransactionSummary>(['kind', 'reference', 'providerReference', 'state', 'actions']),
      ),
    act: (provider, action) =>
      ask(
        { method: 'POST', path: at(provider, 'actions'), body: action },
        readObject<TransactionSummary>(['state', 'actions']),
      ),
    letIn: (provider, client) =>
      ask(
        { method: 'POST', path: at(provider, 'clients'), body: client },
        readObject<ClientSummary>(['clientId']),
      ),
    setFaults: (provider, faults) =>
      ask({ method: 'PUT', path: at(provider, 'faults'), body: { faults } }, (answer) =>
        readList<Fault>(['kind'])(own(answer, 'faults')),
      ),
    setClock: (setting) => ask({ method: 'PUT', path: 'clock', body: setting }, readNow),
    reset: () => ask({ method: 'POST', path: 'reset', body: {} }, readNow),
  }
}

const failed = (kind: ProblemKind, said = ''): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { kind, said },
})

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

const problemOf = (status: number, answer: unknown): Problem => {
  const message = own(own(answer, 'error'), 'message')
  const said = typeof message === 'string' ? message.slice(0, 500) : ''
  if (status === 401) return { kind: 'token', said }
  // A control API that knows the path says why in its own words; a web server has a page of its own.
  if (said === '') return { kind: status === 404 || status === 405 ? 'missing' : 'unexpected', said }
  return { kind: status >= 500 ? 'unexpected' : 'refused', said }
}

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

const hasAll = (value: unknown, names: readonly string[]): boolean =>
  names.every((name) => own(value, name) !== undefined)

/** What answers may be anything: an object counts as what it should be if its members are there. */
const readObject =
  <Value>(names: readonly (keyof Value & string)[]) =>
  (answer: unknown): Value | undefined =>
    hasAll(answer, names) ? (answer as Value) : undefined

const readList =
  <Value>(names: readonly (keyof Value & string)[]) =>
  (answer: unknown): readonly Value[] | undefined =>
    Array.isArray(answer) && answer.every((each) => hasAll(each, names))
      ? (answer as readonly Value[])
      : undefined
