import { type Client, createClient, type Profile } from '@x/providers'
import { expect, it } from 'vitest'
import type { ProfileFixtures, ServiceFixture } from '../src/testing/profile-fixtures.js'

const headersOf = (init: RequestInit | undefined): Record<string, string> =>
  Object.fromEntries(new Headers(init?.headers))

const open = (
  profile: Profile,
  fixtures: ProfileFixtures,
  { at, accessToken, answers }: { at: string; accessToken?: string; answers: readonly Response[] },
) => {
  const sent: { url: string; init: RequestInit | undefined }[] = []
  const left = [...answers]
  const client = createClient(profile, {
    ...fixtures.credentials,
    environment: fixtures.environment,
    now: () => Date.parse(at),
    ...(accessToken !== undefined && {
      tokens: {
        get: async () => ({ value: accessToken, expiresAt: Number.MAX_SAFE_INTEGER }),
        confirm: () => {},
        invalidate: () => 'kept',
      },
    }),
    fetch: async (url: string | URL | Request, init?: RequestInit) => {
      sent.push({ url: String(url), init })
      return left.shift() ?? Response.error()
    },
  } as never) as unknown as Client<
    { services: Record<string, { method: 'POST'; path: '/'; kind: 'read' }> } & Profile
  >
  return { client, sent }
}

const serviceTest = (profile: Profile, fixtures: ProfileFixtures, name: string, fixture: ServiceFixture) => {
  const { at, accessToken, externalId, call, request, answers, withoutAnswer } = fixture
  const service = profile.services?.[name]
  it(`${name} goes out as the page says`, async () => {
    expect({ code: service?.code, kind: service?.kind }).toEqual({ code: fixture.code, kind: fixture.kind })
    const { client } = open(profile, fixtures, {
      at,
      ...(accessToken !== undefined && { accessToken }),
      answers: [],
    })
    const prepared = await client.prepare(name, { ...call, externalId } as never)
    expect(prepared.request()).toEqual(request)
    const lost = prepared.read({ status: 502, body: '' })
    expect(lost.outcome).toBe('unknown')
    if (withoutAnswer !== undefined) expect(planOf(lost.inquiry)).toEqual(withoutAnswer)
  })
  it.each(answers)(`${name} is answered with $status $body`, async ({ status, body, expect: expected }) => {
    const { client } = open(profile, fixtures, {
      at,
      ...(accessToken !== undefined && { accessToken }),
      answers: [],
    })
    const reply = (await client.prepare(name, { ...call, externalId } as never)).read({ status, body })
    expect({
      outcome: reply.outcome,
      transaction: reply.transaction,
      code: reply.code?.value,
      tokenRejected: reply.tokenRejected,
    }).toEqual({
      outcome: expected.outcome,
      transaction: expected.transaction,
      code: expected.code,
      tokenRejected: expected.tokenRejected ?? false,
    })
    if (expected.english !== undefined) expect(reply.meaning.english).toBe(expected.english)
    if (expected.indonesian !== undefined) expect(reply.meaning.indonesian).toBe(expected.indonesian)
    if (expected.body !== undefined) expect(reply.body).toEqual(expected.body)
    if (expected.inquiry !== undefined) expect(planOf(reply.inquiry)).toEqual(expected.inquiry)
  })
}

const planOf = (inquiry: object | undefined): object | null => {
  if (inquiry === undefined) return null
  const { provider: _, environment: __, of: ___, how, ...plan } = inquiry as Record<string, unknown>
  return how === 'status' ? plan : { ...plan, how }
}

/** Every literal of a profile's fixtures through `createClient`, with a fixed clock and no network. */
export const testFixtures = (profile: Profile, fixtures: ProfileFixtures): void => {
  it('says who it is, and has a fixture for every service', () => {
    const { flows, ...identity } = fixtures.identity
    const { id, name, environments, evidence, token, sign } = profile
    expect({ id, name, environments, evidence }).toEqual(identity)
    expect({ token: token?.flow, sign: sign?.flow }).toEqual({ token: undefined, ...flows })
    expect(Object.keys(fixtures.services).sort()).toEqual(Object.keys(profile.services ?? {}).sort())
  })
  for (const [name, fixture] of Object.entries(fixtures.services))
    serviceTest(profile, fixtures, name, fixture)
  const { token } = fixtures
  if (token === undefined) return
  it.each(token.answers)(
    'asks for its token, answered with $status $body',
    async ({ status, body, expect: expected }) => {
      const { client, sent } = open(profile, fixtures, {
        at: token.at,
        answers: [new Response(body, { status })],
      })
      const got = await client.accessToken().then(
        ({ value, expiresAt }) => ({
          accessToken: value,
          expiresIn: (expiresAt - Date.parse(token.at)) / 1_000,
        }),
        (error: Error) => error,
      )
      const [{ url, init } = { url: '', init: undefined }] = sent
      expect({ method: init?.method, url, headers: headersOf(init), body: init?.body }).toEqual(token.request)
      if (typeof expected === 'object') expect(got).toEqual(expected)
      else expect(got).toMatchObject({ name: 'ProviderError' })
    },
  )
}
