import { fingerprint, importSecret, isFresh, parseTimestamp, verifyTokenRequest } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import type { Personality, TokenDecision, TokenRequest } from '../personality.js'
import { toleranceMs } from '../tolerance.js'
import { badRequest, granted, malformed, missing, notFound, unauthorized, wrongMethod } from './answers.js'
import { openNicepayDesk } from './desk.js'

const lifetimeSeconds = 900

const checkClient: Personality['checkClient'] = ({ clientSecret, publicKey }) => {
  if (publicKey === undefined)
    return { field: 'publicKey', message: 'NICEPAY verifies RSA signatures: give the "publicKey" as PEM' }
  try {
    importSecret(clientSecret)
    return undefined
  } catch (error) {
    return { field: 'clientSecret', message: error instanceof Error ? error.message : 'It cannot sign' }
  }
}

/** NICEPAY's SNAP door: the token (service 73) as its page describes it, and the services behind it. */
export const nicepayPersonality: Personality = {
  id: 'nicepay',
  name: 'NICEPAY',
  basePath: '/nicepay',
  token: {
    path: '/v1.0/access-token/b2b',
    wrongMethod,
    ask: async (asked) => {
      const wrong = checkForm(asked)
      return wrong ? { refusal: wrong } : checkSignature(asked)
    },
  },
  checkClient,
  notFound,
  openDesk: openNicepayDesk,
}

/** Everything that can be wrong without knowing the client, in the order the headers are listed by the standard. */
const checkForm = ({ url, headers, body }: TokenRequest): Answer | undefined => {
  if (url.search !== '') return badRequest('The token endpoint takes no query; grantType belongs in the body')
  for (const name of ['Content-Type', 'X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'])
    if (!headers.get(name)) return missing(name)
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(headers.get('content-type') ?? ''))
    return malformed('Content-Type', 'Content-Type must be application/json')
  const timestamp = headers.get('x-timestamp') ?? ''
  try {
    parseTimestamp(timestamp)
  } catch (error) {
    return malformed('X-TIMESTAMP', error instanceof Error ? error.message : 'not a timestamp')
  }
  if (!/^.{19}\+07:00$/.test(timestamp))
    return malformed(
      'X-TIMESTAMP',
      'NICEPAY takes Jakarta time in whole seconds, such as 2024-12-31T10:11:40+07:00',
    )
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(headers.get('x-signature') ?? ''))
    return malformed('X-SIGNATURE', 'X-SIGNATURE must be the base64 of the RSA signature, on one line')
  return checkBody(body)
}

const checkBody = (text: string): Answer | undefined => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return badRequest('The body is not JSON')
  }
  if (!isJsonObject(body)) return badRequest('The body is not a JSON object')
  const { grantType, additionalInfo } = body
  if (grantType === undefined || grantType === null || grantType === '') return missing('grantType')
  if (grantType !== 'client_credentials')
    return malformed('grantType', 'grantType must be client_credentials')
  if (additionalInfo !== undefined && !isJsonObject(additionalInfo))
    return malformed('additionalInfo', 'additionalInfo must be an object')
  return undefined
}

const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const checkSignature = async ({ headers, now, findClient }: TokenRequest): Promise<TokenDecision> => {
  const clientId = headers.get('x-client-key') ?? ''
  const timestamp = headers.get('x-timestamp') ?? ''
  const signature = headers.get('x-signature') ?? ''
  const client = findClient(clientId)
  if (client?.publicKey === undefined)
    return { refusal: unauthorized('Unknown client', 'No client with this X-CLIENT-KEY is registered here') }
  if (!(await verifyTokenRequest({ clientId, timestamp, signature, publicKey: client.publicKey })))
    return {
      refusal: unauthorized(
        'Signature',
        `X-SIGNATURE does not verify over X-CLIENT-KEY|X-TIMESTAMP with the registered key ${fingerprint(client.publicKey)}`,
      ),
    }
  // After the signature, so that only the key's owner learns how far the clocks are apart.
  const at = parseTimestamp(timestamp)
  if (!isFresh({ at, now, toleranceMs }))
    return {
      refusal: unauthorized(
        'X-TIMESTAMP',
        `X-TIMESTAMP is ${Math.round(Math.abs(at - now) / 1_000)} s ${at > now ? 'ahead of' : 'behind'} the sandbox's clock; ${toleranceMs / 1_000} s are allowed`,
      ),
    }
  return { clientId, lifetimeSeconds, grant: (accessToken) => granted(accessToken, lifetimeSeconds) }
}
