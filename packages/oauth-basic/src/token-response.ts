import { assertFunctions } from './assert-functions.js'
import { readErrorText } from './error-text.js'
import { OAuthError, type OAuthErrorDetails } from './errors.js'
import { guardedToken, type TokenResponse } from './guarded-token.js'
import { readLifetime } from './lifetime.js'
import { parseJson } from './parse-json.js'
import { isRedirect, statusDetail } from './status.js'
import { isText } from './text.js'
import type { TokenJson, TokenReader } from './token-reader.js'
import { LIMIT_BYTES, tooLarge } from './too-large.js'

export interface TokenAnswer {
  /** 0 stands for a redirect that the runtime hides. */
  readonly status: number
  readonly body: string
  /** The `Retry-After` header. */
  readonly retryAfter?: string | null | undefined
  /** What must not come back in `error` or `errorDescription` if the server echoes it. */
  readonly secrets?: readonly string[] | undefined
  /** Where the token is, for a provider that nests or renames it. Default: the names of RFC 6749. */
  readonly read?: TokenReader | undefined
}

type Json = Readonly<Record<string, unknown>>

const isObject = (json: unknown): json is Json => Object(json) === json && !Array.isArray(json)

// Anything but visible ASCII could split the header that the token will be put into.
const ACCESS_TOKEN = /^[\x21-\x7e]{1,16384}$/
// Some API gateways spell it `BearerToken`.
const BEARER = /^bearer(token)?$/i
const SCOPE = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

const attempt = (read: TokenReader, json: Json): unknown => {
  try {
    return read(json as TokenJson)
  } catch {
    // It met another shape than it was written for.
    return undefined
  }
}

/** As `readTokenResponse`, for an answer of the right types. */
export const readAnswer = ({ status, body, retryAfter, secrets = [], read }: TokenAnswer): TokenResponse => {
  if (isRedirect(status))
    throw new OAuthError({
      code: 'ERR_OAUTH_REDIRECT',
      message: `Answered ${status}. Set "url" to its target.`,
      detail: { retryable: false, status },
    })

  const { json, tokens } = parseJson(body)
  const object = isObject(json) ? json : {}
  const answer = read ? attempt(read, object) : json
  const refusal = Object((object['error'] ?? '') === '' ? answer : object)

  const readWords = (name: string) => readErrorText({ text: refusal[name], secrets: [...secrets, ...tokens] })
  const error = readWords('error')
  const detail = statusDetail({ status, retryAfter })
  const advice = detail.retryable ? 'Try again.' : 'Check "url" and credentials.'
  if (error) {
    const errorDescription = readWords('error_description')
    throw new OAuthError({
      code: 'ERR_OAUTH_REJECTED',
      message: `Answered ${status}, ${error}. ${advice}`,
      detail: { ...detail, error, ...(errorDescription && { errorDescription }) },
    })
  }
  if (!/^2..$/.test(`${status}`))
    throw new OAuthError({
      code: 'ERR_OAUTH_STATUS',
      message: `Answered ${status}. ${advice}`,
      detail,
    })
  if (json === undefined)
    throw new OAuthError({
      code: 'ERR_OAUTH_NOT_JSON',
      message: `Answered ${status} without valid JSON. Check "url".`,
      detail: { retryable: false, status },
    })

  const shapeError = (field: OAuthErrorDetails['ERR_OAUTH_SHAPE']['field']): OAuthError =>
    new OAuthError({
      code: 'ERR_OAUTH_SHAPE',
      message: `Answered ${status} without valid "${field}". Check "url".`,
      detail: { retryable: false, status, field },
    })
  if ((refusal.error ?? '') !== '') throw shapeError('error')
  if (!isObject(answer)) throw shapeError('body')
  const { access_token: accessToken, token_type: tokenType } = answer
  const scope = answer['scope'] ?? ''
  if (!isText(accessToken, ACCESS_TOKEN)) throw shapeError('access_token')
  if (!isText(tokenType, BEARER)) throw shapeError('token_type')
  const expiresIn = readLifetime(answer['expires_in'])
  if (expiresIn === null) throw shapeError('expires_in')
  if (!isText(scope, SCOPE)) throw shapeError('scope')
  return guardedToken({ accessToken, expiresIn, scope: scope || undefined })
}

/**
 * Reads the token endpoint's answer: pure, synchronous, without a clock.
 *
 * A token is taken from a 2xx JSON object with `access_token` (visible ASCII, at most 16384 characters), `token_type`
 * Bearer in any case (or `BearerToken`), and an `expires_in` that is absent or a number of 0 or more, also as text;
 * with `read` from wherever that finds them, by the same rules. An object that has a name twice is not JSON here.
 *
 * @throws OAuthError `ERR_OAUTH_REDIRECT` (3xx or 0), `ERR_OAUTH_TOO_LARGE` (over 65536 characters),
 * `ERR_OAUTH_REJECTED` (an `error` by RFC 6749 section 5.2, also in what `read` gives, with any status),
 * `ERR_OAUTH_STATUS` (any other status than 2xx), `ERR_OAUTH_NOT_JSON`, `ERR_OAUTH_SHAPE`.
 * @throws TypeError if `status`, `body`, `secrets` or `read` is of another type.
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
 * @see RFC 6749 sections 3.2, 5.1, 5.2 and Appendix A; RFC 7493 section 2.3
 */
export const readTokenResponse = (answer: TokenAnswer): TokenResponse => {
  const { status, body, retryAfter, secrets = [], read } = answer
  if (!(Number.isInteger(status) && (status === 0 || (status > 99 && status < 1000))))
    throw new TypeError('"status" must be an HTTP status or 0, got another')
  if (typeof body !== 'string') throw new TypeError(`"body" must be a string, got ${typeof body}`)
  if (!Array.isArray(secrets)) throw new TypeError(`"secrets" must be a list of texts, got ${typeof secrets}`)
  if (read !== undefined) assertFunctions({ read })
  if (body.length > LIMIT_BYTES && !isRedirect(status)) throw tooLarge(statusDetail({ status, retryAfter }))
  return readAnswer({
    ...answer,
    // One that is missing must not hide what the others protect.
    secrets: secrets.filter((secret: unknown) => typeof secret === 'string'),
  })
}
