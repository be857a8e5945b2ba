import { ProviderError } from './errors.js'
import type { HttpRequest } from './http.js'
import { isJsonObject } from './json.js'
import type { PlannedCall } from './plan-call.js'
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
}

/**
 * Makes the request of one attempt: what is hashed is what goes out.
 *
 * @throws ProviderError `ERR_PROVIDER_SIGN` where a signer function fails; TypeError for a header written twice
 */
export const signCall = async (call: PlannedCall, context: SignContext): Promise<SignedRequest> => {
  const { provider, baseUrl, signer, accessToken, epochMs } = context
  const { service, externalId } = call
  const { method, path } = service
  try {
    const body =
      signer.finishBody !== undefined && isJsonObject(call.given)
        ? writeBody(await signer.finishBody(call.given, { path }))
        : call.body
    const signing = signer.sign({ method, path, body, accessToken, externalId, epochMs })
    // A thread of its own for each call is only for those who need one: HMAC signs at once.
    const { headers, query, secrets } = signing instanceof Promise ? await signing : signing
    for (const name of Object.keys(headers))
      if (Object.hasOwn(call.headers, name))
        throw new TypeError(`"headers" must not set ${name}: the client writes it`)
    return {
      request: {
        url: baseUrl + path + writeQuery(path, query),
        method,
        headers: { ...call.headers, ...headers },
        body,
      },
      sentAt: epochMs,
      secrets,
    }
  } catch (error) {
    if (error instanceof TypeError) throw error
    const reason = codeOf(error)
    throw new ProviderError({
      code: 'ERR_PROVIDER_SIGN',
      provider: provider.id,
      phase: 'sign',
      detail: { retryable: true, reason },
      message: `A call to ${provider.name} could not be signed (${reason}), so nothing was sent. See the cause.`,
      cause: error,
    })
  }
}

const writeQuery = (path: string, query: Readonly<Record<string, string>> | undefined): string => {
  if (query === undefined) return ''
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return (path.includes('?') ? '&' : '?') + pairs.join('&')
}

const codeOf = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' && /^[A-Za-z0-9_.-]{1,60}$/.test(code) ? code : 'UNKNOWN'
}
