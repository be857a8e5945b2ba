import { assertFunctions } from './assert-functions.js'
import { assertTimeout, withDeadline } from './deadline.js'
import { formEncode } from './form-encoding.js'
import type { TokenResponse } from './guarded-token.js'
import { type Fetch, receive } from './receive.js'
import { longWords } from './text.js'
import type { TokenReader } from './token-reader.js'
import { type TokenRequestOptions, writeGrant } from './token-request.js'
import { readAnswer } from './token-response.js'

export interface ClientCredentialsGrantOptions extends TokenRequestOptions {
  /** Where the token is, for a provider that nests or renames it. Default: the names of RFC 6749. */
  readonly read?: TokenReader | undefined
  /** Sends the request. Default: the global `fetch`, looked up at each call. */
  readonly fetch?: Fetch | undefined
  /** For the whole exchange, body included. Default: 15000. */
  readonly timeoutMs?: number | undefined
  /** Aborting it rejects with its `reason`. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks the provider for a token by `client_credentials`: one request, no redirect followed, no retry, no cache.
 *
 * @throws OAuthError `ERR_OAUTH_TRANSPORT`, `ERR_OAUTH_TIMEOUT`, `ERR_OAUTH_TOO_LARGE` (over 64 KiB), and what
 * `readTokenResponse` throws.
 * @throws TypeError for the same reasons as `buildTokenRequest`, or if `timeoutMs` is out of range.
 * @example
 * ```ts
 * import { clientCredentialsGrant, clientSecretBasic } from '@x/oauth-basic'
 *
 * const token = await clientCredentialsGrant({
 *   url: 'https://bank.example/oauth/token',
 *   clientId: 'Aladdin',
 *   clientSecret: 'open sesame',
 *   authentication: clientSecretBasic({ encoding: 'raw' }),
 *   fetch: async () => Response.json({ access_token: '2YotnFZFEjr1zCsicMWpAA', token_type: 'Bearer' }),
 * })
 * token.accessToken // '2YotnFZFEjr1zCsicMWpAA'
 * ```
 * @see RFC 6749 section 4.4
 */
export const clientCredentialsGrant = async (
  options: ClientCredentialsGrantOptions,
): Promise<TokenResponse> => {
  const { fetch = (url, init) => globalThis.fetch(url, init), timeoutMs = 15_000, signal, read } = options
  assertFunctions({ fetch, ...(read && { read }) })
  assertTimeout(timeoutMs)
  const { request, secrets, sign } = writeGrant(options)
  return withDeadline({
    timeoutMs,
    signal,
    work: async (signal) => {
      const signed = await sign?.(request)
      signal.throwIfAborted()
      const headers = { ...request.headers, ...signed }
      const answer = await receive({ request: { ...request, headers }, fetch, signal })
      return readAnswer({
        ...answer,
        secrets: [...secrets, ...longWords(signed)].flatMap((text) => [text, formEncode(text)]),
        read,
      })
    },
  })
}
