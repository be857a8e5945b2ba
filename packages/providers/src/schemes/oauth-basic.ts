import { buildTokenRequest, clientSecretBasic, OAuthError, readTokenResponse } from '@x/oauth-basic'
import type { HttpResponse } from '../http.js'
import { echoesOf, printable } from '../printable.js'
import { refuseUnknownOptions } from '../refuse-unknown-options.js'
import type { TokenAnswer, TokenScheme } from '../token-scheme.js'
import { checkTokenPath } from './check-token-path.js'
import { requireText } from './require-text.js'

/** What an OAuth 2.0 provider knows a client by. */
export interface OAuthBasicCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

export interface OAuthBasicOptions {
  /** Appended to the environment's base URL. */
  readonly path: `/${string}`
  /** `raw`: base64 of `id:secret` as it is. `form`: each form-encoded first, as RFC 6749 2.3.1 says. */
  readonly encoding: 'raw' | 'form'
  /** Used when an answer names no lifetime, in seconds; only where the provider documents it. */
  readonly lifetimeSeconds?: number
}

/**
 * An OAuth 2.0 access token by `client_credentials` with HTTP Basic.
 *
 * @throws TypeError for a path that is none, another `encoding`, or an unknown option
 * @see RFC 6749 sections 2.3.1 and 4.4
 */
export const oauthBasic = (options: OAuthBasicOptions): TokenScheme<OAuthBasicCredentials> => {
  refuseUnknownOptions('oauthBasic', options, ['path', 'encoding', 'lifetimeSeconds'])
  const path = checkTokenPath(options.path)
  if (options.encoding !== 'raw' && options.encoding !== 'form')
    throw new TypeError("\"encoding\" must be 'raw' or 'form'")
  return {
    flow: 'OAuth 2.0 Basic',
    lifetimeSeconds: options.lifetimeSeconds,
    prepare: (credentials, { baseUrl }) => {
      const clientId = requireText('clientId', credentials.clientId)
      const clientSecret = requireText('clientSecret', credentials.clientSecret)
      const url = baseUrl + path
      const request = buildTokenRequest({
        url,
        clientId,
        clientSecret,
        authentication: clientSecretBasic({ encoding: options.encoding }),
      })
      const basic = request.headers['authorization']?.replace(/^Basic /, '') ?? ''
      const secrets = [...echoesOf(clientSecret), ...echoesOf(basic)]
      return {
        url,
        clientId,
        credentialId: () => digest(`${clientId}\n${clientSecret}`),
        buildRequest: () => request,
        readResponse: (response) => readOAuthToken(response, secrets),
        onRefusal: `Check the client secret of client ${clientId}, that client and "baseUrl" belong to the same environment, and that this server's address is on the allow-list.`,
      }
    },
  }
}

/** Reads the answer to a token request; `secrets` are the forms in which a server might echo what it was sent. */
export const readOAuthToken = (response: HttpResponse, secrets: readonly string[]): TokenAnswer => {
  try {
    const { accessToken, expiresIn } = readTokenResponse({ ...response, secrets })
    return { kind: 'token', accessToken, expiresIn }
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error
    switch (error.code) {
      case 'ERR_OAUTH_REJECTED':
        return {
          kind: 'refused',
          responseCode: error.detail.error,
          responseMessage: error.detail.errorDescription && printable(error.detail.errorDescription, secrets),
        }
      case 'ERR_OAUTH_STATUS':
        return { kind: 'refused' }
      default:
        return { kind: 'unreadable', reason: 'its body is not an OAuth 2.0 token answer' }
    }
  }
}

/**
 * A name for a secret in a cache key: two callers with one client id and different secrets never share a token.
 * 128 bits of SHA-256; a client secret is random, so the digest gives nothing to guess from.
 */
export const digest = async (text: string): Promise<string> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
