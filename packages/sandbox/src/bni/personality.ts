import { parseBasicAuthorization } from '@x/oauth-basic'
import type { Answer } from '../answer.js'
import { basicClientProblem } from '../basic-client-problem.js'
import { equalText } from '../equal-text.js'
import type { Personality, TokenDecision, TokenRequest } from '../personality.js'
import {
  granted,
  invalidClient,
  invalidRequest,
  notFound,
  unsupportedGrantType,
  wrongMethod,
} from './answers.js'
import { openBniDesk } from './desk.js'

const lifetimeSeconds = 3_599

const askForToken = (asked: TokenRequest): TokenDecision => {
  const wrong = checkForm(asked)
  if (wrong) return { refusal: wrong }
  const header = asked.headers.get('authorization')
  if (header === null) return { refusal: invalidClient('The Authorization header is missing') }
  const given = parseBasicAuthorization(header, { encoding: 'raw' })
  if (given === undefined)
    return {
      refusal: invalidClient('Authorization must be "Basic " and the base64 of client_id:client_secret'),
    }
  const client = asked.findClient(given.clientId)
  if (client === undefined)
    return { refusal: invalidClient('No client with this client_id is registered here') }
  if (!equalText(given.clientSecret, client.clientSecret))
    return { refusal: invalidClient('The client_secret is not the registered one') }
  return {
    clientId: client.clientId,
    lifetimeSeconds,
    grant: (accessToken) => granted(accessToken, lifetimeSeconds),
  }
}

/** BNI's classic API: the OAuth door as its document of September 2021 describes it, and services. */
export const bniPersonality: Personality = {
  id: 'bni',
  name: 'BNI',
  basePath: '',
  token: { path: '/api/oauth/token', ask: askForToken, wrongMethod },
  checkClient: basicClientProblem,
  notFound,
  openDesk: openBniDesk,
}

const checkForm = ({ url, headers, body }: TokenRequest): Answer | undefined => {
  if (url.search !== '')
    return invalidRequest('The token endpoint takes no query; grant_type belongs in the body')
  if (!/^application\/x-www-form-urlencoded\s*(;.*)?$/i.test(headers.get('content-type') ?? ''))
    return invalidRequest('Content-Type must be application/x-www-form-urlencoded')
  const grantTypes = new URLSearchParams(body).getAll('grant_type')
  if (grantTypes.length !== 1) return invalidRequest('grant_type must stand in the body exactly once')
  return grantTypes[0] === 'client_credentials' ? undefined : unsupportedGrantType()
}
