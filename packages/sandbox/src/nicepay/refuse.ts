import type { Answer } from '../answer.js'

const printed = 'provider: NICEPAY, general response codes; which case it is for is our reading'
const standard = 'standard: ASPI SNAP response codes; the provider prints none for this case'

/** Why a call is refused. */
export type RefusalCase =
  | 'badRequest'
  | 'malformed'
  | 'missing'
  | 'unauthorized'
  | 'tokenInvalid'
  | 'tooMuch'
  | 'doNotHonor'
  | 'insufficientFunds'
  | 'notPermitted'
  | 'notFound'
  | 'invalidAccount'
  | 'paidBill'
  | 'invalidVirtualAccount'
  | 'wrongMethod'
  | 'conflict'
  | 'duplicate'
  | 'generalError'
  | 'timeout'

/** HTTP status, case, message and source. `?` stands for what it is about. */
const cases: Readonly<Record<RefusalCase, readonly [number, string, string, string]>> = {
  badRequest: [400, '00', 'Bad Request', standard],
  malformed: [400, '01', 'Invalid Field Format {?}', printed],
  missing: [400, '02', 'Invalid Mandatory Field {?}', printed],
  unauthorized: [401, '00', 'Unauthorized [?]', printed],
  tokenInvalid: [401, '01', 'Access Token Invalid', printed],
  tooMuch: [403, '02', 'Exceeds Transaction Amount Limit', printed],
  doNotHonor: [403, '05', 'Do Not Honor', printed],
  insufficientFunds: [403, '14', 'Insufficient Funds', printed],
  notPermitted: [403, '15', 'Transaction Not Permitted [?]', printed],
  notFound: [404, '01', 'Transaction Not Found', standard],
  invalidAccount: [404, '11', 'Invalid Account', printed],
  paidBill: [404, '13', 'Paid Bill', printed],
  invalidVirtualAccount: [404, '19', 'Invalid Virtual Account', printed],
  wrongMethod: [405, '00', 'Requested Function Is Not Supported', standard],
  conflict: [409, '00', 'Conflict', standard],
  duplicate: [409, '01', 'Duplicate partnerReferenceNo', printed],
  generalError: [500, '00', 'General Error', printed],
  timeout: [504, '00', 'Request Timeout', printed],
}

/** Words a refusal of one service: `why` is for the developer, `about` the field or the state that the message names. */
export type Refuse = (name: RefusalCase, said: { readonly why: string; readonly about?: string }) => Answer

export const refuserOf =
  (serviceCode: string): Refuse =>
  (name, { why, about = '' }) => {
    const [status, caseCode, message, source] = cases[name]
    return {
      status,
      body: {
        responseCode: `${status}${serviceCode}${caseCode}`,
        responseMessage: message.replace('?', () => about),
      },
      source,
      reason: why,
    }
  }
