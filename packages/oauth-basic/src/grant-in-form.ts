import { type Grant, plainForm } from './grant.js'
import { type GrantExtras, withExtras } from './grant-extras.js'

/**
 * Writes the grant into a form body, as RFC 6749 has it, with what the provider wants besides.
 *
 * Without extras it is what a token request is written with by default.
 *
 * @throws TypeError when used, if `scope` is not RFC 6749 scope, or if `parameters`, `headers` or the result of `sign`
 * hold an empty or unprintable text or a name that the flow uses.
 * @example
 * ```ts
 * import { buildTokenRequest, clientSecretBasic, grantInForm } from '@x/oauth-basic'
 *
 * const { headers, body } = buildTokenRequest({
 *   url: 'https://bank.example/oauth/token',
 *   clientId: 'Aladdin',
 *   clientSecret: 'open sesame',
 *   authentication: clientSecretBasic({ encoding: 'raw' }),
 *   grant: grantInForm({ scope: 'resource.READ', headers: { 'API-Key': '40 thieves' } }),
 * })
 * headers['api-key'] // '40 thieves'
 * body // 'grant_type=client_credentials&scope=resource.READ'
 * ```
 * @see RFC 6749 section 4.4.2
 */
export const grantInForm = (extras: GrantExtras = {}): Grant => withExtras(plainForm, extras)
