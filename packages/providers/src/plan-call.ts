import type { CallSettings } from './call-options.js'
import { checkTimeout } from './check-options.js'
import { checkExternalId, makeExternalId } from './external-id.js'
import { type Inquiry, isHarmless } from './inquiry.js'
import { isJsonObject, type JsonObject, parseJsonObject } from './json.js'
import type { Service } from './service.js'
import type { CallSigner } from './sign-scheme.js'
import { writeBody } from './write-body.js'

/** A call that has been checked, and is the same for each attempt. */
export interface PlannedCall {
  readonly name: string
  readonly service: Service
  /** As it goes out, unless the scheme finishes the object first. */
  readonly body: string | Uint8Array
  /** The object that a scheme finishes: as it was when the call was made, whatever becomes of the caller's. */
  readonly unfinished: () => JsonObject | undefined
  /** As it was sent; empty where it is no JSON object. */
  readonly sentBody: () => JsonObject
  readonly externalId: string
  readonly headers: Readonly<Record<string, string>>
  readonly settings: CallSettings
  readonly timeoutMs: number
  /** How to ask about it, with what was answered; `sent` is a `sentBody()` that nobody else holds. */
  readonly inquiry: (answer?: JsonObject, sent?: JsonObject) => Inquiry | undefined
}

export interface CallPlace {
  readonly provider: string
  readonly environment: string
  /** For whom it calls, as an inquiry names it. */
  readonly account: string
  readonly services: Readonly<Record<string, Service>>
  readonly signer: CallSigner
  /** Of the client. */
  readonly timeoutMs: number
}

export interface CallToPlan {
  readonly name: string
  readonly service: Service
  readonly given: unknown
  readonly settings: CallSettings
}

/**
 * Checks everything about a call that can be checked before a token is asked for.
 *
 * @throws TypeError with a sentence that names the option
 */
export const planCall = (
  { name, service, given, settings }: CallToPlan,
  { provider, environment, account, services, signer, timeoutMs }: CallPlace,
): PlannedCall => {
  const rule = signer.externalId
  if (settings.externalId !== undefined && rule === undefined)
    throw new TypeError('"externalId" must be left out: this provider has no X-EXTERNAL-ID')
  const externalId =
    rule === undefined
      ? ''
      : settings.externalId === undefined
        ? makeExternalId(rule)
        : checkExternalId(settings.externalId, rule)
  if (settings.beforeSend !== undefined && typeof settings.beforeSend !== 'function')
    throw new TypeError('"beforeSend" must be a function')
  if (settings.signal !== undefined && !isSignal(settings.signal))
    throw new TypeError('"signal" must be an AbortSignal')
  if (signer.finishBody !== undefined && !isJsonObject(given))
    throw new TypeError('"body" must be an object: this provider wants a signature inside it')
  const body = writeBody(given)
  if (body !== '' && service.method === 'GET') throw new TypeError('"body" must be left out of a GET')
  // Read anew each time from what was serialised: the caller's object may be that of the next order by then.
  const sentBody = (): JsonObject => parseJsonObject(textOf(body)) ?? {}
  return {
    name,
    service,
    body,
    unfinished: () => (signer.finishBody === undefined ? undefined : sentBody()),
    sentBody,
    externalId,
    settings,
    timeoutMs: checkTimeout(settings.timeoutMs ?? timeoutMs),
    headers: {
      ...(body !== '' && { 'content-type': 'application/json' }),
      ...service.headers,
      ...readHeaders(settings.headers, body !== ''),
    },
    inquiry: (answer, sent) => {
      const ask = (heard: JsonObject | undefined, asSent: JsonObject | undefined) =>
        attemptTo(() => {
          const body = asSent ?? sentBody()
          const plan = service.inquiry?.({ body: body as never, answer: heard as never, externalId })
          return plan && isHarmless(plan, { name, services }) ? plan : undefined
        })
      // An odd answer must not cost the way to ask that there was before it.
      const plan = ask(answer, sent) ?? (answer === undefined ? undefined : ask(undefined, undefined))
      return plan && { provider, environment, account, of: name, how: 'status', ...plan }
    },
  }
}

/** A rule meets what a provider answers, which may be anything; an inquiry that cannot be made is none. */
const attemptTo = <T>(make: () => T): T | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}

const textOf = (body: string | Uint8Array): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body)

const isSignal = (signal: unknown): boolean => {
  if (typeof signal !== 'object' || signal === null) return false
  return ['addEventListener', 'removeEventListener', 'throwIfAborted'].every(
    (name) => typeof Reflect.get(signal, name) === 'function',
  )
}

/** Those of the connection are the runtime's, which fails in the midst of sending when it finds them. */
const ofConnection = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
])

const readHeaders = (given: unknown = {}, hasBody: boolean): Record<string, string> => {
  if (!isJsonObject(given)) throw new TypeError('"headers" must be an object of strings')
  const headers = new Map<string, string>()
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase()
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new TypeError('"headers" must have header names as keys')
    if (typeof value !== 'string' || !/^[\x20-\x7e]*$/.test(value))
      throw new TypeError(`"headers" must hold printable ASCII, and ${name} does not`)
    if (hasBody && lower === 'content-type')
      throw new TypeError(`"headers" must not set ${name}: the client writes it, for a JSON body`)
    if (ofConnection.has(lower) || headers.has(lower))
      throw new TypeError(
        `"headers" must not set ${name}: ${headers.has(lower) ? 'it is there twice' : 'the runtime writes it'}`,
      )
    headers.set(lower, value)
  }
  return Object.fromEntries(headers)
}
