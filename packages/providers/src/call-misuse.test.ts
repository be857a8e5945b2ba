import { describe, expect, it } from 'vitest'
import { createClient } from './create-client.js'
import { defineProfile } from './define-profile.js'
import { snapReply } from './schemes/snap-reply.js'
import type { SignScheme } from './sign-scheme.js'

const evidence = [{ source: 'a page', checked: '2026-11-22', grade: 'documentation' }] as const
const signedWith = (header: string): SignScheme<object> => ({
  flow: 'mine',
  prepare: () => ({ sign: () => ({ headers: { 'x-key': header }, secrets: [] }) }),
})
const bank = (header = 'a-key') =>
  defineProfile({
    id: 'a',
    name: 'A',
    environments: { test: { baseUrl: 'https://a.example' } },
    sign: signedWith(header),
    reply: snapReply(),
    services: { balance: { method: 'POST', path: '/balance', kind: 'money' } },
    evidence,
  })
let sent = 0
const settings = {
  environment: 'test',
  fetch: async () => {
    sent += 1
    return Response.json({ responseCode: '2001100' })
  },
} as const

describe('an option that nobody reads', () => {
  it.each([
    ['timeout', 'createClient has no option "timeout": did you mean "timeoutMs"?'],
    ['onevent', 'createClient has no option "onevent": did you mean "onEvent"?'],
    ['baseURL', 'did you mean "baseUrl"?'],
  ])('is refused by createClient: %s', (name, sentence) => {
    expect(() => createClient(bank(), { ...settings, [name]: 1 })).toThrow(sentence)
  })

  it('but a credential may have any other name', () => {
    for (const token of ['token', 'clientId', 'partnerId', 'apiKey', 'privateKey'])
      expect(() => createClient(bank(), { ...settings, [token]: 'a' })).not.toThrow()
  })

  const client = createClient(bank(), settings)
  const inquiry = {
    provider: 'a',
    environment: 'test',
    service: 'balance',
    of: 'x',
    body: {},
    how: 'status',
    account: '',
  } as const
  it.each([
    [
      () => client.call('balance', { body: {}, beforesend: () => 1 } as never),
      'call has no option "beforesend": did you mean "beforeSend"?',
    ],
    [
      () => client.call('balance', { accountNo: '1' } as never),
      'call has no option "accountNo": what the provider is to get goes into "body", as { body: { accountNo: … } }',
    ],
    [() => client.call('balance', { body: {}, kind: 'read' } as never), 'call has no option "kind"'],
    [
      () => client.prepare('balance', { body: {}, timeout: 5 } as never),
      'prepare has no option "timeout": did you mean "timeoutMs"?',
    ],
    [
      () => client.fetch('/a', { body: {}, Method: 'GET' } as never),
      'fetch has no option "Method": did you mean "method"?',
    ],
    [() => client.inquire(inquiry, { body: {} } as never), 'inquire has no option "body"'],
    [() => client.inquire({ outcome: 'unknown', inquiry } as never), 'pass reply.inquiry'],
  ])('is refused by a call (%#)', async (make, sentence) => {
    sent = 0
    await expect(make()).rejects.toThrow(TypeError)
    await expect(make()).rejects.toThrow(sentence)
    expect(sent).toBe(0)
  })
})

describe('a header that cannot be sent', () => {
  it.each(['CANARY–1', 'CANARY\n', 7 as never])(
    'throws before sending, never unknown (%j)',
    async (header) => {
      sent = 0
      const call = createClient(bank(header), settings).call('balance', { body: {} })
      await expect(call).rejects.toThrow('The header x-key must be printable ASCII')
      await expect(call).rejects.not.toThrow(/CANARY/)
      expect(sent).toBe(0)
    },
  )

  it('also where it is of a token request', async () => {
    const profile = defineProfile({
      id: 'a',
      name: 'A',
      environments: { test: { baseUrl: 'https://a.example' } },
      token: {
        flow: 'mine',
        prepare: () => ({
          url: 'https://a.example/token',
          clientId: 'a',
          credentialId: async () => 'a',
          buildRequest: () => ({
            url: 'https://a.example/token',
            method: 'POST',
            headers: { 'x-key': 'CANARY–1' },
            body: '',
          }),
          readResponse: () => ({ kind: 'refused' }),
          onRefusal: '',
        }),
      },
      evidence,
    })
    const error = await createClient(profile, settings)
      .accessToken()
      .catch((thrown: unknown) => thrown)
    expect(String(error)).toBe('TypeError: The header x-key must be printable ASCII, without a line end')
  })
})

describe('a base URL that holds what every path begins with', () => {
  const twice = 'would stand twice in every address'
  const withBase = (baseUrl: string) =>
    ({
      ...bank(),
      environments: { test: { baseUrl } },
      services: { a: { method: 'POST', path: '/v1.0/a', kind: 'read' } },
    }) as const
  it('is refused', () => {
    expect(() => defineProfile(withBase('https://a.example/v1.0'))).toThrow(twice)
    expect(() => defineProfile(withBase('https://a.example/gateway'))).not.toThrow()
    expect(() => defineProfile(withBase('https://a.example/v1'))).not.toThrow()
  })
  it('but not where one path begins otherwise: then it may be a prefix that is not signed', () => {
    const own = withBase('https://a.example/v1.0')
    const services = { ...own.services, b: { method: 'POST', path: '/v2.0/b', kind: 'read' } } as const
    expect(() => defineProfile({ ...own, services })).not.toThrow()
  })
  it('also where the client names it', () => {
    const profile = defineProfile(withBase('https://a.example'))
    expect(() => createClient(profile, { ...settings, baseUrl: 'https://b.example/v1.0/' })).toThrow(twice)
  })
})
