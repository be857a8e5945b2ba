import { buildTokenRequest, clientSecretBasic } from '@x/oauth-basic'
import { formatTimestamp } from '@x/snap-signature'
import type { HttpResponse } from '../http.js'
import { parseJsonObject } from '../json.js'
import { echoesOf } from '../printable.js'
import { hmacSha256, toBase64 } from '../schemes/hmac-sha256.js'
import { digest, type OAuthBasicCredentials, readOAuthToken } from '../schemes/oauth-basic.js'
import { requireText } from '../schemes/require-text.js'
import type { TokenAnswer, TokenScheme } from '../token-scheme.js'

/** What the token call needs beside the client's id and secret. */
export interface PermataOAuthCredentials extends OAuthBasicCredentials {
  /** Goes out as `API-Key`, and into the string to sign. */
  readonly apiKey: string
  /** The HMAC key of the token call and of every other. */
  readonly staticKey: string
}

/**
 * An OAuth 2.0 token by HTTP Basic, whose request carries an HMAC-SHA256 of API key, time and form body.
 *
 * `path` is appended to the environment's base URL.
 *
 * @see https://api.permatabank.com, API documentation, OAuth token (read 2026-11-21)
 */
export const permataOAuth = ({
  path,
}: {
  readonly path: `/${string}`
}): TokenScheme<PermataOAuthCredentials> => ({
  flow: 'OAuth 2.0 Basic + HMAC-SHA256',
  prepare: (credentials, { baseUrl }) => {
    const clientId = requireText('clientId', credentials.clientId)
    const clientSecret = requireText('clientSecret', credentials.clientSecret)
    const apiKey = requireText('apiKey', credentials.apiKey)
    const staticKey = requireText('staticKey', credentials.staticKey)
    const url = baseUrl + path
    const authentication = clientSecretBasic({ encoding: 'raw' })
    const request = buildTokenRequest({ url, clientId, clientSecret, authentication })
    const hmac = hmacSha256(staticKey)
    const basic = request.headers['authorization']?.replace(/^Basic /, '') ?? ''
    const secrets = [clientSecret, basic, apiKey, staticKey].flatMap(echoesOf)
    return {
      url,
      clientId,
      credentialId: () => digest([clientId, clientSecret, apiKey, staticKey].join('\n')),
      buildRequest: async (epochMs) => {
        const timestamp = formatTimestamp(epochMs, { milliseconds: true })
        return {
          ...request,
          headers: {
            ...request.headers,
            'api-key': apiKey,
            'oauth-timestamp': timestamp,
            'oauth-signature': toBase64(await hmac(`${apiKey}:${timestamp}:${request.body}`)),
          },
        }
      },
      readResponse: (response) => readToken(response, secrets),
      onRefusal: `Check the client secret, API key and static key of client ${clientId}, that all of them and "baseUrl" belong to the same environment, that this server's address is on the allow-list, and the clock.`,
    }
  },
})

/** A refusal has the bank's own `ErrorCode`, not the `error` of OAuth 2.0. */
const readToken = (response: HttpResponse, secrets: readonly string[]): TokenAnswer => {
  const answer = readOAuthToken(response, secrets)
  if (answer.kind !== 'refused') return answer
  const code = parseJsonObject(response.body)?.['ErrorCode']
  const isCode = typeof code === 'string' && /^[\w-]{1,20}$/.test(code) && !secrets.includes(code)
  return isCode ? { ...answer, responseCode: code } : answer
}
