import { readErrorText } from './error-text.js'
import { OAuthError, type OAuthErrorDetails } from './errors.js'
import { guardedToken, type TokenResponse } from './guarded-token.js'
import { readLifetime } from './lifetime.js'
import { isRedirect, isSuccess, type ResponseHeaders, statusDetail } from './status.js'

export interface TokenAnswer {
  /** 0 stands for a redirect that the runtime hides. */
  readonly status: number
  readonly headers?: ResponseHeaders | undefined
  readonly body: string
  /** Epoch milliseconds of the answer, to turn a `Retry-After` date into a delay. */
  readonly now?: number | undefined
  /** What must not come back in `error` or `errorDescription` if the server echoes it. */
  readonly secrets?: readonly string[] | undefined
}

type Json = Readonly<Record<string, unknown>>

const MAX_TOKEN_LENGTH = 16_384

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const shapeError = (status: number, field: OAuthErrorDetails['ERR_OAUTH_SHAPE']['field']): OAuthError =>
  new OAuthError({
    code: 'ERR_OAUTH_SHAPE',
    message:
      field === 'body'
        ? 'The token endpoint answered JSON that is not an object. Check "url".'
        : `The token endpoint answered JSON whose "${field}" is missing or not as RFC 6749 has it. Check "url"; if it is right, ask the provider.`,
    detail: { retryable: false, status, field },
  })

const readToken = (json: Json, status: number): TokenResponse => {
  const { access_token: accessToken, token_type: tokenType, scope } = json
  // Anything but visible ASCII could split the header that the token will be put into.
  if (
    typeof accessToken !== 'string' ||
    accessToken.length > MAX_TOKEN_LENGTH ||
    !/^[\x21-\x7e]+$/.test(accessToken)
  )
    throw shapeError(status, 'access_token')
  // Some API gateways spell it `BearerToken`.
  if (typeof tokenType !== 'string' || !/^bearer(?:token)?$/i.test(tokenType))
    throw shapeError(status, 'token_type')
  const expiresIn = readLifetime(json['expires_in'])
  if (expiresIn === 'invalid') throw shapeError(status, 'expires_in')
  if (!isGiven(scope)) return guardedToken({ accessToken, expiresIn, scope: undefined })
  if (typeof scope !== 'string' || !/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))
    throw shapeError(status, 'scope')
  return guardedToken({ accessToken, expiresIn, scope })
}

/**
 * Reads the token endpoint's answer: pure, synchronous, without a clock.
 *
 * A token is taken from a 2xx JSON object with `access_token` (visible ASCII, at most 16384 characters), `token_type`
 * Bearer in any case (or `BearerToken`), and an `expires_in` that is absent or a number of 0 or more, also as text.
 *
 * @throws OAuthError `ERR_OAUTH_REDIRECT` (3xx or 0), `ERR_OAUTH_REJECTED` (an `error` by RFC 6749 section 5.2, with
 * any status), `ERR_OAUTH_STATUS` (any other status than 2xx), `ERR_OAUTH_NOT_JSON`, `ERR_OAUTH_SHAPE`.
 * @throws TypeError if `status` or `body` is of another type.
 * @example
 * ```ts
 * import { readTokenResponse } from '@x/oauth-basic'
 *
 * const token = readTokenResponse({
 *   status: 200,
 *   body: '{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3599}',
 * })
 * token.expiresIn // 3599
 * ```
 * @see RFC 6749 sections 5.1, 5.2 and Appendix A
 */
export const readTokenResponse = ({
  status,
  headers = {},
  body,
  now,
  secrets = [],
}: TokenAnswer): TokenResponse => {
  if (!Number.isInteger(status) || (status !== 0 && (status < 100 || status > 999)))
    throw new TypeError(`"status" must be an HTTP status or 0, got ${String(status)}`)
  if (typeof body !== 'string') throw new TypeError(`"body" must be a string, got ${typeof body}`)

  if (isRedirect(status))
    throw new OAuthError({
      code: 'ERR_OAUTH_REDIRECT',
      message: `The token endpoint answered with a redirect (${status}), which is not followed because the secret would go along. Set "url" to the final address.`,
      detail: { retryable: false, status },
    })

  const json = parseJson(body)
  const object = isObject(json) ? json : {}
  const returned = [object['access_token'], object['refresh_token']].filter(
    (value) => typeof value === 'string',
  )
  const known = [...secrets, ...returned]
  const error = readErrorText({ text: object['error'], secrets: known })
  const detail = statusDetail({ status, headers, now })
  if (error !== undefined) {
    const errorDescription = readErrorText({ text: object['error_description'], secrets: known })
    throw new OAuthError({
      code: 'ERR_OAUTH_REJECTED',
      message: `The token endpoint refused the request: ${error} (${status}). ${
        error === 'invalid_client'
          ? 'Check the client id, the secret, the environment and "encoding".'
          : 'Read "detail", and the provider\'s documentation of this error.'
      }`,
      detail: { ...detail, error, ...(errorDescription !== undefined && { errorDescription }) },
    })
  }
  if (!isSuccess(status))
    throw new OAuthError({
      code: 'ERR_OAUTH_STATUS',
      message: `The token endpoint answered ${status}. ${
        detail.retryable
          ? 'Try again later.'
          : 'Check "url", the client id, the secret, the environment and "encoding".'
      }`,
      detail,
    })
  if (json === undefined)
    throw new OAuthError({
      code: 'ERR_OAUTH_NOT_JSON',
      message: `The token endpoint answered ${status} with a body that is not JSON in UTF-8. Check "url": this may be a page, a proxy or a gateway.`,
      detail: { retryable: false, status },
    })
  if (!isObject(json)) throw shapeError(status, 'body')
  if (isGiven(json['error'])) throw shapeError(status, 'error')
  return readToken(json, status)
}
