import type { ClientAuthentication } from './credentials.js'
import { assertTexts } from './text.js'

/**
 * Authenticates the client with `client_id` and `client_secret` in the body, and no `Authorization` header.
 *
 * Only for a provider that asks for it: RFC 6749 does not recommend it, and bodies are logged more often.
 *
 * @throws TypeError when used, if a credential is empty or has a control character.
 * @example
 * ```ts
 * import { buildTokenRequest, clientSecretPost } from '@x/oauth-basic'
 *
 * const { body } = buildTokenRequest({
 *   url: 'https://bank.example/oauth/token',
 *   clientId: 'Aladdin',
 *   clientSecret: 'open sesame',
 *   authentication: clientSecretPost(),
 * })
 * body // 'grant_type=client_credentials&client_id=Aladdin&client_secret=open+sesame'
 * ```
 * @see RFC 6749 section 2.3.1
 */
export const clientSecretPost =
  (): ClientAuthentication =>
  ({ clientId, clientSecret }) => {
    assertTexts({ clientId, clientSecret })
    return { parameters: { client_id: clientId, client_secret: clientSecret } }
  }
