import { isFresh, parseTimestamp, verifySymmetric } from '@x/snap-signature'
import { checkFields } from '../check-fields.js'
import type { RegisteredClient } from '../clients.js'
import { equalText } from '../equal-text.js'
import { readJson } from '../read-json.js'
import type { ServiceRequest } from '../service-desk.js'
import { isBase64, isJsonType, timestampProblem } from '../snap-form.js'
import { toleranceMs } from '../tolerance.js'
import {
  badRequest,
  invalidToken,
  malformed,
  malformedNumber,
  missing,
  type Refusal,
  unauthorized,
  wrongMethod,
} from './answers.js'
import type { SnapService } from './services.js'

/** A call whose token and signature are good. */
export interface SignedCall {
  readonly client: RegisteredClient
  readonly externalId: string
}

/** Who calls: the headers, then the token, then the signature over the whole path. */
export const checkSignedCall = (asked: ServiceRequest): SignedCall | { readonly refusal: Refusal } => {
  const { method, url, headers } = asked
  if (method !== 'POST') return { refusal: wrongMethod() }
  if (url.search !== '') return { refusal: badRequest('The service takes no query') }
  for (const name of mandatory) if (!headers.get(name)) return { refusal: missing(name) }
  const [, accessToken] = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
  if (accessToken === undefined)
    return { refusal: invalidToken('Authorization must be "Bearer " and the access token') }
  const client = asked.clientOfToken(accessToken)
  if (client === 'unknown') return { refusal: invalidToken('No client here was given this access token') }
  if (client === 'expired') return { refusal: invalidToken('This access token has expired: get another') }
  const problem = headerProblem(headers) ?? signatureProblem(asked, client, accessToken)
  if (problem !== undefined) return { refusal: problem }
  return { client, externalId: headers.get('x-external-id') ?? '' }
}

/** The members of a body that is complete and well formed. */
export const readMembers = (
  { fields }: SnapService,
  body: string,
): { readonly members: Readonly<Record<string, unknown>> } | { readonly refusal: Refusal } => {
  const read = readJson(body)
  if (read === undefined)
    return { refusal: badRequest('The body must be a JSON object that names each member once') }
  const problem = checkFields(fields, read.members)
  if (problem === undefined) return { members: read.members }
  const { name, form, numberLike } = problem.rule
  if (problem.kind === 'missing') return { refusal: missing(name) }
  const reason = `${name} must be text of the form ${form}`
  return { refusal: numberLike ? malformedNumber(name, reason) : malformed(name, reason) }
}

const mandatory = [
  'Content-Type',
  'Authorization',
  'X-TIMESTAMP',
  'X-SIGNATURE',
  'X-PARTNER-ID',
  'X-EXTERNAL-ID',
  'CHANNEL-ID',
]

const headerProblem = (headers: Headers): Refusal | undefined => {
  if (!isJsonType(headers.get('content-type')))
    return malformed('Content-Type', 'Content-Type must be application/json')
  const wrongTime = timestampProblem(headers.get('x-timestamp') ?? '')
  if (wrongTime !== undefined) return malformed('X-TIMESTAMP', wrongTime)
  if (!isBase64(headers.get('x-signature') ?? ''))
    return malformed('X-SIGNATURE', 'X-SIGNATURE must be the base64 of the HMAC-SHA512, on one line')
  if (!/^\d{1,36}$/.test(headers.get('x-external-id') ?? ''))
    return malformed('X-EXTERNAL-ID', 'X-EXTERNAL-ID must be at most 36 digits')
  if (!/^[A-Za-z\d]{1,5}$/.test(headers.get('channel-id') ?? ''))
    return malformed('CHANNEL-ID', 'CHANNEL-ID must be at most five letters or digits')
  return undefined
}

const signatureProblem = (
  { method, url, headers, body, now }: ServiceRequest,
  { apiKey, apiSecret }: RegisteredClient,
  accessToken: string,
): Refusal | undefined => {
  if (apiKey === undefined || apiSecret === undefined)
    return unauthorized('Unknown client', 'Register the client with "apiKey" and "apiSecret" to use services')
  if (!equalText(headers.get('x-partner-id') ?? '', apiKey))
    return unauthorized('Unknown client', 'X-PARTNER-ID is not the registered apiKey')
  const timestamp = headers.get('x-timestamp') ?? ''
  const signature = headers.get('x-signature') ?? ''
  const signed = { method, path: url.pathname, accessToken, body, timestamp }
  if (!verifySymmetric({ ...signed, signature, secret: apiSecret }))
    return unauthorized(
      'Signature',
      'X-SIGNATURE does not verify over METHOD:path:token:lowercase hex SHA-256 of the body:X-TIMESTAMP with the registered apiSecret',
    )
  if (isFresh({ at: parseTimestamp(timestamp), now, toleranceMs })) return undefined
  return unauthorized('X-TIMESTAMP', `X-TIMESTAMP is more than ${toleranceMs / 1_000} s off`)
}
