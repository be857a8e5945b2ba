import type { Answer } from '../answer.js'

const own = "the sandbox's own: the provider's wording is not known"
const clients = 'third party: independent clients that agree; which case it is for is our reading'
const ownCode = "the sandbox's own, by ISO 8583: the provider publishes no StatusCode but 00"

const errorOf = (
  status: number,
  description: string,
  { reason, source }: { readonly reason: string; readonly source: string },
): Answer => ({
  status,
  body: { ErrorCode: String(status), ErrorDescription: description },
  source,
  reason,
})

export const badRequest = (reason: string): Answer => errorOf(400, 'Bad Request', { reason, source: own })

export const unauthorized = (reason: string): Answer =>
  errorOf(401, 'Unauthorized', { reason, source: clients })

export const invalidSignature = (reason: string): Answer =>
  errorOf(403, 'Invalid Signature', { reason, source: clients })

export const notFound = (): Answer =>
  errorOf(404, 'Not Found', { reason: 'No service has this path', source: own })

export const postOnly = (): Answer => ({
  ...errorOf(405, 'Method Not Allowed', { reason: 'Permata takes POST only', source: own }),
  headers: { allow: 'POST' },
})

/** RFC 6749 section 5.1: the provider prints neither the answer nor the lifetime. */
export const granted = (accessToken: string, expiresIn: number): Answer => ({
  status: 200,
  body: { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn },
  source: 'standard: RFC 6749 section 5.1; the provider publishes no lifetime',
})

/** Why a service did nothing, by the two digits of `StatusCode`. */
export const statusCodes = {
  invalidTransaction: ['12', 'Invalid transaction'],
  invalidAmount: ['13', 'Invalid amount'],
  invalidAccount: ['14', 'Invalid account'],
  notFound: ['25', 'Transaction not found'],
  tooLittle: ['51', 'Insufficient funds'],
  duplicate: ['94', 'Duplicate CustRefID'],
} as const

export interface Refusal {
  readonly name: keyof typeof statusCodes
  readonly reason: string
}

/** What stands at the head of an answer: the time of the answer, the caller's reference, how it went. */
export interface AnswerHeader {
  /** Of the one member of the body, such as `BalInqRs`. */
  readonly wrapper: string
  readonly timestamp: string
  readonly custRefId: string
}

export const succeed = (
  { wrapper, timestamp, custRefId }: AnswerHeader,
  members: Readonly<Record<string, unknown>>,
): Answer => ({
  status: 200,
  body: {
    [wrapper]: {
      MsgRsHdr: {
        ResponseTimestamp: timestamp,
        CustRefID: custRefId,
        StatusCode: '00',
        StatusDesc: 'Success',
      },
      ...members,
    },
  },
  source: "third party: the reply as public clients read it; its values are the sandbox's own",
})

export const refuse = (
  { wrapper, timestamp, custRefId }: AnswerHeader,
  { name, reason }: Refusal,
): Answer => {
  const [StatusCode, StatusDesc] = statusCodes[name]
  return {
    status: 200,
    body: {
      [wrapper]: {
        MsgRsHdr: { ResponseTimestamp: timestamp, CustRefID: custRefId, StatusCode, StatusDesc },
      },
    },
    source: ownCode,
    reason,
  }
}
