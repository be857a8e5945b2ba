import { getEventListeners } from 'node:events'
import { inspect } from 'node:util'
import { createClient, type ProviderEvent } from '@x/providers'
import { dana } from '@x/providers/dana'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { privateKey } from './clients.js'
import { killBank } from './kill/profile.js'
import { bankClient, recordingBank, thrownBy, transfer } from './recording-bank.js'

const throwing = (field: string) =>
  Object.defineProperty({}, field, {
    enumerable: true,
    get: () => {
      throw new Error('CANARY')
    },
  })

const inquiry = {
  provider: 'kill-bank',
  environment: 'test',
  account: 'IONPAYTEST',
  of: 'transfer-intrabank',
  service: 'transfer-status',
  how: 'status',
  body: {},
}

type AnyCall = (...given: unknown[]) => Promise<unknown>

describe('misuse is a TypeError with a sentence, before anything goes out', () => {
  const service = 'transfer-intrabank'
  it.each([
    ['call', '"service" must be one of transfer-intrabank, transfer-status', () => ['constructor', {}]],
    ['call', '"service" must be one of', () => ['__proto__', {}]],
    ['call', '"service" must be one of', () => [undefined, {}]],
    ['call', '"service" must be one of', () => [{ toString: () => service }, {}]],
    ['call', 'The options of a call must be an object', () => [service]],
    ['call', 'The options of a call must be an object', () => [service, null]],
    ['call', 'one of their getters throws', () => [service, throwing('body')]],
    ['call', 'one of their getters throws', () => [service, throwing('signal')]],
    ['call', '"body" must be an object', () => [service, { body: [] }]],
    ['call', '"signal" must be an AbortSignal', () => [service, { body: transfer, signal: {} }]],
    ['call', '"signal" must be an AbortSignal', () => [service, { body: transfer, signal: 'x' }]],
    ['call', '"beforeSend" must be a function', () => [service, { body: transfer, beforeSend: 'x' }]],
    ['call', '"timeoutMs" must be a number', () => [service, { body: transfer, timeoutMs: 0 }]],
    ['call', '"timeoutMs" must be a number', () => [service, { body: transfer, timeoutMs: Number.NaN }]],
    ['call', '"externalId" must be 1 to 36 digits', () => [service, { body: transfer, externalId: 'abc' }]],
    ['call', '"headers" must be an object', () => [service, { body: transfer, headers: [] }]],
    ['call', 'header names as keys', () => [service, { body: transfer, headers: { 'a b': 'x' } }]],
    ['call', 'printable ASCII', () => [service, { body: transfer, headers: { a: 'x\r\ny' } }]],
    ['call', 'printable ASCII', () => [service, { body: transfer, headers: { a: 5 } }]],
    [
      'call',
      'the runtime writes it',
      () => [service, { body: transfer, headers: { 'Content-Length': '1' } }],
    ],
    [
      'call',
      'the runtime writes it',
      () => [service, { body: transfer, headers: { Expect: '100-continue' } }],
    ],
    ['call', 'it is there twice', () => [service, { body: transfer, headers: { 'X-A': '1', 'x-a': '2' } }]],
    [
      'call',
      'must not set Content-Type',
      () => [service, { body: transfer, headers: { 'Content-Type': 'text/plain' } }],
    ],
    [
      'call',
      'must not set authorization',
      () => [service, { body: transfer, headers: { Authorization: 'x' } }],
    ],
    ['prepare', '"service" must be one of', () => ['constructor', {}]],
    ['prepare', 'one of their getters throws', () => [service, throwing('body')]],
    ['fetch', '"path" must begin with one slash', () => ['v1', {}]],
    ['fetch', 'The options of a call must be an object', () => ['/a', null]],
    ['fetch', 'one of their getters throws', () => ['/a', throwing('method')]],
    ['fetch', '"method" must be GET', () => ['/a', { method: 'PATCH' }]],
    ['fetch', '"method" must be GET', () => ['/a', { method: 'constructor' }]],
    ['fetch', '"kind" must be read, money or other', () => ['/a', { kind: 'transfer' }]],
    ['fetch', '"code" must be a string', () => ['/a', { code: 17 }]],
    ['fetch', '"body" must be left out of a GET', () => ['/a', { method: 'GET', body: {} }]],
    ['inquire', '"inquiry" must be the inquiry of', () => [undefined]],
    ['inquire', '"inquiry" must be the inquiry of', () => [throwing('provider')]],
    ['inquire', 'must be of a client of kill-bank in test', () => [{ ...inquiry, provider: 'other' }]],
    ['inquire', 'with the same client id', () => [{ ...inquiry, account: 'SOMEBODY-ELSE' }]],
    ['inquire', 'with the same client id', () => [{ ...inquiry, account: undefined }]],
    ['inquire', 'must be one that only reads', () => [{ ...inquiry, service: 'transfer-intrabank' }]],
    [
      'inquire',
      'must be one that only reads',
      () => [{ ...inquiry, service: 'qr-generate' }, { repeat: true }],
    ],
    [
      'inquire',
      'must be that of the call it asks about',
      () => [{ ...inquiry, how: 'repeat', service: 'qr-generate' }, { repeat: true }],
    ],
    ['inquire', '"service" must be one of', () => [{ ...inquiry, service: 'constructor' }]],
    ['inquire', '"inquiry" must be the inquiry of', () => [{ ...inquiry, body: 'x' }]],
    ['inquire', '"how" of an inquiry', () => [{ ...inquiry, how: 'again' }]],
    ['inquire', '"undecided" of an inquiry', () => [{ ...inquiry, undecided: 5 }]],
    ['inquire', 'Pass { repeat: true }', () => [{ ...inquiry, how: 'repeat' }]],
    ['inquire', 'The options of a call must be an object', () => [inquiry, null]],
  ] as const)('%s: %s', async (name, sentence, given) => {
    const bank = await recordingBank()
    const client = bankClient(bank.baseUrl)
    const error = await thrownBy((client[name] as AnyCall)(...given()))
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toContain(sentence)
    expect(error.message).not.toContain('CANARY')
    expect(bank.calls).toEqual([])
  })
})

describe('an inquiry', () => {
  const lost = { status: 504, body: '' }

  it('is of one client, and nobody else is answered not-found', async () => {
    const bank = await recordingBank()
    bank.answers.splice(0, 1, lost)
    const [anna, budi] = ['anna', 'budi'].map((clientId) => bankClient(bank.baseUrl, { clientId }))
    const { inquiry } = (await anna?.call('transfer-intrabank', { body: transfer })) ?? {}
    expect(inquiry).toMatchObject({ account: 'anna' })
    bank.answers.splice(0, 1, { status: 404, body: '{"responseCode":"4043601"}' })
    const asked = bank.calls.length
    const error = await thrownBy(Promise.resolve(budi?.inquire(JSON.parse(JSON.stringify(inquiry)))))
    expect(error).toBeInstanceOf(TypeError)
    expect(bank.calls).toHaveLength(asked)
    expect(await anna?.inquire(inquiry as never)).toMatchObject({ transaction: 'not-found' })
  })

  it('is of one client where there is no token', async () => {
    const options = { environment: 'sandbox', channelId: '95221', privateKey } as const
    const fetch = async () => new Response('', { status: 504 })
    const [anna, budi] = ['anna', 'budi'].map((clientId) =>
      createClient(dana, { ...options, clientId, fetch }),
    )
    const { inquiry } =
      (await anna?.call('debit-payment', { body: { partnerReferenceNo: '1' } as never })) ?? {}
    expect(inquiry).toMatchObject({ account: 'anna' })
    await expect(budi?.inquire(inquiry as never)).rejects.toThrow('with the same client id')
  })

  it.each([
    ['moves money', { service: 'transfer-intrabank' }],
    ['is another one that repeats', { service: 'qr-generate', how: 'repeat' }],
    ['is not there', { service: 'constructor' }],
  ] as const)('is none where the service that a profile names for it %s', async (_, plan) => {
    const bank = await recordingBank()
    const services = {
      ...killBank.services,
      'transfer-intrabank': {
        ...killBank.services['transfer-intrabank'],
        inquiry: () => ({ body: {}, ...plan }),
      },
    }
    const client = createClient(
      { ...killBank, services },
      { environment: 'test', baseUrl: bank.baseUrl, clientId: 'a', clientSecret: 'b', privateKey },
    )
    bank.answers.splice(0, 1, lost)
    const reply = await client.call('transfer-intrabank', { body: transfer })
    expect(reply).toMatchObject({ outcome: 'unknown', inquiry: undefined })
  })
})

describe('after the first byte nothing is thrown', () => {
  it('by a reader, a clock, an audit, a listener or a source of tokens that fails', async () => {
    const bank = await recordingBank()
    const fail = (): never => {
      throw new Error('broken')
    }
    let readings = 0
    const client = createClient(
      { ...killBank, reply: { read: fail } },
      {
        environment: 'test',
        baseUrl: bank.baseUrl,
        clientSecret: 'b',
        now: () => {
          readings += 1
          return readings > 2 ? fail() : Date.now()
        },
        tokens: {
          get: async () => ({ value: 't', expiresAt: Date.now() + 900_000, version: '1' }),
          peek: () => undefined,
          ...{ confirm: fail, invalidate: fail },
        },
        audit: fail,
        onEvent: fail,
        ...{ clientId: 'a', privateKey },
      },
    )
    expect(await client.call('transfer-intrabank', { body: transfer })).toMatchObject({
      outcome: 'unknown',
      problem: 'unreadable',
      status: 200,
      inquiry: { service: 'transfer-status', body: { originalPartnerReferenceNo: 'order-1' } },
    })
    expect(bank.calls).toHaveLength(1)
  })

  it('an abort by the listener that hears of the sending stops it', async () => {
    const bank = await recordingBank()
    const controller = new AbortController()
    const events: ProviderEvent['type'][] = []
    const client = bankClient(bank.baseUrl, {
      onEvent: ({ type }) => {
        events.push(type)
        if (type === 'sending') controller.abort(new Error('changed my mind'))
      },
    })
    const { signal } = controller
    await expect(client.call('transfer-intrabank', { body: transfer, signal })).rejects.toThrow(
      'changed my mind',
    )
    expect(bank.calls).toEqual([])
    expect(events).toEqual(['sending', 'not-sent'])
  })
})

describe('what others bring along', () => {
  it.each([
    ['at the call', 'call'],
    ['at prepare', 'prepare'],
  ] as const)('a beforeSend without end is left with the signal, %s', async (_, how) => {
    const bank = await recordingBank()
    const controller = new AbortController()
    const { signal } = controller
    const beforeSend = () => {
      setImmediate(() => controller.abort(new Error('changed my mind')))
      return new Promise<never>(() => {})
    }
    const asked = bankClient(bank.baseUrl)[how]('transfer-intrabank', { body: transfer, signal, beforeSend })
    await expect(asked).rejects.toThrow('changed my mind')
    expect(bank.calls).toEqual([])
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  const own = {
    get: async () => ({ value: 'same', expiresAt: Date.now() + 900_000, version: '1' }),
    peek: () => undefined,
  }
  const refusal = { status: 401, body: '{"responseCode":"4011701"}' }

  it('a source that learns by promises which reject', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    onTestFinished(() => void process.off('unhandledRejection', unhandled))
    const fail = () => Promise.reject(new Error('the store is down'))
    const bank = await recordingBank()
    bank.answers.unshift(refusal)
    const client = bankClient(bank.baseUrl, { tokens: { ...own, ...{ confirm: fail, invalidate: fail } } })
    expect((await client.call('transfer-intrabank', { body: transfer })).outcome).toBe('rejected')
    expect((await client.call('transfer-intrabank', { body: transfer })).outcome).toBe('success')
    await new Promise((resolve) => setImmediate(resolve))
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('a source that says it has another token and has none', async () => {
    const bank = await recordingBank()
    bank.answers.splice(0, 1, refusal)
    const tokens = { ...own, ...{ confirm: () => {}, invalidate: () => 'renewed' } }
    const reply = await bankClient(bank.baseUrl, { tokens }).call('transfer-intrabank', { body: transfer })
    expect(reply).toMatchObject({ outcome: 'rejected', tokenRejected: true })
    expect(bank.calls).toHaveLength(1)
  })

  it('a clock that gives a big integer once the request is out', async () => {
    const bank = await recordingBank()
    const events: ProviderEvent[] = []
    const client = bankClient(bank.baseUrl, {
      now: () => (bank.calls.length > 0 ? (5n as never) : Date.now()),
      onEvent: (event) => void events.push(event),
    })
    expect((await client.call('transfer-intrabank', { body: transfer })).outcome).toBe('success')
    expect(events.at(-1)).toMatchObject({ type: 'replied', outcome: 'success', tookMs: Number.NaN })
  })

  it.each([
    ['words with a token', 'Unauthorized Bearer abc of account 8377388292'],
    ['thirteen characters', '4011701401170'],
  ])('an event takes no code of %s', async (_, responseCode) => {
    const bank = await recordingBank()
    const events: ProviderEvent[] = []
    bank.answers.splice(0, 1, { status: 401, body: JSON.stringify({ responseCode }) })
    const client = bankClient(bank.baseUrl, { onEvent: (event) => void events.push(event) })
    await client.call('transfer-intrabank', { body: transfer })
    expect(events.at(-1)).toMatchObject({ type: 'replied', code: undefined, status: 401 })
  })
})

describe('a signer function that fails with a TypeError, as a fetch to a key service does', () => {
  const key = {
    keyId: 'k',
    privateKey: async () => {
      throw Object.assign(new TypeError('fetch failed: CANARY'), { code: 'ECONNRESET' })
    },
  }

  it.each([
    [
      'at the call',
      () => createClient(dana, { environment: 'sandbox', clientId: 'a', channelId: '1', ...key }).fetch('/a'),
      'ERR_PROVIDER_SIGN',
    ],
    [
      'at the token',
      async () =>
        bankClient((await recordingBank()).baseUrl, key as object).call('transfer-intrabank', {
          body: transfer,
        }),
      'ERR_PROVIDER_TOKEN',
    ],
  ] as const)('%s', async (_, call, code) => {
    const error = await thrownBy(call())
    expect(error).toMatchObject({ code, detail: { reason: 'ECONNRESET', retryable: true } })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('CANARY')
  })
})

describe('an answer about another transaction', () => {
  const paid = { responseCode: '2003600', latestTransactionStatus: '00' }

  it.each([
    [
      'transfer-status',
      { originalPartnerReferenceNo: 'order-1' },
      { ...paid, originalPartnerReferenceNo: 'order-2' },
    ],
    ['transfer-intrabank', transfer, { responseCode: '2001700', partnerReferenceNo: 'order-2' }],
    ['transfer-intrabank', transfer, { responseCode: '4031714', partnerReferenceNo: 'order-2' }],
  ] as const)('%s: is unknown', async (service, body, answer) => {
    const bank = await recordingBank()
    bank.answers.splice(0, 1, { status: 200, body: JSON.stringify(answer) })
    const reply = await bankClient(bank.baseUrl).call(service, { body })
    expect(reply).toMatchObject({
      outcome: 'unknown',
      transaction: 'unknown',
      problem: 'mismatch',
      status: 200,
    })
    const services = { ...killBank.services, [service]: { ...killBank.services[service], echoes: false } }
    const deaf = createClient(
      { ...killBank, services },
      { environment: 'test', baseUrl: bank.baseUrl, clientId: 'a', clientSecret: 'b', privateKey },
    )
    expect(await deaf.call(service, { body })).toMatchObject({ problem: undefined })
  })
})

describe('prepare', () => {
  it('tells beforeSend, shows no token, and reads as a call does', async () => {
    const bank = await recordingBank()
    const beforeSend = vi.fn()
    const prepared = await bankClient(bank.baseUrl).prepare('transfer-intrabank', {
      body: transfer,
      beforeSend,
    })
    expect(beforeSend).toHaveBeenCalledWith(
      expect.objectContaining({ attempt: 1, externalId: prepared.externalId, service: 'transfer-intrabank' }),
    )
    expect(bank.calls).toEqual([])
    expect(prepared.read({ status: 504, body: '' })).toMatchObject({
      outcome: 'unknown',
      inquiry: { how: 'status' },
    })
    expect(prepared.read({ status: 200, body: '{"responseCode":"2001700"}' }).outcome).toBe('success')
    expect(() => prepared.read({ status: 200, headers: { date: 'x' } as never, body: '' })).toThrow(
      'must have "get"',
    )
  })
})
