import type { Answer } from '../answer.js'

const printed = 'provider: DANA, response codes of its pages and SDKs; which case it is for is our reading'
const standard = 'standard: ASPI SNAP response codes; the provider prints none for this case'

/** Why a call is refused. */
export type RefusalCase =
  | 'badRequest'
  | 'malformed'
  | 'missing'
  | 'unauthorized'
  | 'tooMuch'
  | 'doNotHonor'
  | 'notPermitted'
  | 'notFound'
  | 'invalidMerchant'
  | 'inconsistent'
  | 'wrongMethod'
  | 'conflict'
  | 'tooMany'
  | 'generalError'
  | 'internalError'

/** HTTP status, case, message and source. `?` stands for what it is about. */
const cases: Readonly<Record<RefusalCase, readonly [number, string, string, string]>> = {
  badRequest: [400, '00', 'Bad Request', printed],
  malformed: [400, '01', 'Invalid Field Format {?}', printed],
  missing: [400, '02', 'Invalid Mandatory Field {?}', printed],
  unauthorized: [401, '00', 'Unauthorized. [?]', printed],
  tooMuch: [403, '02', 'Exceeds Transaction Amount Limit', printed],
  doNotHonor: [403, '05', 'Do Not Honor', printed],
  notPermitted: [403, '15', 'Transaction Not Permitted [?]', printed],
  notFound: [404, '01', 'Transaction Not Found', printed],
  invalidMerchant: [404, '08', 'Invalid Merchant', printed],
  inconsistent: [404, '18', 'Inconsistent Request', printed],
  wrongMethod: [405, '00', 'Requested Function Is Not Supported', standard],
  conflict: [409, '00', 'Conflict', standard],
  tooMany: [429, '00', 'Too Many Requests', printed],
  generalError: [500, '00', 'General Error', printed],
  internalError: [500, '01', 'Internal Server Error', printed],
}

/** Words a refusal of one service: `why` is for the developer, `about` what the message names. */
export type Refuse = (name: RefusalCase, said: { readonly why: string; readonly about?: string }) => Answer

/** `note` says more of the service's code. */
export const refuserOf =
  (serviceCode: string, note = ''): Refuse =>
  (name, { why, about = '' }) => {
    const [status, digits, message, source] = cases[name]
    return {
      status,
      body: {
        responseCode: `${status}${serviceCode}${digits}`,
        responseMessage: message.replace('?', () => about),
      },
      source: source + note,
      reason: why,
    }
  }

export const notFoundPath = (): Answer => ({
  status: 404,
  body: { responseCode: '4040000', responseMessage: 'Not Found' },
  source: "the sandbox's own: the provider's wording is not known",
  reason: 'No service has this path; those of the payment gateway end in .htm',
})
