import type { Answer } from '../answer.js'
import type { RegisteredClient } from '../clients.js'
import { equalText } from '../equal-text.js'
import type { ServiceRequest } from '../service-desk.js'
import { badCall, invalidApiKey, invalidToken, postOnly } from './gate-answers.js'

/** A client whose token and API key are good, and its secret for signatures. */
export interface Admitted {
  readonly client: RegisteredClient
  readonly apiSecret: string
}

/** What stands before every service of the classic API: the token in the query, the key in a header. */
export const passGate = ({
  method,
  url,
  headers,
  clientOfToken,
}: ServiceRequest): Admitted | { readonly refusal: Answer } => {
  if (method !== 'POST') return { refusal: postOnly() }
  const parameters: (readonly [name: string, value: string])[] = []
  url.searchParams.forEach((value, name) => {
    parameters.push([name, value])
  })
  const [first] = parameters
  if (parameters.length > 1 || (first !== undefined && first[0] !== 'access_token'))
    return { refusal: badCall('The query must hold access_token once and nothing else') }
  if (first === undefined)
    return { refusal: invalidToken('The token is missing: it travels as the query parameter access_token') }
  const client = clientOfToken(first[1])
  if (client === 'unknown')
    return { refusal: invalidToken('No client here was given this access_token, or a reset forgot it') }
  if (client === 'expired') return { refusal: invalidToken('This access_token has expired: get another') }
  const { apiKey, apiSecret } = client
  if (apiKey === undefined || apiSecret === undefined)
    return { refusal: invalidApiKey('Register the client with "apiKey" and "apiSecret" to use services') }
  const given = headers.get('x-api-key')
  if (given === null || given === '') return { refusal: invalidApiKey('The header X-API-Key is missing') }
  if (!equalText(given, apiKey)) return { refusal: invalidApiKey('X-API-Key is not the registered apiKey') }
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(headers.get('content-type') ?? ''))
    return { refusal: badCall('Content-Type must be application/json') }
  return { client, apiSecret }
}
