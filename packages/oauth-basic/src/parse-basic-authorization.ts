import { decodeBase64 } from './base64.js'
import { assertEncoding, type BasicEncoding } from './basic-encoding.js'
import type { ClientCredentials } from './credentials.js'
import { formDecode } from './form-encoding.js'
import { isText, PLAIN_TEXT } from './text.js'

/**
 * Reads the credentials from an `Authorization` header: the server's half of `clientSecretBasic`.
 *
 * Strict: the scheme in any case, one space, canonical base64 with padding, UTF-8, both parts non-empty and free of
 * control characters; the first colon divides. The result holds the secret: compare it in constant time, never log it.
 *
 * @returns undefined if the header is missing or in any other form.
 * @throws TypeError if `encoding` is missing.
 * @example
 * ```ts
 * import { parseBasicAuthorization } from '@x/oauth-basic'
 *
 * parseBasicAuthorization('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', { encoding: 'raw' })
 * // { clientId: 'Aladdin', clientSecret: 'open sesame' }
 * ```
 * @see RFC 7617 section 2; RFC 6749 section 2.3.1
 */
export const parseBasicAuthorization = (
  header: string | null | undefined,
  options: { readonly encoding: BasicEncoding },
): ClientCredentials | undefined => {
  const { encoding }: typeof options = Object(options)
  assertEncoding(encoding)
  const base64 = /^basic ([a-z\d+/=]+)$/i.exec(header ?? '')?.[1]
  const pair = base64 === undefined ? undefined : decodeBase64(base64)
  const colon = pair?.indexOf(':') ?? -1
  if (pair === undefined || colon < 0) return undefined

  const read = encoding === 'form' ? formDecode : (text: string) => text
  const clientId = read(pair.slice(0, colon))
  const clientSecret = read(pair.slice(colon + 1))
  if (!isText(clientId, PLAIN_TEXT) || !isText(clientSecret, PLAIN_TEXT)) return undefined
  return { clientId, clientSecret }
}
