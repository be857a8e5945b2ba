import {
  buildTokenRequest,
  clientSecretPost,
  type GrantExtras,
  grantInForm,
  grantInQuery,
} from '@x/oauth-basic'
import { echoesOf } from '../printable.js'
import { refuseUnknownOptions } from '../refuse-unknown-options.js'
import type { TokenScheme } from '../token-scheme.js'
import { checkTokenPath } from './check-token-path.js'
import { digest, type OAuthBasicCredentials, readOAuthToken } from './oauth-basic.js'
import { requireHeaderTextOf, requireText } from './require-text.js'

export interface OAuthFormOptions extends Pick<GrantExtras, 'scope' | 'parameters' | 'headers'> {
  /** Appended to the environment's base URL. */
  readonly path: `/${string}`
  /** Where `grant_type` stands: in the form, as RFC 6749 has it, or in the query, as many gateways want it. */
  readonly grant: 'form' | 'query'
  /** Used when an answer names no lifetime, in seconds; only where the provider documents it. */
  readonly lifetimeSeconds?: number
}

// Typed by the interface, so that a new member cannot be forgotten here.
const members: Readonly<Record<keyof OAuthFormOptions, true>> = {
  path: true,
  grant: true,
  lifetimeSeconds: true,
  scope: true,
  parameters: true,
  headers: true,
}

/**
 * An OAuth 2.0 access token by `client_credentials`, id and secret in the form (`client_secret_post`).
 *
 * @throws TypeError for a `grant` that is neither, a path that is none, or an unknown option
 * @see RFC 6749 sections 2.3.1 and 4.4
 */
export const oauthForm = (options: OAuthFormOptions): TokenScheme<OAuthBasicCredentials> => {
  refuseUnknownOptions('oauthForm', options, Object.keys(members))
  const { grant, lifetimeSeconds, path: given, ...extras } = options
  const path = checkTokenPath(given)
  if (grant !== 'form' && grant !== 'query') throw new TypeError("\"grant\" must be 'form' or 'query'")
  for (const [name, value] of Object.entries(extras.headers ?? {}))
    requireHeaderTextOf(`The header ${name} of oauthForm`, value)
  return {
    flow: 'OAuth 2.0 form',
    lifetimeSeconds,
    prepare: (credentials, { baseUrl }) => {
      const clientId = requireText('clientId', credentials.clientId)
      const clientSecret = requireText('clientSecret', credentials.clientSecret)
      const request = buildTokenRequest({
        url: baseUrl + path,
        clientId,
        clientSecret,
        authentication: clientSecretPost(),
        grant: grant === 'form' ? grantInForm(extras) : grantInQuery(extras),
      })
      const secrets = echoesOf(clientSecret)
      return {
        url: request.url,
        clientId,
        credentialId: () => digest(`${clientId}\n${clientSecret}`),
        buildRequest: () => request,
        readResponse: (response) => readOAuthToken(response, secrets),
        onRefusal: `Check the client secret of client ${clientId}, that client and "baseUrl" belong to the same environment, and that this server's address is on the allow-list.`,
      }
    },
  }
}
