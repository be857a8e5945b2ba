import { checkFields } from '../check-fields.js'
import type { RegisteredClient } from '../clients.js'
import { readJson } from '../read-json.js'
import { bodyJwsProblem } from './body-jws.js'
import type { Admitted } from './gate.js'
import { badSignature, invalid, type OgpRefusal } from './ogp-answers.js'
import type { OgpService } from './ogp-services.js'

type Members = Readonly<Record<string, unknown>>

/** What a body of the family must be before its service is asked: signed, complete, well formed; in this order. */
export const checkOgp = async (
  { client, apiSecret }: Admitted,
  service: OgpService,
  body: string,
): Promise<{ readonly members: Members } | { readonly refusal: OgpRefusal }> => {
  const read = readJson(body)
  if (read === undefined)
    return { refusal: invalid('body', 'The body must be a JSON object that names each member once') }
  if (!read.members['signature']) return { refusal: invalid('signature', 'signature is missing') }
  const unsigned = await bodyJwsProblem({ body: read, secret: apiSecret })
  if (unsigned !== undefined) return { refusal: badSignature(unsigned) }
  const wrongClient = clientIdProblem(read.members['clientId'], client)
  if (wrongClient !== undefined) return { refusal: invalid('clientId', wrongClient) }
  const problem = checkFields(service.fields, read.members)
  if (problem === undefined) return { members: read.members }
  const { name, form } = problem.rule
  const reason =
    problem.kind === 'missing' ? `${name} is missing` : `${name} must be text of the form ${form}`
  return { refusal: invalid(name, reason) }
}

const clientIdProblem = (given: unknown, { partnerId }: RegisteredClient): string | undefined => {
  const form = 'clientId must be IDBNI and the base64 of the application name'
  if (typeof given !== 'string') return form
  const [, encoded] = /^IDBNI((?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?)$/.exec(given) ?? []
  if (!encoded) return form
  if (partnerId === undefined || encoded === base64(partnerId)) return undefined
  return 'clientId is not of the application name that is registered as partnerId'
}

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
