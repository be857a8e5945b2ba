import { createClient, ProviderError } from '@x/providers'
import { nicepay } from '@x/providers/nicepay'
import { describe, expect, it } from 'vitest'
import type { ExpectedInquiry, ServiceFixture } from '../../src/testing/profile-fixtures.js'
import { credentials } from './credentials.js'
import { fixtures } from './fixtures.js'

type Name = keyof typeof nicepay.services

const unused = async (): Promise<never> => {
  throw new Error('nothing is to be sent')
}

const clientAt = (fixture: ServiceFixture) =>
  createClient(nicepay, {
    ...credentials,
    environment: 'development',
    now: () => Date.parse(fixture.at),
    fetch: unused,
    tokens: {
      get: async () => ({ value: fixture.accessToken ?? '', expiresAt: Number.POSITIVE_INFINITY }) as never,
      invalidate: () => 'renewed',
      confirm: () => undefined,
    } as never,
  })

const prepared = (name: string, fixture: ServiceFixture) =>
  clientAt(fixture).prepare(
    name as Name,
    { body: fixture.call.body, externalId: fixture.externalId } as never,
  )

const plan = (expected: ExpectedInquiry | null, of: string): object | undefined =>
  expected === null
    ? undefined
    : { provider: 'nicepay', environment: 'development', of, how: 'status', ...expected }

describe('NICEPAY as its pages have it', () => {
  it('is this profile', () => {
    const { id, name, environments, evidence } = nicepay
    const { flows, ...identity } = fixtures.identity
    expect({ id, name, environments, evidence }).toEqual(identity)
    expect(Object.keys(fixtures.services).sort()).toEqual(Object.keys(nicepay.services).sort())
    expect({ token: nicepay.token?.flow, sign: nicepay.sign.flow }).toEqual(flows)
  })

  it('asks for a token so', async () => {
    const { token } = fixtures
    if (token === undefined) throw new Error('no token in the fixtures')
    for (const { status, body, expect: expected } of token.answers) {
      const seen: object[] = []
      const pay = createClient(nicepay, {
        ...credentials,
        environment: 'development',
        now: () => Date.parse(token.at),
        fetch: async (url, { method, headers, body: sent } = {}) => {
          seen.push({ url, method, headers, body: sent })
          return new Response(body, { status })
        },
      })
      const got = await pay.accessToken().then(
        ({ value, expiresAt }) => ({
          accessToken: value,
          expiresIn: (expiresAt - Date.parse(token.at)) / 1000,
        }),
        (error: unknown) => (error instanceof ProviderError ? error.code : error),
      )
      expect(seen[0]).toEqual(token.request)
      expect(got).toEqual(typeof expected === 'string' ? `ERR_PROVIDER_${expected.toUpperCase()}` : expected)
    }
  })

  describe.each(Object.entries(fixtures.services))('%s', (name, fixture) => {
    it('is that service', () => {
      const { code, kind } = nicepay.services[name as Name]
      expect({ code, kind }).toEqual({ code: fixture.code, kind: fixture.kind })
    })

    it('goes out byte for byte', async () => {
      expect((await prepared(name, fixture)).request()).toEqual(fixture.request)
    })

    it.each(fixture.answers)('HTTP $status $body', async ({ status, body, expect: expected }) => {
      const reply = (await prepared(name, fixture)).read({ status, body })
      const { outcome, transaction, code, tokenRejected } = reply
      expect({ outcome, transaction, code: code?.value, tokenRejected }).toEqual({
        outcome: expected.outcome,
        transaction: expected.transaction,
        code: expected.code,
        tokenRejected: expected.tokenRejected ?? false,
      })
      if (expected.body) expect(reply.body).toEqual(expected.body)
      if (expected.indonesian) expect(reply.meaning.indonesian).toBe(expected.indonesian)
      if (expected.inquiry !== undefined) expect(reply.inquiry).toEqual(plan(expected.inquiry, name))
    })

    it('says how to ask when no answer came', async () => {
      const reply = (await prepared(name, fixture)).read({ status: 200, body: '' })
      expect(reply.outcome).toBe('unknown')
      expect(reply.inquiry).toEqual(plan(fixture.withoutAnswer ?? null, name))
    })
  })
})
