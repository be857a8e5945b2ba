import type { Profile } from '../profile.js'
import type { Reply } from '../reply.js'
import { checkInquiry } from './check-inquiry.js'
import { checkRequest } from './check-request.js'
import { makeCall } from './make-call.js'
import type { LiteralAnswer } from './open-wire.js'
import type { ExpectedReply, ProfileFixtures, ServiceFixture, WireRequest } from './profile-fixtures.js'
import { compare, type Difference } from './profile-problem.js'

/** Calls a service, gets a literal answer, and compares every request and all that the reply says. */
export const checkAnswer = async (
  profile: Profile,
  fixtures: ProfileFixtures,
  {
    service,
    fixture,
    answer,
    expect,
  }: {
    readonly service: string
    readonly fixture: ServiceFixture
    readonly answer: LiteralAnswer
    readonly expect: ExpectedReply
  },
): Promise<readonly Difference[]> => {
  const { inquire, reply, requests } = await makeCall(profile, fixtures, { service, fixture, answer })
  const [first, second] = requests
  // Without a token there is no other one to try.
  const attempts = expect.tokenRejected === true && profile.token !== undefined ? 2 : 1
  return [
    ...compare('number of requests', attempts, requests.length),
    ...(first === undefined ? [] : checkRequest(fixture.request, first)),
    ...(first === undefined || second === undefined ? [] : checkResend(first, second)),
    ...checkReply(reply, expect),
    ...(await checkInquiry({ inquire, reply, expected: expect.inquiry })),
  ]
}

const checkReply = (reply: Reply, expect: ExpectedReply): readonly Difference[] => {
  const { english, indonesian, body } = expect
  return [
    ...compare('outcome', expect.outcome, reply.outcome),
    ...compare('transaction', expect.transaction, reply.transaction),
    ...compare('code', expect.code, reply.code?.value),
    ...compare('tokenRejected', expect.tokenRejected ?? false, reply.tokenRejected),
    ...(english === undefined ? [] : compare('meaning in English', english, reply.meaning.english)),
    ...(indonesian === undefined
      ? []
      : compare('meaning in Indonesian', indonesian, reply.meaning.indonesian)),
    ...(body === undefined ? [] : compare('body', body, reply.body)),
  ]
}

/** The same call by another token: nothing that names the call may change, and something must. */
const checkResend = (first: WireRequest, second: WireRequest): readonly Difference[] => {
  const idOf = ({ headers }: WireRequest): string | undefined => headers['x-external-id']
  const isSame = JSON.stringify(first) === JSON.stringify(second)
  return [
    ...compare('second request: method', first.method, second.method),
    ...compare('second request: header x-external-id', idOf(first), idOf(second)),
    ...(isSame ? [{ what: 'second request', expected: 'another token', got: 'the same request' }] : []),
  ]
}
