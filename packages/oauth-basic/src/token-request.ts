import type { ClientAuthentication } from './client-secret-basic.js'
import type { ClientCredentials } from './credentials.js'
import { formEncode } from './form-encoding.js'
import { tokenUrl } from './token-url.js'

/** A token request as plain data; its `authorization` header is the secret, so never log it. */
export interface TokenRequest {
  readonly url: string
  readonly method: 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface TokenRequestOptions extends ClientCredentials {
  readonly url: string
  readonly authentication: ClientAuthentication
  readonly scope?: string | undefined
}

// RFC 6749 Appendix A.4.
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/

const tokenBody = (scope: string | undefined): string => {
  if (scope === undefined) return 'grant_type=client_credentials'
  if (typeof scope !== 'string' || !SCOPE.test(scope))
    throw new TypeError('"scope" must be words of printable ASCII with one space between, got something else')
  return `grant_type=client_credentials&scope=${formEncode(scope)}`
}

/**
 * Builds the request for a token by `client_credentials`, and sends nothing.
 *
 * Header names are lower-case. Send it with redirects off: following one would carry the secret to another place.
 *
 * @throws TypeError if `url` is not https (http is for 127.0.0.0/8, `[::1]` and `localhost`), has a user, a password
 * or a fragment; if `scope` is not RFC 6749 scope; or if `authentication` refuses the credentials.
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
export const buildTokenRequest = ({
  url,
  clientId,
  clientSecret,
  authentication,
  scope,
}: TokenRequestOptions): TokenRequest => {
  if (typeof authentication !== 'function')
    throw new TypeError(
      `"authentication" must be a function such as clientSecretBasic(…), got ${typeof authentication}`,
    )
  return Object.freeze({
    url: tokenUrl(url),
    method: 'POST',
    headers: Object.freeze({
      ...authentication({ clientId, clientSecret }).headers,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    }),
    body: tokenBody(scope),
  })
}
