import { fingerprint, isFresh, parseTimestamp, verifyTokenRequest } from '@x/snap-signature'
import type { TokenDecision, TokenRequest } from '../personality.js'
import { isObject, readJson } from '../read-json.js'
import { isBase64, isJsonType, timestampProblem } from '../snap-form.js'
import { toleranceMs } from '../tolerance.js'
import { badRequest, granted, malformed, missing, type Refusal, refuse, unauthorized } from './answers.js'

const lifetimeSeconds = 900

/** Service 73: RSA over `X-CLIENT-KEY|X-TIMESTAMP`. */
export const askForToken = async (asked: TokenRequest): Promise<TokenDecision> => {
  const problem = formProblem(asked) ?? (await signatureProblem(asked))
  if (problem !== undefined) return { refusal: refuse('73', problem) }
  return {
    clientId: asked.headers.get('x-client-key') ?? '',
    lifetimeSeconds,
    grant: (accessToken) => granted(accessToken, lifetimeSeconds),
  }
}

const formProblem = ({ url, headers, body }: TokenRequest): Refusal | undefined => {
  if (url.search !== '') return badRequest('The token endpoint takes no query; grantType belongs in the body')
  for (const name of ['Content-Type', 'X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'])
    if (!headers.get(name)) return missing(name)
  if (!isJsonType(headers.get('content-type')))
    return malformed('Content-Type', 'Content-Type must be application/json')
  const wrongTime = timestampProblem(headers.get('x-timestamp') ?? '')
  if (wrongTime !== undefined) return malformed('X-TIMESTAMP', wrongTime)
  if (!isBase64(headers.get('x-signature') ?? ''))
    return malformed('X-SIGNATURE', 'X-SIGNATURE must be the base64 of the RSA signature, on one line')
  const read = readJson(body)
  if (read === undefined) return badRequest('The body must be a JSON object that names each member once')
  const { grantType, additionalInfo } = read.members
  if (grantType === undefined || grantType === null || grantType === '') return missing('grantType')
  if (grantType !== 'client_credentials')
    return malformed('grantType', 'grantType must be client_credentials')
  if (additionalInfo !== undefined && !isObject(additionalInfo))
    return malformed('additionalInfo', 'additionalInfo must be an object')
  return undefined
}

const signatureProblem = async ({ headers, now, findClient }: TokenRequest): Promise<Refusal | undefined> => {
  const clientId = headers.get('x-client-key') ?? ''
  const timestamp = headers.get('x-timestamp') ?? ''
  const signature = headers.get('x-signature') ?? ''
  const publicKey = findClient(clientId)?.publicKey
  if (publicKey === undefined)
    return unauthorized('Unknown client', 'No client with this X-CLIENT-KEY is registered here')
  if (!(await verifyTokenRequest({ clientId, timestamp, signature, publicKey })))
    return unauthorized(
      'Signature',
      `X-SIGNATURE does not verify over X-CLIENT-KEY|X-TIMESTAMP with the registered key ${fingerprint(publicKey)}`,
    )
  // After the signature, so that only the key's owner learns how far the clocks are apart.
  if (isFresh({ at: parseTimestamp(timestamp), now, toleranceMs })) return undefined
  return unauthorized('X-TIMESTAMP', `X-TIMESTAMP is more than ${toleranceMs / 1_000} s off`)
}
