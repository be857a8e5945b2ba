import { GRANT_TYPE, type Grant, plainForm } from './grant.js'
import { type GrantExtras, withExtras } from './grant-extras.js'

/**
 * Writes the grant and all else into a JSON body.
 *
 * `name` has no default: no standard has this form, and providers call it `grant_type` or `grantType`.
 *
 * @throws TypeError if `name` is another; when used, as `grantInForm`.
 * @example
 * ```ts
 * import { buildTokenRequest, clientSecretBasic, grantInJson } from '@x/oauth-basic'
 *
 * const { body } = buildTokenRequest({
 *   url: 'https://bank.example/access-token',
 *   clientId: 'Aladdin',
 *   clientSecret: 'open sesame',
 *   authentication: clientSecretBasic({ encoding: 'raw' }),
 *   grant: grantInJson({ name: 'grantType' }),
 * })
 * body // '{"grantType":"client_credentials"}'
 * ```
 */
export const grantInJson = (options: { readonly name: 'grant_type' | 'grantType' } & GrantExtras): Grant => {
  const { name, ...extras }: typeof options = Object(options)
  if (name !== 'grant_type' && name !== 'grantType')
    throw new TypeError(`"name" must be 'grant_type' or 'grantType', got ${typeof name}`)
  return withExtras((input) => {
    const { request } = plainForm(input)
    return {
      request: {
        ...request,
        headers: { ...request.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ [name]: GRANT_TYPE, ...input.parameters }),
      },
    }
  }, extras)
}
