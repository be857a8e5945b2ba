import { type AnyClient, createClient, type Profile, type Reply } from '@x/providers'
import type {
  AnswerFixture,
  ExpectedReply,
  ProfileFixtures,
  ServiceFixture,
  WireRequest,
} from '../../src/testing/profile-fixtures.js'

export interface Driven {
  readonly requests: readonly WireRequest[]
  readonly reply: Reply
}

interface Calling extends AnyClient {
  readonly call: (service: string, options: object) => Promise<Reply>
}

/** Sends the fixture's call through the public client and answers it as the fixture says. */
export const drive = async (
  profile: Profile,
  fixtures: ProfileFixtures,
  name: string,
  answer: Pick<AnswerFixture, 'status' | 'body'> | undefined,
): Promise<Driven> => {
  const service = serviceOf(fixtures, name)
  const requests: WireRequest[] = []
  const at = Date.parse(service.at)
  const token = { value: service.accessToken ?? '', version: '1', expiresAt: at + 60_000 }
  const client = createClient(profile, {
    ...fixtures.credentials,
    environment: fixtures.environment,
    now: () => at,
    tokens: { get: async () => token, peek: () => token },
    fetch: async (url: string | URL | Request, init: RequestInit = {}) => {
      const { method = '', headers, body } = init
      requests.push({
        method,
        url: String(url),
        headers: headers as Record<string, string>,
        body: typeof body === 'string' ? body : '',
      })
      if (answer === undefined) throw new Error('the connection broke')
      return new Response(answer.body, { status: answer.status })
    },
  } as never) as unknown as Calling
  const { externalId, call } = service
  const reply = await client.call(name, { ...call, ...(externalId !== undefined && { externalId }) })
  return { requests, reply }
}

export const serviceOf = ({ services }: ProfileFixtures, name: string): ServiceFixture => {
  const service = services[name]
  if (service === undefined) throw new Error(`no fixture for ${name}`)
  return service
}

/** What a reply is expected to say, in the words of a reply. */
export const expected = (
  want: ExpectedReply,
  place: { readonly name: string; readonly of: Profile },
): object => ({
  outcome: want.outcome,
  transaction: want.transaction,
  tokenRejected: want.tokenRejected ?? false,
  ...(want.english !== undefined && { meaning: { english: want.english, indonesian: want.indonesian } }),
  ...(want.body !== undefined && { body: want.body }),
  ...(want.inquiry != null && {
    inquiry: {
      provider: place.of.id,
      environment: 'sandbox',
      of: place.name,
      how: 'status',
      ...want.inquiry,
    },
  }),
})
