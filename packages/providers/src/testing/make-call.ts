import type { Profile } from '../profile.js'
import type { Reply } from '../reply.js'
import { openClient, type TestClient } from './open-client.js'
import { type LiteralAnswer, openWire } from './open-wire.js'
import type { ProfileFixtures, ServiceFixture, WireRequest } from './profile-fixtures.js'
import { testTokens } from './test-tokens.js'

/** Bytes that are no text: for the client it is as if nothing had come. */
export const noAnswer: LiteralAnswer = { status: 200, body: new Uint8Array([0xff]) }

export interface MadeCall {
  readonly reply: Reply
  /** Asks for the same credentials, and is answered nothing of use. */
  readonly inquire: TestClient['inquire']
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
  const { at } = fixture
  const { fetch, requests } = openWire(answer)
  const tokens = testTokens(fixture.accessToken ?? 'no-token-in-this-fixture')
  const { call } = openClient(profile, fixtures, { at, fetch, tokens })
  const reply = await call(service, { ...fixture.call, externalId })
  const inquire: MadeCall['inquire'] = (...inquiry) =>
    openClient(profile, fixtures, { at, fetch: openWire(noAnswer).fetch, tokens }).inquire(...inquiry)
  return { reply, inquire, requests }
}
