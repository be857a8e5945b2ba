import { formEncodeAll } from './form-encoding.js'
import { GRANT_TYPE, type Grant, plainForm } from './grant.js'
import { type GrantExtras, withExtras } from './grant-extras.js'

/**
 * Writes `grant_type` into the query of the address and all else into a form body, as Apigee's gateways have it.
 *
 * @throws TypeError when used, as `grantInForm`, and if `url` has a `grant_type` already.
 * @example
 * ```ts
 * import { buildTokenRequest, clientSecretPost, grantInQuery } from '@x/oauth-basic'
 *
 * const request = buildTokenRequest({
 *   url: 'https://bank.example/oauth/accesstoken',
 *   clientId: 'Aladdin',
 *   clientSecret: 'sesame',
 *   authentication: clientSecretPost(),
 *   grant: grantInQuery(),
 * })
 * request.url // 'https://bank.example/oauth/accesstoken?grant_type=client_credentials'
 * request.body // 'client_id=Aladdin&client_secret=sesame'
 * ```
 */
export const grantInQuery = (extras: GrantExtras = {}): Grant =>
  withExtras((input) => {
    const { request } = plainForm(input)
    const url = new URL(request.url)
    if (url.searchParams.has('grant_type'))
      throw new TypeError('"url" must be without grant_type, which grantInQuery adds, got one')
    // Appended as text: what is in the query already stays as it is written.
    const join = url.search === '' ? '?' : '&'
    return {
      request: {
        ...request,
        url: `${request.url.replace(/\?$/, '')}${join}${formEncodeAll({ grant_type: GRANT_TYPE })}`,
        body: formEncodeAll(input.parameters),
      },
    }
  }, extras)
