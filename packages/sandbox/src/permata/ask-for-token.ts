import { parseBasicAuthorization } from '@x/oauth-basic'
import type { Answer } from '../answer.js'
import { equalText } from '../equal-text.js'
import type { TokenDecision, TokenRequest } from '../personality.js'
import { badRequest, granted, invalidSignature, unauthorized } from './answers.js'
import { signatureProblem } from './signature-problem.js'

/** Ours: the bank publishes none. */
const lifetimeSeconds = 3_600

/** OAuth 2.0 with HTTP Basic, and an HMAC-SHA256 over the API key, the time and the form. */
export const askForToken = async (asked: TokenRequest): Promise<TokenDecision> => {
  const { headers, body, now } = asked
  const wrong = checkForm(asked)
  if (wrong) return { refusal: wrong }
  const authorization = headers.get('authorization')
  if (authorization === null) return { refusal: unauthorized('The Authorization header is missing') }
  const given = parseBasicAuthorization(authorization, { encoding: 'raw' })
  if (given === undefined)
    return { refusal: unauthorized('Authorization must be "Basic " and the base64 of id:secret') }
  const client = asked.findClient(given.clientId)
  if (client === undefined) return { refusal: unauthorized('No client with this id is registered here') }
  if (!equalText(given.clientSecret, client.clientSecret))
    return { refusal: unauthorized('The client secret is not the registered one') }
  const { clientId, apiKey = '', staticKey = '' } = client
  const givenKey = headers.get('api-key') ?? ''
  if (givenKey === '') return { refusal: unauthorized('API-Key is missing or empty') }
  if (!equalText(givenKey, apiKey)) return { refusal: unauthorized('API-Key is not the registered apiKey') }
  const problem = await signatureProblem({
    names: { timestamp: 'OAUTH-Timestamp', signature: 'OAUTH-Signature' },
    headers,
    text: (timestamp) => `${apiKey}:${timestamp}:${body}`,
    says: 'API-Key:OAUTH-Timestamp:body',
    staticKey,
    now,
  })
  if (problem !== undefined) return { refusal: invalidSignature(problem) }
  return { clientId, lifetimeSeconds, grant: (accessToken) => granted(accessToken, lifetimeSeconds) }
}

const checkForm = ({ url, headers, body }: TokenRequest): Answer | undefined => {
  if (url.search !== '')
    return badRequest('The token endpoint takes no query; grant_type belongs in the body')
  if (!/^application\/x-www-form-urlencoded\s*(;.*)?$/i.test(headers.get('content-type') ?? ''))
    return badRequest('Content-Type must be application/x-www-form-urlencoded')
  // What is signed is this text: the bank's page has it in the string to sign as it stands.
  return body === 'grant_type=client_credentials'
    ? undefined
    : badRequest('The body must be grant_type=client_credentials and nothing else')
}
