import type { CallSettings } from './call-options.js'
import { checkExternalId, makeExternalId } from './external-id.js'
import type { Inquiry } from './inquiry.js'
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
  readonly given: unknown
  readonly externalId: string
  readonly headers: Readonly<Record<string, string>>
  readonly settings: CallSettings
  /** How to ask about it, with what was answered. */
  readonly inquiry: (answer: JsonObject | undefined) => Inquiry | undefined
}

export interface CallPlace {
  readonly provider: string
  readonly environment: string
  readonly signer: CallSigner
}

/**
 * Checks everything about a call that can be checked before a token is asked for.
 *
 * @throws TypeError with a sentence that names the option
 */
export const planCall = (
  { name, service, given, settings }: Pick<PlannedCall, 'name' | 'service' | 'given' | 'settings'>,
  { provider, environment, signer }: CallPlace,
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
  if (signer.finishBody !== undefined && !isJsonObject(given))
    throw new TypeError('"body" must be an object: this provider wants a signature inside it')
  const body = writeBody(given)
  if (body !== '' && service.method === 'GET') throw new TypeError('"body" must be left out of a GET')
  return {
    name,
    service,
    given,
    body,
    externalId,
    settings,
    headers: {
      ...(body !== '' && { 'content-type': 'application/json' }),
      ...service.headers,
      ...readHeaders(settings.headers),
    },
    inquiry: (answer) => {
      const plan =
        service.inquiry &&
        attemptTo(() =>
          service.inquiry?.({ body: bodyOf(given) as never, answer: answer as never, externalId }),
        )
      return plan && { provider, environment, of: name, how: 'status', ...plan }
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

const bodyOf = (given: unknown): JsonObject => {
  const text = given instanceof Uint8Array ? new TextDecoder().decode(given) : given
  return (typeof text === 'string' ? parseJsonObject(text) : isJsonObject(text) ? text : undefined) ?? {}
}

const readHeaders = (given: unknown = {}): Record<string, string> => {
  if (!isJsonObject(given)) throw new TypeError('"headers" must be an object of strings')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new TypeError('"headers" must have header names as keys')
    if (typeof value !== 'string' || !/^[\x20-\x7e]*$/.test(value))
      throw new TypeError(`"headers" must hold printable ASCII, and ${name} does not`)
    headers[name.toLowerCase()] = value
  }
  return headers
}
