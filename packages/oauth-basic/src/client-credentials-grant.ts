import { assertTimeout, withDeadline } from './deadline.js'
import { OAuthError } from './errors.js'
import { formEncode } from './form-encoding.js'
import type { TokenResponse } from './guarded-token.js'
import { BODY_LIMIT_BYTES, type Fetch, receive } from './receive.js'
import { statusDetail } from './status.js'
import { buildTokenRequest, type TokenRequestOptions } from './token-request.js'
import { readTokenResponse } from './token-response.js'

export interface ClientCredentialsGrantOptions extends TokenRequestOptions {
  /** Sends the request. Default: the global `fetch`, looked up at each call. */
  readonly fetch?: Fetch | undefined
  /** Epoch milliseconds, read once when the answer is there. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /** For the whole exchange, body included. Default: 15000. */
  readonly timeoutMs?: number | undefined
  /** Aborting it rejects with its `reason`. */
  readonly signal?: AbortSignal | undefined
}

/** In each form in which a server could echo them: plain, form-encoded, and as the header that was sent. */
const secretsIn = (
  { clientId, clientSecret }: TokenRequestOptions,
  { authorization = '' }: Readonly<Record<string, string>>,
): readonly string[] => [
  clientId,
  clientSecret,
  formEncode(clientSecret),
  authorization.slice(authorization.indexOf(' ') + 1),
]

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
  const {
    fetch = (url, init) => globalThis.fetch(url, init),
    now = () => Date.now(),
    timeoutMs = 15_000,
    signal,
  } = options
  assertTimeout(timeoutMs)
  const request = buildTokenRequest(options)
  const secrets = secretsIn(options, request.headers)
  const { status, headers, body } = await withDeadline({
    timeoutMs,
    signal,
    work: (signal) => receive({ request, fetch, signal }),
  })
  const answeredAt = now()
  if (body === undefined)
    throw new OAuthError({
      code: 'ERR_OAUTH_TOO_LARGE',
      message: `The token endpoint answered ${status} with more than ${BODY_LIMIT_BYTES} bytes. Check "url": this is not a token.`,
      detail: { ...statusDetail({ status, headers, now: answeredAt }), limitBytes: BODY_LIMIT_BYTES },
    })
  return readTokenResponse({ status, headers, body, now: answeredAt, secrets })
}
