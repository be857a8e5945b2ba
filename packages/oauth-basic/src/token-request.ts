import { assertFunctions } from './assert-functions.js'
import type { ClientAuthentication, ClientCredentials } from './credentials.js'
import { frozenRequest, type Grant, plainForm, type TokenRequest, type WrittenGrant } from './grant.js'
import { assertTexts, longWords } from './text.js'
import { tokenUrl } from './token-url.js'

export interface TokenRequestOptions extends ClientCredentials {
  readonly url: string
  readonly authentication: ClientAuthentication
  /** How the request is written: `grantInForm(…)`, `grantInQuery(…)`, `grantInJson(…)`. Default: a plain form. */
  readonly grant?: Grant | undefined
}

/** The request, and every text in it that no error may show if the server echoes it. */
export const writeGrant = ({
  url,
  clientId,
  clientSecret,
  authentication,
  grant = plainForm,
}: TokenRequestOptions): WrittenGrant & { secrets: readonly string[] } => {
  assertFunctions({ authentication, grant })
  const {
    headers = {},
    parameters = {},
    // A promise would be sent as a request without credentials.
    then: promise = 'none',
  }: ReturnType<ClientAuthentication> & { then?: unknown } = Object(
    authentication({ clientId, clientSecret }),
  )
  const texts = { ...headers, ...parameters }
  assertTexts({ promise, ...texts })
  const { secrets = [], ...written } = grant({ url: tokenUrl(url), headers, parameters })
  return {
    ...written,
    secrets: [clientId, clientSecret, ...Object.values(texts), ...longWords(headers), ...secrets],
  }
}

/**
 * Builds the request for a token by `client_credentials`, and sends nothing.
 *
 * Header names are lower-case. Send it with redirects off: following one would carry the secret to another place.
 *
 * @throws TypeError if `url` is not https (http is for 127.0.0.0/8, `[::1]` and `localhost`) or has a user, a password
 * or a fragment; if `authentication` refuses the credentials or `grant` its extras; or if `grant` has a `sign`, which
 * may be asynchronous and is left to `clientCredentialsGrant`.
 * @example
 * ```ts
 * import { buildTokenRequest, clientSecretBasic } from '@x/oauth-basic'
 *
 * const { body } = buildTokenRequest({
 *   url: 'https://bank.example/oauth/token',
 *   clientId: 'Aladdin',
 *   clientSecret: 'open sesame',
 *   authentication: clientSecretBasic({ encoding: 'raw' }),
 * })
 * body // 'grant_type=client_credentials'
 * ```
 * @see RFC 6749 section 4.4.2
 */
export const buildTokenRequest = (options: TokenRequestOptions): TokenRequest => {
  const { request, sign } = writeGrant(options)
  if (sign)
    throw new TypeError('"sign" must be left to clientCredentialsGrant, which can wait for it, got one here')
  return frozenRequest(request)
}
