import type { AccessToken } from '@x/token-cache'
import { type AuditedExchange, maskBody, maskRequest } from './audit.js'
import type { CallSettings, FetchOptions, InquireOptions, Prepared } from './call-options.js'
import { checkCallOptions } from './check-call-options.js'
import { checkPath } from './check-path.js'
import { ProviderError } from './errors.js'
import { codeForEvent, type ProviderEvent, type ProviderEventDetail, tell } from './events.js'
import { type Exchange, exchange } from './exchange.js'
import { type Inquiry, isHarmless } from './inquiry.js'
import { judgeInquiry, readInquiry } from './judge-inquiry.js'
import type { Tokens } from './open-tokens.js'
import { type PlannedCall, planCall } from './plan-call.js'
import type { Profile } from './profile.js'
import { readReply } from './read-reply.js'
import type { Reply } from './reply.js'
import type { ReplyScheme } from './reply-scheme.js'
import type { Service } from './service.js'
import { settleWithin } from './settle-within.js'
import { type SignedRequest, signCall } from './sign-call.js'
import type { CallSigner } from './sign-scheme.js'

/** No answer of these providers is larger than 1 MiB; a statement of a month is a tenth of it. */
const limitBytes = 1_048_576

export interface CallSurroundings {
  readonly profile: Profile
  readonly environment: string
  /** For whom it calls, as an inquiry names it; empty where neither token nor signature tells. */
  readonly account: string
  readonly baseUrl: string
  readonly signer: CallSigner
  readonly scheme: ReplyScheme
  /** Undefined where the profile has no token. */
  readonly tokens: Tokens | undefined
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly timeoutMs: number
  readonly audit: ((exchange: AuditedExchange) => unknown) | undefined
  readonly onEvent: ((event: ProviderEvent) => unknown) | undefined
}

/** A call's body and settings, as they come from outside. */
type GivenCall = CallSettings & { readonly body?: unknown }

export interface Calls {
  readonly call: (name: string, given: GivenCall) => Promise<Reply>
  readonly inquire: (inquiry: Inquiry, options?: InquireOptions) => Promise<Reply>
  readonly prepare: (name: string, given: GivenCall) => Promise<Prepared>
  readonly fetch: (path: string, options?: FetchOptions) => Promise<Reply>
}

/** Sends signed calls of one client. It holds no state of its own: the tokens do. */
export const openCalls = (surroundings: CallSurroundings): Calls => {
  const { profile, environment, account, baseUrl, signer, scheme, tokens, fetch, now, audit, onEvent } =
    surroundings
  const provider = profile.id
  const services = profile.services ?? {}
  const place = { provider, environment, account, services, signer, timeoutMs: surroundings.timeoutMs }

  const plan = (name: string, service: Service, { body, ...settings }: GivenCall): PlannedCall => {
    return planCall({ name, service, given: body, settings }, place)
  }

  const sign = (call: PlannedCall, token: AccessToken | undefined): Promise<SignedRequest> =>
    signCall(call, {
      provider: profile,
      baseUrl,
      signer,
      accessToken: token?.value ?? '',
      epochMs: now(),
      signal: call.settings.signal,
    })

  /** After the sending, when a clock that fails is no reason to say that nothing was sent. */
  const nowOrNever = (): number => {
    try {
      const reading: unknown = now()
      return typeof reading === 'number' ? reading : Number.NaN
    } catch {
      return Number.NaN
    }
  }

  const announce = async (call: PlannedCall, attempt: 1 | 2): Promise<void> => {
    const { beforeSend, signal } = call.settings
    if (beforeSend === undefined) return
    const said: unknown = beforeSend({
      provider,
      environment,
      service: call.name,
      externalId: call.externalId,
      attempt,
      inquiry: call.inquiry(),
    })
    // Nothing has gone out yet, so that a caller who leaves need not wait for a database that says nothing.
    await (signal === undefined
      ? said
      : settleWithin(Promise.resolve(said), { timeoutMs: undefined, signal }))
  }

  const getToken = async ({ settings: { signal } }: PlannedCall): Promise<AccessToken | undefined> => {
    signal?.throwIfAborted()
    return tokens?.get({ signal })
  }

  const send = async (
    call: PlannedCall,
    { token, attempt }: { readonly token: AccessToken | undefined; readonly attempt: 1 | 2 },
  ): Promise<Attempted> => {
    const { settings, timeoutMs } = call
    const { signal } = settings
    await announce(call, attempt)
    // After the last wait, so that the timestamp is that of the sending.
    const { request, sentAt, secrets } = await sign(call, token)
    report(call, () => ({ type: 'sending', attempt }))
    // Whoever was told may have aborted; from here on nothing is thrown unless no connection was made.
    signal?.throwIfAborted()
    const result = await exchange(request, { fetch, timeoutMs, limitBytes, signal })
    const receivedAt = nowOrNever()
    tell(audit, () => ({
      ...key(call),
      attempt,
      sentAt,
      request: maskRequest(request, secrets),
      response: shown(result, secrets),
    }))
    if (result.kind === 'transport' && !result.sent) throw notConnected(result.reason)
    const reply = readReply(result, { call, scheme, sentAt, receivedAt, resent: attempt === 2 })
    if (token !== undefined && wasAccepted(reply)) tokens?.confirm(token)
    return { reply, token }
  }

  const run = async (call: PlannedCall): Promise<Reply> => {
    const started = now()
    try {
      const { reply, token } = await send(call, { token: await getToken(call), attempt: 1 })
      const final = await afterRefusedToken(call, { reply, token })
      const { outcome, transaction, code, status, problem, clockSkewMs } = final
      report(call, () => ({
        type: 'replied',
        outcome,
        transaction,
        code: code && codeForEvent(code.value),
        status,
        problem,
        clockSkewMs,
        tookMs: nowOrNever() - started,
      }))
      return final
    } catch (error) {
      report(call, () => ({ type: 'not-sent', reason: reasonOf(error), tookMs: nowOrNever() - started }))
      throw error
    }
  }

  /** Only a parsed refusal that names the token is sent again, once, and only with another token. */
  const afterRefusedToken = async (call: PlannedCall, { reply, token }: Attempted): Promise<Reply> => {
    if (!reply.tokenRejected || token === undefined) return reply
    report(call, () => ({ type: 'token-rejected', code: reply.code && codeForEvent(reply.code.value) }))
    if (tokens?.invalidate(token) !== 'renewed') return reply
    const other = await getToken(call)
    // Some sources say so and have no other: the same one would be refused again.
    if (other === undefined || other.value === token.value) return reply
    const second = await send(call, { token: other, attempt: 2 })
    if (second.reply.tokenRejected && second.token !== undefined) tokens.invalidate(second.token)
    return second.reply
  }

  const key = ({ name, externalId }: PlannedCall) => ({ provider, environment, service: name, externalId })
  const report = (call: PlannedCall, detail: () => ProviderEventDetail): void =>
    tell(onEvent, () => ({ ...key(call), ...detail() }))

  const notConnected = (reason: string): ProviderError =>
    new ProviderError({
      code: 'ERR_PROVIDER_TRANSPORT',
      provider,
      phase: 'send',
      detail: { reason, retryable: true },
      message: `${profile.name} could not be reached (${reason}), so nothing was sent. Check "baseUrl", DNS, and that this server's address is on the provider's allow-list; then call again.`,
    })

  const findService = (name: string): Service => {
    const service = typeof name === 'string' && Object.hasOwn(services, name) ? services[name] : undefined
    if (service !== undefined) return service
    throw new TypeError(
      `"service" must be one of ${Object.keys(services).join(', ')}; for a path without an entry see fetch()`,
    )
  }

  return {
    call: async (name, given) => run(plan(name, findService(name), copyOf(given, 'call'))),
    prepare: async (name, given) => {
      const call = plan(name, findService(name), copyOf(given, 'prepare'))
      const token = await getToken(call)
      await announce(call, 1)
      const { request, sentAt } = await sign(call, token)
      return {
        externalId: call.externalId,
        sentAt,
        request: () => request,
        read: ({ status, headers = noHeaders, body }) => {
          if (typeof headers.get !== 'function')
            throw new TypeError(
              '"headers" must have "get", as those of a Response: new Headers(…) makes them',
            )
          const reply = readReply(
            { kind: 'answer', response: { status, headers, body } },
            { call, scheme, sentAt, receivedAt: nowOrNever(), resent: false },
          )
          if (token !== undefined && wasAccepted(reply)) tokens?.confirm(token)
          if (token !== undefined && reply.tokenRejected) tokens?.invalidate(token)
          return reply
        },
      }
    },
    fetch: async (path, options = {}) => {
      const { method = 'POST', kind = 'money', code, ...given }: FetchOptions = copyOf(options, 'fetch')
      if (!methods.has(method)) throw new TypeError('"method" must be GET, POST, PUT or DELETE')
      if (!kinds.has(kind)) throw new TypeError('"kind" must be read, money or other')
      if (code !== undefined && typeof code !== 'string') throw new TypeError('"code" must be a string')
      const service = { method, path: checkPath(path, baseUrl), kind, ...(code !== undefined && { code }) }
      // Not by its path, which may hold an account number: the name goes into events.
      return run(plan('fetch', service, given))
    },
    inquire: async (given, options = {}) => {
      const inquiry = readInquiry(given, place)
      const { repeat, ...settings }: InquireOptions = copyOf(options, 'inquire')
      if (inquiry.how === 'repeat' && repeat !== true)
        throw new TypeError(
          'This inquiry sends the request itself again, under the same reference: it creates what the first one did not. Pass { repeat: true } if that is what you want',
        )
      const { service: name, of, body } = inquiry
      const service = findService(name)
      if (!isHarmless(inquiry, { name: of, services }))
        throw new TypeError(
          inquiry.how === 'repeat'
            ? '"service" of an inquiry that repeats must be that of the call it asks about'
            : `"service" of an inquiry must be one that only reads, and ${name} does more`,
        )
      return judgeInquiry(await run(plan(name, service, { ...settings, body })), inquiry)
    },
  }
}

const methods: ReadonlySet<unknown> = new Set(['GET', 'POST', 'PUT', 'DELETE'])
const kinds: ReadonlySet<unknown> = new Set(['read', 'money', 'other'])

/** Options as they stand now: a getter is asked once, and before anything is sent. */
const copyOf = (given: unknown, who: keyof Calls): Record<string, never> => {
  if (typeof given !== 'object' || given === null)
    throw new TypeError('The options of a call must be an object, such as { body }')
  const copy = attemptCopy(given)
  checkCallOptions(who, copy)
  return copy
}

const attemptCopy = (given: object): Record<string, never> => {
  try {
    return { ...given }
  } catch {
    throw new TypeError('The options of a call cannot be read: one of their getters throws')
  }
}

/** A word for an event; whatever else a stranger's error says stays in it. */
const reasonOf = (error: unknown): string => {
  try {
    if (error instanceof ProviderError) return error.code
    const name = error instanceof Error ? error.name : typeof error
    return /^\w{1,60}$/.test(name) ? name : 'Error'
  } catch {
    return 'Error'
  }
}

interface Attempted {
  readonly reply: Reply
  readonly token: AccessToken | undefined
}

/** Whether the provider looked past the token: with that the cache tells a dead token from another refusal. */
const wasAccepted = ({ outcome, status, code }: Reply): boolean =>
  outcome === 'success' ||
  outcome === 'pending' ||
  (outcome === 'rejected' && status !== 401 && code?.status !== 401)

const shown = (result: Exchange, secrets: readonly string[]): AuditedExchange['response'] =>
  result.kind === 'answer'
    ? { status: result.response.status, body: maskBody(result.response.body, secrets) }
    : undefined

const noHeaders = { get: () => null }
