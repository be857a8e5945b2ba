import { describe, expect, it } from 'vitest'
import { createClient } from '../create-client.js'
import { defineProfile } from '../define-profile.js'
import type { SignScheme } from '../sign-scheme.js'
import { oauthBasic } from './oauth-basic.js'
import { oauthForm } from './oauth-form.js'
import { snapB2b } from './snap-b2b.js'
import { snapHmac } from './snap-hmac.js'
import { snapReply } from './snap-reply.js'
import { snapRsa } from './snap-rsa.js'

const evidence = [{ source: 'a page', checked: '2026-11-22', grade: 'documentation' }] as const
const clientOf = (sign: SignScheme<never>, credentials: object) =>
  createClient(
    defineProfile({
      id: 'a',
      name: 'A',
      environments: { test: { baseUrl: 'https://a.example' } },
      sign,
      reply: snapReply(),
      services: { balance: { method: 'POST', path: '/balance', kind: 'read' } },
      evidence,
    }),
    { environment: 'test', ...credentials } as never,
  )

describe('snapReply', () => {
  it.each([
    [{ '404XX18': {} }, '"404XX18" is no key of snapReply: write 404xx18'],
    [{ '40418': {} }, '"40418" is no key of snapReply: write 404xx18 (every service) or 4041718 (one)'],
    [{ '4031702': 'rejected' }, 'snapReply\'s "4031702" must be an object'],
    [{ '4031702': { outcom: 'rejected' } }, 'unknown member "outcom": did you mean "outcome"?'],
    [
      { '4031702': { outcome: 'reject' } },
      'outcome of "4031702" must be success, pending, rejected or unknown: did you mean "rejected"?',
    ],
    [{ '4031702': { tokenRejected: 'yes' } }, 'tokenRejected of "4031702" must be true or false'],
    [{ '4031702': { english: 7 } }, 'english of "4031702" must be a non-empty string'],
    [{ '4031702': { indonesian: '' } }, 'indonesian of "4031702" must be a non-empty string'],
    [[], 'snapReply takes an object'],
    [null, 'snapReply takes an object'],
  ])('refuses %j', (overrides, sentence) => {
    expect(() => snapReply(overrides as never)).toThrow(TypeError)
    expect(() => snapReply(overrides as never)).toThrow(sentence)
  })

  it('takes a service of its own letters, and words alone', () => {
    const words = { english: 'Over the daily limit.', indonesian: 'Melewati batas harian.' }
    expect(() => snapReply({ '404IS18': { outcome: 'unknown' }, '4031702': words })).not.toThrow()
  })
})

describe.each([
  ['snapB2b', (path: never) => snapB2b({ path })],
  ['oauthBasic', (path: never) => oauthBasic({ path, encoding: 'raw' })],
  ['oauthForm', (path: never) => oauthForm({ path, grant: 'form' })],
])('%s', (_, scheme) => {
  it.each([
    '.evil.example/b2b',
    '//evil.example/b2b',
    '@evil.example',
    '',
    undefined,
    '/a/../b',
    '/a b',
    '/a#b',
  ])('refuses the path %s, which goes somewhere else', (path) =>
    expect(() => scheme(path as never)).toThrow('"path" must begin with one slash'),
  )
})

describe('an option that nobody reads', () => {
  const snap = { partnerId: 'A', channelId: 'B', secret: () => 'c' }
  it.each([
    [
      () => snapHmac({ ...snap, miliseconds: true } as never),
      'snapHmac has no option "miliseconds": did you mean "milliseconds"?',
    ],
    [() => snapRsa({ ...snap } as never), 'snapRsa has no option "secret"; known are partnerId, channelId'],
    [() => snapB2b({ path: '/a', lifetime: 1 } as never), 'snapB2b has no option "lifetime"; known are path'],
    [() => oauthBasic({ path: '/a', encodng: 'raw' } as never), 'did you mean "encoding"?'],
    [() => oauthForm({ path: '/a', grant: 'form', Scope: 'a' } as never), 'did you mean "scope"?'],
    [() => snapHmac(undefined as never), 'snapHmac takes an object'],
    [
      () => snapHmac({ ...snap, milliseconds: 'yes' } as never),
      '"milliseconds" of snapHmac must be true or false',
    ],
    [
      () => snapB2b({ path: '/a', milliseconds: 1 } as never),
      '"milliseconds" of snapB2b must be true or false',
    ],
    [() => oauthBasic({ path: '/a', encoding: 'base64' } as never), '"encoding" must be'],
    [() => snapHmac({ ...snap, secret: 'constant' } as never), '"secret" of snapHmac must be a function'],
    [
      () => snapHmac({ ...snap, partnerId: 7 } as never),
      '"partnerId" of snapHmac must be a string or a function',
    ],
    [() => snapRsa({ partnerId: 'A' } as never), '"channelId" of snapRsa must be a string or a function'],
    [() => snapRsa({ partnerId: 'A', channelId: '9–5' }), '"channelId" of snapRsa must be printable ASCII'],
    [
      () => snapRsa({ partnerId: 'A', channelId: 'B', origin: '' }),
      '"origin" of snapRsa must be a non-empty',
    ],
  ])('is refused when the scheme is made (%#)', (make, sentence) => {
    expect(make).toThrow(TypeError)
    expect(make).toThrow(sentence)
  })

  it.each([
    [
      { alphabet: 'letters', length: 20, maximum: 20 },
      '"externalId.alphabet" must be digits, letters-and-digits or visible',
    ],
    [{ alphabet: 'toString', length: 20, maximum: 20 }, '"externalId.alphabet" must be'],
    [
      { alphabet: 'digits', length: 20, maximum: 16 },
      '"externalId.length" must be a whole number from 1 to "maximum"',
    ],
    [{ alphabet: 'digits', length: 0, maximum: 16 }, '"externalId.length" must be'],
    [{ alphabet: 'digits', length: 20.5, maximum: 36 }, '"externalId.length" must be'],
    [{ alphabet: 'digits', length: 20 }, '"externalId.maximum" must be a whole number'],
    [{ alphabet: 'digits', length: 20, maximum: Number.POSITIVE_INFINITY }, '"externalId.maximum" must be'],
    [{ alphabet: 'digits', length: 20, max: 20 }, 'externalId has no option "max"'],
    ['digits', 'externalId takes an object'],
  ])('and so is the id rule %j', (externalId, sentence) => {
    expect(() => snapHmac({ ...snap, externalId } as never)).toThrow(sentence)
  })
})

describe('a credential that cannot work', () => {
  interface Mine {
    readonly corporateId?: string
    readonly apiSecret?: string
    readonly channel?: string
  }
  const scheme = snapHmac<Mine>({
    secret: ({ apiSecret }) => apiSecret as string,
    partnerId: ({ corporateId }) => corporateId as string,
    channelId: ({ channel, corporateId }) => (channel ?? corporateId) as string,
  })
  const good = { corporateId: 'CORP', apiSecret: 'not-a-real-secret', channel: '95051' }

  it.each([
    [{ ...good, corporateId: undefined }, 'snapHmac\'s partnerId returned nothing: is "corporateId" given?'],
    [{ ...good, apiSecret: undefined }, 'snapHmac\'s secret returned nothing: is "apiSecret" given?'],
    [{ ...good, corporateId: 'CORP–1' }, "snapHmac's partnerId must be printable ASCII"],
    [{ ...good, corporateId: 'CORP\n' }, "snapHmac's partnerId must be printable ASCII"],
    [{ ...good, channel: '95051 ' }, "snapHmac's channelId must be printable ASCII"],
    [{ ...good, channel: 95051 }, "snapHmac's channelId must be a non-empty string, got number"],
  ])('is named when the client is made (%#)', (credentials, sentence) => {
    expect(() => clientOf(scheme, credentials)).toThrow(TypeError)
    expect(() => clientOf(scheme, credentials)).toThrow(sentence)
  })

  it('and its value is not shown', () => {
    expect(() => clientOf(scheme, { ...good, corporateId: 'CANARY–1' })).not.toThrow(/CANARY/)
  })

  it('such as no private key, by the name of the option', () => {
    const rsa = snapRsa({ partnerId: 'A', channelId: 'B' })
    for (const privateKey of [undefined, '', 7, {}])
      expect(() => clientOf(rsa, { privateKey })).toThrow(
        '"privateKey" must be a PEM text, DER bytes or a function',
      )
  })

  it.each([
    [
      'snapB2b',
      snapB2b({ path: '/a' }),
      { clientId: 'shop–1', privateKey: 'a' },
      '"clientId" must be printable ASCII',
    ],
    ['oauthBasic', oauthBasic({ path: '/a', encoding: 'raw' }), { clientId: 'a' }, '"clientSecret" must be'],
  ])('also for a token: %s', (_, token, credentials, sentence) => {
    const profile = defineProfile({
      id: 'a',
      name: 'A',
      environments: { test: { baseUrl: 'https://a.example' } },
      token,
      evidence,
    })
    expect(() => createClient(profile, { environment: 'test', ...credentials } as never)).toThrow(sentence)
  })
})

describe('constants', () => {
  it('stand for what every client of the provider sends', async () => {
    const options = { secret: () => 'not-a-real-secret', partnerId: 'CORP', channelId: '95051' }
    const { sign } = snapHmac({ ...options, origin: 'shop.example' }).prepare(
      {},
      { baseUrl: 'https://a.example' },
    )
    const call = { method: 'POST', path: '/a', body: '{}', accessToken: 'a', externalId: '1', epochMs: 0 }
    const { headers } = await sign(call)
    expect(headers).toMatchObject({
      'x-partner-id': 'CORP',
      'channel-id': '95051',
      origin: 'shop.example',
    })
  })
})

describe('snapB2b', () => {
  it('writes milliseconds where the provider wants them', async () => {
    const { privateKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    )
    const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, bytes))
    const flow = snapB2b({ path: '/a', milliseconds: true }).prepare(
      { clientId: 'shop-1', privateKey: sign as never, keyId: 'one' },
      { baseUrl: 'https://a.example' },
    )
    const { headers } = await flow.buildRequest(Date.parse('2026-11-22T03:00:00.007Z'))
    expect(headers['x-timestamp']).toBe('2026-11-22T10:00:00.007+07:00')
  })

  it('says that a token has no type where it has none', () => {
    const flow = snapB2b({ path: '/a' }).prepare(
      { clientId: 'shop-1', privateKey: (() => new Uint8Array()) as never, keyId: 'one' },
      { baseUrl: 'https://a.example' },
    )
    const response = { status: 200, headers: new Headers(), body: '{"accessToken":"a"}' }
    const request = { url: '', method: 'POST', headers: {}, body: '' }
    expect(flow.readResponse(response, request)).toEqual({
      kind: 'unreadable',
      reason: 'it holds no "tokenType"',
    })
  })
})
