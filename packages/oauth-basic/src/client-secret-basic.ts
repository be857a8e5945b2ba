import { encodeBase64 } from './base64.js'
import { assertEncoding, type BasicEncoding } from './basic-encoding.js'
import type { ClientAuthentication } from './credentials.js'
import { formEncode } from './form-encoding.js'
import { assertTexts } from './text.js'

/**
 * Authenticates the client with HTTP Basic.
 *
 * `encoding` has no default because providers differ and a wrong guess looks like a wrong password: RFC 6749 asks
 * for `form`, Indonesian banks take `raw`. The two are the same for an id and a secret of letters, digits, `-`, `.`,
 * `_` and `*`.
 *
 * @throws TypeError if `encoding` is missing; when used, if a credential is empty or has a control character, or
 * if a raw client id has a colon.
 * @example
 * ```ts
 * import { clientSecretBasic } from '@x/oauth-basic'
 *
 * const authenticate = clientSecretBasic({ encoding: 'raw' })
 * authenticate({ clientId: 'Aladdin', clientSecret: 'open sesame' }).headers?.['authorization']
 * // 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='
 * ```
 * @see RFC 6749 section 2.3.1 and Appendix B (form); RFC 7617 section 2 (raw)
 */
export const clientSecretBasic = (options: { readonly encoding: BasicEncoding }): ClientAuthentication => {
  const { encoding }: typeof options = Object(options)
  assertEncoding(encoding)
  const write = encoding === 'form' ? formEncode : (text: string) => text
  return ({ clientId, clientSecret }) => {
    assertTexts({ clientId, clientSecret })
    const user = write(clientId)
    if (user.includes(':')) throw new TypeError('"clientId" must be without colon if raw, got another')
    return {
      headers: { authorization: `Basic ${encodeBase64(`${user}:${write(clientSecret)}`)}` },
    }
  }
}
