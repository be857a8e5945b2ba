import { encodeBase64 } from './base64.js'
import { assertEncoding, type BasicEncoding, type ClientCredentials, isPlainText } from './credentials.js'
import { formEncode } from './form-encoding.js'

/**
 * Turns the client's credentials into request headers with lower-case names.
 *
 * It is a plain function, so that another way to authenticate is another value.
 */
export type ClientAuthentication = (client: ClientCredentials) => {
  readonly headers: Readonly<Record<string, string>>
}

const assertCredential = (name: keyof ClientCredentials, value: string): void => {
  if (typeof value !== 'string' || value === '')
    throw new TypeError(`"${name}" must be a non-empty string, got ${value === '' ? "''" : typeof value}`)
  if (!isPlainText(value))
    throw new TypeError(
      `"${name}" must be free of control characters, got one (a line end that came with a file?)`,
    )
}

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
 * authenticate({ clientId: 'Aladdin', clientSecret: 'open sesame' }).headers['authorization']
 * // 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='
 * ```
 * @see RFC 6749 section 2.3.1 and Appendix B (form); RFC 7617 section 2 (raw)
 */
export const clientSecretBasic = ({
  encoding,
}: {
  readonly encoding: BasicEncoding
}): ClientAuthentication => {
  assertEncoding(encoding)
  const write = encoding === 'form' ? formEncode : (text: string) => text
  return ({ clientId, clientSecret }) => {
    assertCredential('clientId', clientId)
    assertCredential('clientSecret', clientSecret)
    if (encoding === 'raw' && clientId.includes(':'))
      throw new TypeError('"clientId" must be free of colons when the encoding is raw, got one')
    const pair = `${write(clientId)}:${write(clientSecret)}`
    return Object.freeze({ headers: Object.freeze({ authorization: `Basic ${encodeBase64(pair)}` }) })
  }
}
