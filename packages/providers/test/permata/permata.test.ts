import { inspect } from 'node:util'
import { createClient, ProviderError } from '@x/providers'
import { permata } from '@x/providers/permata'
import type { CachedTokenSource } from '@x/token-cache'
import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures.js'

const credentials = fixtures.credentials as {
  clientId: string
  clientSecret: string
  apiKey: string
  staticKey: string
  organizationName: string
}
const transfer = { XferAddRq: { MsgRqHdr: { RequestTimestamp: '', CustRefID: '1' }, XferInfo: {} } }

/** Answers each call in turn; a refused token is replaced at once. */
const bankAnswering = (...answers: readonly (readonly [number, string])[]) => {
  const sent: (string | null)[] = []
  const left = [...answers]
  let version = 1
  const bank = createClient(permata, {
    ...credentials,
    environment: 'test',
    tokens: {
      get: async () => ({
        value: `token-${version}`,
        version: `${version}`,
        expiresAt: Number.MAX_SAFE_INTEGER,
      }),
      confirm: () => {},
      invalidate: () => {
        version++
        return 'renewed'
      },
      peek: () => undefined,
    } satisfies CachedTokenSource as CachedTokenSource,
    fetch: async (_, init) => {
      sent.push(new Headers(init?.headers).get('authorization'))
      const [status, body] = left.shift() ?? [500, '']
      return new Response(body, { status })
    },
  })
  return { bank, sent }
}

describe('Permata', () => {
  it('signs what is sent without its white space, which stays where it is', async () => {
    // printf %s 'token-1:2026-11-22T10:00:00.123+07:00:{"a":"b c / d"}' |
    //   openssl dgst -sha256 -hmac WD62811305f7f796a480bb2c53d76099 -binary | base64
    const signature = 'BnaiAVJF9tEWFt5AbjIkvzh2EC7mcUPUqELw4EHCsYw='
    const fixed = createClient(permata, {
      ...credentials,
      environment: 'test',
      now: () => Date.parse('2026-11-22T03:00:00.123Z'),
      fetch: async () => Response.json({ access_token: 'token-1', token_type: 'Bearer', expires_in: 3600 }),
    })
    for (const body of [' { "a" :\n"b c / d" } ', new TextEncoder().encode('{"a":"b c / d"}')]) {
      const request = (await fixed.prepare('transfer', { body })).request()
      expect(request.headers['permata-signature']).toBe(signature)
      expect(request.body).toEqual(body)
    }
  })

  it('asks for another token only for what changes nothing', async () => {
    const refused = [401, '{"ErrorCode":"401","ErrorDescription":"Unauthorized"}'] as const
    const fine = [200, '{"BalInqRs":{"MsgRsHdr":{"StatusCode":"00"}}}'] as const
    const reading = bankAnswering(refused, fine)
    const body = {
      BalInqRq: { MsgRqHdr: { RequestTimestamp: '', CustRefID: '1' }, InqInfo: { AccountNumber: '7' } },
    }
    expect(await reading.bank.call('balance-inquiry', { body })).toMatchObject({ outcome: 'success' })
    expect(reading.sent).toEqual(['Bearer token-1', 'Bearer token-2'])

    const paying = bankAnswering(refused, fine)
    expect(await paying.bank.call('transfer', { body: transfer })).toMatchObject({
      outcome: 'unknown',
      tokenRejected: false,
    })
    expect(paying.sent).toEqual(['Bearer token-1'])
  })

  it.each([
    ['two headers', '{"A":{"MsgRsHdr":{"StatusCode":"00"}},"B":{"MsgRsHdr":{"StatusCode":"00"}}}'],
    ['a header of its own', '{"MsgRsHdr":{"StatusCode":"00"}}'],
    ['no text', '{"A":{"MsgRsHdr":{"StatusCode":0}}}'],
    ['null', '{"A":{"MsgRsHdr":null}}'],
    ['an array', '{"A":[{"MsgRsHdr":{"StatusCode":"00"}}]}'],
    ['a prototype’s member', '{"A":{"__proto__":{"MsgRsHdr":{"StatusCode":"00"}}}}'],
  ])('makes nothing of %s', async (_, answer) => {
    const { bank } = bankAnswering([200, answer])
    const reply = await bank.call('transaction-status', {
      body: { StatusTransactionRq: { CorpID: 'Toko Satu', CustRefID: '1' } },
    })
    expect(reply).toMatchObject({ outcome: 'unknown', transaction: 'unknown' })
  })

  it('names the bank’s code of a refused token, and no key', async () => {
    const { clientSecret, apiKey, staticKey } = credentials
    const echo = `${clientSecret} ${apiKey} ${staticKey}`
    const bank = createClient(permata, {
      ...credentials,
      environment: 'test',
      fetch: async () =>
        Response.json(
          { ErrorCode: 'ESB-403', ErrorDescription: echo, error: 'invalid_client', error_description: echo },
          { status: 403 },
        ),
    })
    const error = await bank.accessToken().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProviderError)
    expect(error).toMatchObject({ code: 'ERR_PROVIDER_REFUSED', detail: { responseCode: 'ESB-403' } })
    const shown = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)
    for (const secret of [clientSecret, apiKey, staticKey]) expect(shown).not.toContain(secret)
  })

  it.each(['apiKey', 'staticKey', 'organizationName', 'clientSecret'])('wants %s', (name) => {
    const make = () => createClient(permata, { ...credentials, [name]: '', environment: 'test' } as never)
    expect(make).toThrow(`"${name}" must be a non-empty string`)
  })

  it('wants an organization name that a header can hold', () => {
    const make = () =>
      createClient(permata, { ...credentials, organizationName: 'Toko\nSatu', environment: 'test' })
    expect(make).toThrow('"organizationName" must be printable ASCII')
  })

  it('wants the address of production, which no page prints', () => {
    const make = () => createClient(permata, { ...credentials, environment: 'production' })
    expect(make).toThrow('"baseUrl" is required: Permata tells the address of "production" at onboarding')
  })
})
