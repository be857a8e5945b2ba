import type { Inquiry } from '../inquiry.js'
import type { Reply } from '../reply.js'
import type { TestClient } from './open-client.js'
import type { ExpectedInquiry } from './profile-fixtures.js'
import { compare, type Difference } from './profile-problem.js'

/** What a reply says about asking later, and whether it can be asked at all. */
export const checkInquiry = async ({
  inquire,
  reply: { inquiry },
  expected,
}: {
  readonly inquire: TestClient['inquire']
  readonly reply: Reply
  readonly expected: ExpectedInquiry | null | undefined
}): Promise<readonly Difference[]> => [
  ...(expected === undefined ? [] : compare('inquiry', expected && planOf(expected), planOf(inquiry))),
  ...(inquiry === undefined ? [] : await checkSending({ inquire, inquiry })),
]

const planOf = (inquiry: Inquiry | ExpectedInquiry | undefined): object | null => {
  if (inquiry === undefined) return null
  const { service, body, how = 'status', undecided } = inquiry
  return { service, body, how, undecided }
}

const checkSending = async ({
  inquire,
  inquiry,
}: {
  readonly inquire: TestClient['inquire']
  readonly inquiry: Inquiry
}): Promise<readonly Difference[]> => {
  const got = await inquire(inquiry, { repeat: true }).then(() => 'sent', String)
  return compare('inquiry, when it is sent', 'sent', got)
}
