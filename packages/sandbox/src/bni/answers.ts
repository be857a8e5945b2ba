import type { Answer } from '../answer.js'

/** BNI documents the status 401 and leaves its body open; the bodies are RFC 6749's. */
const rfc = 'standard: RFC 6749 section 5.2; the provider documents only the status'

const say = (
  status: number,
  error: string,
  reason: string,
  headers?: Readonly<Record<string, string>>,
): Answer => ({
  status,
  body: { error },
  source: rfc,
  reason,
  ...(headers && { headers }),
})

export const invalidRequest = (reason: string): Answer => say(400, 'invalid_request', reason)

export const unsupportedGrantType = (): Answer =>
  say(400, 'unsupported_grant_type', 'grant_type must be client_credentials')

export const invalidClient = (reason: string): Answer =>
  say(401, 'invalid_client', reason, { 'www-authenticate': 'Basic realm="BNI"' })

export const wrongMethod = (): Answer =>
  say(405, 'invalid_request', 'The token endpoint takes POST only', { allow: 'POST' })

export const notFound = (): Answer => ({
  status: 404,
  body: { error: 'not_found' },
  source: "the sandbox's own: the provider's wording is not known",
  reason: 'No service has this path',
})

/** As BNI prints it (digital services documentation, September 2021): `expires_in` is a bare number. */
export const granted = (accessToken: string, expiresIn: number): Answer => ({
  status: 200,
  body: {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresIn,
    scope: 'resource.WRITE resource.READ',
  },
  source: 'provider: BNI, get token',
})
