import type { Answer } from '../answer.js'

const aspi = 'standard: ASPI SNAP response codes'
const seven3 = 'standard codes; these 400 cases as another bank prints them for service 73'

const say = (
  status: number,
  responseCode: string,
  responseMessage: string,
  source: string,
  reason: string,
): Answer => ({
  status,
  body: { responseCode, responseMessage },
  source,
  reason,
})

/** Missing header or field. */
export const missing = (field: string): Answer =>
  say(400, '4007302', `Invalid Mandatory Field {${field}}`, seven3, `${field} is missing or empty`)

/** Header or field of the wrong form. */
export const malformed = (field: string, reason: string): Answer =>
  say(400, '4007301', `Invalid Field Format {${field}}`, seven3, reason)

export const badRequest = (reason: string): Answer => say(400, '4007300', 'Bad Request', aspi, reason)

export const unauthorized = (what: string, reason: string): Answer =>
  say(401, '4017300', `Unauthorized. [${what}]`, aspi, reason)

export const wrongMethod = (): Answer =>
  say(405, '4057300', 'Requested Function Is Not Supported', aspi, 'The token endpoint takes POST only')

export const notFound = (): Answer =>
  say(
    404,
    '4040000',
    'Not Found',
    "the sandbox's own: the provider's wording is not known",
    'No service has this path; the base URL ends in /nicepay',
  )

/** As NICEPAY prints it (docs.nicepay.co.id, request access token, read 2026-11-21): `expiresIn` is a string. */
export const granted = (accessToken: string, expiresIn: number): Answer => ({
  status: 200,
  body: {
    responseCode: '2007300',
    responseMessage: 'Successful',
    accessToken,
    tokenType: 'Bearer',
    expiresIn: String(expiresIn),
    additionalInfo: {},
  },
  source: 'provider: NICEPAY, request access token',
})
