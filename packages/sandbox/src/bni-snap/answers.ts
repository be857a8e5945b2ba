import type { Answer } from '../answer.js'

/** A refusal without its service code, which the service that refuses adds. */
export interface Refusal {
  readonly status: number
  readonly case: string
  readonly message: string
  readonly reason: string
  readonly source: string
}

const aspi = 'standard: ASPI SNAP response codes'
const bniTests = "provider: BNI's code, as its library's tests show it"

export const refuse = (
  service: string,
  { status, case: digits, message, reason, source }: Refusal,
): Answer => ({
  status,
  body: { responseCode: `${status}${service}${digits}`, responseMessage: message },
  source,
  reason,
})

const standard = (status: number, digits: string, message: string, reason: string): Refusal => ({
  status,
  case: digits,
  message,
  reason,
  source: aspi,
})

export const badRequest = (reason: string): Refusal => standard(400, '00', 'Bad Request', reason)

export const malformed = (field: string, reason: string): Refusal =>
  standard(400, '01', `Invalid Field Format {${field}}`, reason)

export const missing = (field: string): Refusal =>
  standard(400, '02', `Invalid Mandatory Field {${field}}`, `${field} is missing or empty`)

/** Letters in a reference or an account: the standard would say case 01. */
export const malformedNumber = (field: string, reason: string): Refusal => ({
  ...standard(400, '02', `Invalid Mandatory Field {${field}}`, reason),
  source: bniTests,
})

export const unauthorized = (what: string, reason: string): Refusal =>
  standard(401, '00', `Unauthorized. [${what}]`, reason)

export const invalidToken = (reason: string): Refusal => standard(401, '01', 'Invalid Token (B2B)', reason)

export const doNotHonor = (): Refusal =>
  standard(403, '05', 'Do Not Honor', 'This amount is refused: see the amounts of the README')

export const insufficientFunds = (): Refusal =>
  standard(403, '14', 'Insufficient Funds', 'sourceAccountNo has less than the amount')

export const notPermitted = (reason: string): Refusal =>
  standard(403, '15', 'Transaction Not Permitted', reason)

export const inactive = (field: string): Refusal =>
  standard(403, '18', 'Inactive Card/Account/Customer', `The account ${field} is closed`)

export const transactionNotFound = (): Refusal =>
  standard(
    404,
    '01',
    'Transaction Not Found',
    'No transfer of this client and this serviceCode has this reference',
  )

export const bankNotSupported = (): Refusal =>
  standard(404, '03', 'Bank Not Supported By Switch', 'The sandbox has no bank with this beneficiaryBankCode')

export const invalidAccount = (field: string): Refusal =>
  standard(404, '11', 'Invalid Card/Account/Customer/Virtual Account', `No account has the number ${field}`)

export const invalidAmount = (): Refusal =>
  standard(404, '13', 'Invalid Amount', 'The amount must be above zero')

export const wrongMethod = (): Refusal =>
  standard(405, '00', 'Requested Function Is Not Supported', 'BNI SNAP takes POST only')

export const conflict = (): Refusal =>
  standard(409, '00', 'Conflict', 'This X-EXTERNAL-ID was used before on this day in Jakarta')

export const duplicate = (): Refusal =>
  standard(
    409,
    '01',
    'Duplicate partnerReferenceNo',
    'A transfer has this reference: ask transfer/status for it',
  )

export const generalError = (): Refusal =>
  standard(
    500,
    '00',
    'General Error',
    'This amount fails, and nothing was done: see the amounts of the README',
  )

export const timeout = (): Refusal =>
  standard(
    504,
    '00',
    'Timeout',
    'The transfer was made and its answer is lost: see the amounts of the README',
  )

export const notFound = (): Answer => ({
  status: 404,
  body: { responseCode: '4040000', responseMessage: 'Not Found' },
  source: "the sandbox's own: the provider's wording is not known",
  reason: 'No service has this path',
})

/** What a service says when it did its work; absent members are left out. */
export const succeed = (
  service: string,
  {
    pending = false,
    members,
    source,
  }: {
    readonly pending?: boolean
    readonly members: Readonly<Record<string, unknown>>
    readonly source: string
  },
): Answer => ({
  status: pending ? 202 : 200,
  body: {
    responseCode: `${pending ? 202 : 200}${service}00`,
    responseMessage: pending ? 'Request In Progress' : 'Request has been processed successfully',
    ...members,
  },
  source,
})

/** BNI does not say how long: the standard's sample, and `expiresIn` as its text. */
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
  source: 'standard: ASPI service 73; the provider publishes no lifetime',
})
