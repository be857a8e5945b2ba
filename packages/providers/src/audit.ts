import type { HttpRequest } from './http.js'

/** One exchange as it went over the wire, credentials masked; bodies are whole. */
export interface AuditedExchange {
  readonly provider: string
  readonly environment: string
  readonly service: string
  readonly externalId: string
  readonly attempt: 1 | 2
  /** Epoch milliseconds of the signature. */
  readonly sentAt: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  /** Undefined where none came; why is in `problem` of the reply. */
  readonly response: { readonly status: number; readonly body: string } | undefined
}

const masked = '[masked]'

/** Takes each secret out, in every form in which a URL or JSON can hold it. */
export const maskSecrets = (text: string, secrets: readonly string[]): string => {
  let result = text
  for (const secret of secrets)
    if (secret !== '')
      for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]))
        result = result.replaceAll(form, masked)
  return result
}

export const maskRequest = (
  { method, url, headers, body }: HttpRequest,
  secrets: readonly string[],
): AuditedExchange['request'] => ({
  method,
  url: maskSecrets(url, secrets),
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, maskSecrets(value, secrets)]),
  ),
  body: maskSecrets(typeof body === 'string' ? body : new TextDecoder().decode(body), secrets),
})
