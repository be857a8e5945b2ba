import { minifyJson } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import type { RegisteredClient } from '../clients.js'
import { equalText } from '../equal-text.js'
import type { ServiceRequest } from '../service-desk.js'
import { isJsonType } from '../snap-form.js'
import { badRequest, invalidSignature, postOnly, unauthorized } from './answers.js'
import { signatureProblem } from './signature-problem.js'

/** What stands before every service: the token, then the name, then the signature over token, time and body. */
export const passGate = async ({
  method,
  url,
  headers,
  body,
  now,
  clientOfToken,
}: ServiceRequest): Promise<{ readonly client: RegisteredClient } | { readonly refusal: Answer }> => {
  if (method !== 'POST') return { refusal: postOnly() }
  if (url.search !== '') return { refusal: badRequest('The services take no query') }
  if (!isJsonType(headers.get('content-type')))
    return { refusal: badRequest('Content-Type must be application/json') }
  const [, accessToken] = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
  if (accessToken === undefined)
    return { refusal: unauthorized('Authorization must be "Bearer " and the access token') }
  const client = clientOfToken(accessToken)
  if (client === 'unknown')
    return { refusal: unauthorized('No client here was given this access token, or a reset forgot it') }
  if (client === 'expired') return { refusal: unauthorized('This access token has expired: get another') }
  const compact = compactOf(body)
  if (compact === undefined) return { refusal: badRequest('The body is not JSON') }
  const { organizationName = '', staticKey = '' } = client
  const organization = headers.get('organizationname') ?? ''
  if (organization === '') return { refusal: invalidSignature('organizationname is missing or empty') }
  if (!equalText(organization, organizationName))
    return { refusal: invalidSignature('organizationname is not the registered organizationName') }
  const problem = await signatureProblem({
    names: { timestamp: 'permata-timestamp', signature: 'permata-signature' },
    headers,
    text: (timestamp) => `${accessToken}:${timestamp}:${compact}`,
    says: 'token:permata-timestamp:body without white space between its parts',
    staticKey,
    now,
  })
  return problem === undefined ? { client } : { refusal: invalidSignature(problem) }
}

const compactOf = (body: string): string | undefined => {
  try {
    return minifyJson(body)
  } catch {
    return undefined
  }
}
