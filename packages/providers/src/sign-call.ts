import { checkSendable } from './check-sendable.js'
import { ProviderError } from './errors.js'
import { factsOfCause } from './facts-of-cause.js'
import type { HttpRequest } from './http.js'
import type { PlannedCall } from './plan-call.js'
import { settleWithin } from './settle-within.js'
import type { CallSigner } from './sign-scheme.js'
import { writeBody } from './write-body.js'

export interface SignedRequest {
  readonly request: HttpRequest
  readonly sentAt: number
  readonly secrets: readonly string[]
}

export interface SignContext {
  readonly provider: { readonly id: string; readonly name: string }
  readonly baseUrl: string
  readonly signer: CallSigner
  /** Empty where the profile has no token. */
  readonly accessToken: string
  /** The one clock reading of this request. */
  readonly epochMs: number
  /** Of the caller; a signer far away is waited for as long as for an answer. */
  readonly signal: AbortSignal | undefined
}

/**
 * Makes the request of one attempt: what is hashed is what goes out.
 *
 * @throws ProviderError `ERR_PROVIDER_SIGN` where a signer function fails; TypeError for a header written twice, or one that
 * cannot be sent
 */
export const signCall = async (call: PlannedCall, context: SignContext): Promise<SignedRequest> => {
  const { provider, baseUrl, signer, accessToken, epochMs, signal } = context
  const { service, externalId, timeoutMs } = call
  const { method, path } = service
  try {
    const unfinished = call.unfinished()
    const finishing = unfinished && signer.finishBody?.(unfinished, { path })
    const body =
      finishing === undefined
        ? call.body
        : writeBody(isPromise(finishing) ? await settleWithin(finishing, { timeoutMs, signal }) : finishing)
    const signing = signer.sign({ method, path, body, accessToken, externalId, epochMs })
    // A thread of its own for each call is only for those who need one: HMAC signs at once.
    const { headers, query, secrets } = isPromise(signing)
      ? await settleWithin(signing, { timeoutMs, signal })
      : signing
    for (const name of Object.keys(headers))
      if (Object.hasOwn(call.headers, name))
        throw new TypeError(`"headers" must not set ${name}: the client writes it`)
    const all = { ...call.headers, ...headers }
    checkSendable(all)
    return {
      request: {
        url: baseUrl + path + writeQuery(path, query),
        method,
        headers: all,
        body,
      },
      sentAt: epochMs,
      secrets,
    }
  } catch (error) {
    if (error instanceof TypeError || (signal?.aborted === true && error === signal.reason)) throw error
    const { reason, cause } = factsOfCause(error)
    throw new ProviderError({
      code: 'ERR_PROVIDER_SIGN',
      provider: provider.id,
      phase: 'sign',
      detail: { retryable: true, reason },
      message: `A call to ${provider.name} could not be signed (${reason}), so nothing was sent. Check the signer function or key service that signs it.`,
      cause,
    })
  }
}

const writeQuery = (path: string, query: Readonly<Record<string, string>> | undefined): string => {
  if (query === undefined) return ''
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return (path.includes('?') ? '&' : '?') + pairs.join('&')
}

const isPromise = <T>(value: T | Promise<T>): value is Promise<T> =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function'
