import { isFresh, parseTimestamp } from '@x/snap-signature'
import type { AccountBook } from '../account-book.js'
import type { Answer } from '../answer.js'
import { checkFields, type FieldRule, textOf } from '../check-fields.js'
import { readJson } from '../read-json.js'
import { toleranceMs } from '../tolerance.js'
import type { Admitted } from './gate.js'
import { verifyHeaderJws } from './header-jws.js'

export const accountInfoPath = '/p2pl/v2.1/inquiry/account/info'

/** The family's request stands under `request`, with a header of its own. */
const fields: readonly FieldRule[] = [
  { name: 'request.header.companyId', form: /^./ },
  { name: 'request.header.parentCompanyId', form: /^./ },
  { name: 'request.header.requestUuid', form: /^[A-Za-z\d]{16}$/ },
  { name: 'request.accountNumber', form: /^\d{1,16}$/ },
]

/** One read service of the v2.1 family, whose JWS travels in the header `x-signature`. */
export const answerAccountInfo = async (
  { apiSecret }: Admitted,
  {
    headers,
    body,
    now,
    book,
  }: { readonly headers: Headers; readonly body: string; readonly now: number; readonly book: AccountBook },
): Promise<Answer> => {
  const timestamp = headers.get('x-timestamp') ?? ''
  const signature = headers.get('x-signature') ?? ''
  if (timestamp === '' || signature === '')
    return refuse({ status: 400, code: '0007', reason: 'x-timestamp or x-signature is missing' })
  const at = readTimestamp(timestamp)
  if (at === undefined)
    return refuse({ status: 400, code: '0007', reason: 'x-timestamp must be ISO 8601 with an offset or Z' })
  const read = readJson(body)
  if (read === undefined)
    return refuse({ status: 400, code: '0007', reason: 'The body must be a JSON object, each member once' })
  if (!(await verifyHeaderJws({ body, timestamp, signature, secret: apiSecret }))) {
    const reason =
      'x-signature must be the third part of the JWS over the body with timestamp as its last member'
    return refuse({ status: 401, code: '0000', reason })
  }
  if (!isFresh({ at, now, toleranceMs }))
    return refuse({ status: 401, code: '0000', reason: 'x-timestamp is more than 300 s off' })
  const problem = checkFields(fields, read.members)
  if (problem !== undefined)
    return refuse({ status: 400, code: '0007', reason: `${problem.rule.name} is ${problem.kind}` })
  const account = book.find({ accountNo: textOf(read.members, 'request.accountNumber') })
  if (account === undefined) return refuse({ status: 400, code: '0000', reason: 'No such account' })
  const { accountNo, holder, open } = account
  return {
    status: 200,
    body: {
      response: {
        responseCode: '0001',
        responseMessage: 'Request has been processed successfully',
        responseTimestamp: new Date(now).toISOString(),
        accountNumber: accountNo,
        accountName: holder,
        accountCurrency: 'IDR',
        accountStatus: open ? 'BUKA' : 'TUTUP',
      },
    },
    source: own,
  }
}

const own = "the sandbox's own: of this reply only response.responseCode 0001 is known"

const refuse = ({
  status,
  code,
  reason,
}: {
  readonly status: number
  readonly code: string
  readonly reason: string
}): Answer => ({
  status,
  body: {
    response: { responseCode: code, responseMessage: 'Request failed', errorMessage: 'Unknown Output' },
  },
  source: own,
  reason,
})

const readTimestamp = (text: string): number | undefined => {
  try {
    return parseTimestamp(text)
  } catch {
    return undefined
  }
}
