import type { Profile } from '../profile.js'
import type { Reply } from '../reply.js'
import { openClient, type TestClient } from './open-client.js'
import { type LiteralAnswer, openWire } from './open-wire.js'
import type { ProfileFixtures, ServiceFixture, WireRequest } from './profile-fixtures.js'
import { testTokens } from './test-tokens.js'

export interface MadeCall {
  /** Its `fetch` goes on answering the same. */
  readonly client: TestClient
  readonly reply: Reply
  readonly requests: readonly WireRequest[]
}

/** One call of a service as its fixture makes it, and its literal answer. */
export const makeCall = async (
  profile: Profile,
  fixtures: ProfileFixtures,
  {
    service,
    fixture,
    answer,
    externalId = fixture.externalId,
  }: {
    readonly service: string
    readonly fixture: ServiceFixture
    readonly answer: LiteralAnswer
    readonly externalId?: string | undefined
  },
): Promise<MadeCall> => {
  const { fetch, requests } = openWire(answer)
  const tokens = testTokens(fixture.accessToken ?? 'no-token-in-this-fixture')
  const client = openClient(profile, fixtures, { at: fixture.at, fetch, tokens })
  const reply = await client.call(service, { ...fixture.call, externalId })
  return { client, reply, requests: [...requests] }
}
