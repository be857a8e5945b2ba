import { inspect } from 'node:util'
import { createSandbox, SandboxError, type SandboxProvider } from '@x/sandbox'
import { describe, expect, it } from 'vitest'
import { clientSecret, publicKey, rsa } from './clients.js'

const tokenRequest = (): Request =>
  new Request('http://127.0.0.1/api/oauth/token', {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`shop-1:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  })

const withClient = (seed?: number) => {
  const sandbox = createSandbox(seed === undefined ? {} : { seed })
  const bank = sandbox.provider('bni')
  bank.registerClient({ clientId: 'shop-1', clientSecret })
  return { sandbox, bank }
}

const tokenOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { access_token: string }).access_token

describe('createSandbox', () => {
  it('plays all providers, or those that are named', () => {
    expect(createSandbox().providers.map(({ id }) => id)).toEqual([
      'nicepay',
      'bni',
      'bni-snap',
      'dana',
      'permata',
    ])
    expect(createSandbox({ providers: ['bni'] }).providers.map(({ id }) => id)).toEqual(['bni'])
  })

  it('names the providers it has when asked for another', () => {
    expect(() => createSandbox().provider('toString')).toThrow(SandboxError)
    expect(() => createSandbox().provider('toString')).toThrow('it has nicepay, bni')
  })

  it('gives the same tokens for the same seed, and others for another', async () => {
    const tokens = await Promise.all(
      [1, 1, 2].map(async (seed) => tokenOf(await withClient(seed).bank.fetch(tokenRequest()))),
    )
    expect(tokens[0]).toBe(tokens[1])
    expect(tokens[0]).not.toBe(tokens[2])
  })

  it('forgets everything at a reset', async () => {
    const { sandbox, bank } = withClient()
    await bank.fetch(tokenRequest())
    sandbox.setClock({ stoppedAt: 0 })
    sandbox.reset()
    expect(bank.calls()).toEqual([])
    expect((await bank.fetch(tokenRequest())).status).toBe(401)
    expect(Math.abs(sandbox.now() - Date.now())).toBeLessThan(60_000)
  })

  it('has a clock that can be stopped, shifted and put right', () => {
    let real = 1_000
    const sandbox = createSandbox({ now: () => real })
    sandbox.setClock({ offsetMs: 500 })
    expect(sandbox.now()).toBe(1_500)
    sandbox.setClock({ stoppedAt: 42 })
    real = 2_000
    expect(sandbox.now()).toBe(42)
    sandbox.setClock({})
    expect(sandbox.now()).toBe(2_000)
  })
})

const expectRefused = (bank: SandboxProvider, field: string, client: unknown): void => {
  let error: unknown
  try {
    bank.registerClient(client as never)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(SandboxError)
  expect(error).toMatchObject({ code: 'ERR_SANDBOX_CLIENT', detail: { field } })
}

describe('registerClient', () => {
  it.each([
    ['clientId', {}],
    ['clientId', null],
    ['clientSecret', { clientId: 'a' }],
    ['publicKey', { clientId: 'a', clientSecret: 'b' }],
    ['publicKey', { clientId: 'a', clientSecret: 'b', publicKey: 'not a key' }],
    ['privateKey', { clientId: 'a', clientSecret: 'b', publicKey, privateKey: 'x' }],
  ])('refuses a client whose %s is wrong', (field, client) => {
    const bank = createSandbox().provider('nicepay')
    expectRefused(bank, field, client)
  })

  it.each([
    ['clientId', 'a colon', { clientId: 'a:b', clientSecret: 'c' }],
    ['clientId', 'a control character', { clientId: 'a\n', clientSecret: 'c' }],
    ['clientSecret', 'a control character', { clientId: 'a', clientSecret: 'c\u007f' }],
  ])('BNI: refuses a %s with %s, which HTTP Basic cannot carry', (field, _, client) => {
    expectRefused(createSandbox().provider('bni'), field, client)
  })
})
describe('recorded calls', () => {
  it('show what came and went, with the credentials masked', async () => {
    const { bank } = withClient()
    const token = await tokenOf(await bank.fetch(tokenRequest()))
    const [call] = bank.calls()
    expect(call).toMatchObject({
      number: 1,
      method: 'POST',
      path: '/api/oauth/token',
      request: { body: 'grant_type=client_credentials' },
      response: { status: 200 },
    })
    const printed = inspect(bank.calls(), { depth: 9 }) + JSON.stringify(bank.calls())
    for (const secret of [token, clientSecret, Buffer.from(`shop-1:${clientSecret}`).toString('base64')])
      expect(printed).not.toContain(secret)
  })

  it('mask a token in a query, a secret in a form, and a signature', async () => {
    const { bank } = withClient()
    const signature = rsa('anything')
    await bank.fetch(
      new Request('http://127.0.0.1/H2H/v2/getbalance?access_token=CANARY-token-in-query&a=1', {
        method: 'POST',
        headers: {
          'x-signature': signature,
          'content-type': 'application/json',
          'x-api-key': 'CANARY-api-key-1',
        },
        body: '{"clientSecret":"CANARY-\\"quoted","signature":"CANARY-body-signature","accountNo":"1"}',
      }),
    )
    const printed = JSON.stringify(bank.calls())
    expect(printed).not.toMatch(/CANARY-/)
    expect(printed).not.toContain(signature)
    expect(printed).toContain('a=1')
    expect(printed).toContain('accountNo')
  })

  it('are the newest 200', async () => {
    const { bank } = withClient()
    for (let i = 0; i < 205; i++) await bank.fetch(new Request('http://127.0.0.1/'))
    expect(bank.calls()).toHaveLength(200)
    expect(bank.calls()[0]?.number).toBe(6)
    expect(bank.calls().at(-1)?.number).toBe(205)
  })

  it('a body above 1 MiB is refused', async () => {
    const { bank } = withClient()
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: 'x'.repeat(1_048_577) })
    const response = await bank.fetch(request)
    expect(response.status).toBe(413)
    expect(response.headers.get('x-sandbox-reason')).toContain('1048576 bytes')
    expect(bank.calls()).toMatchObject([
      { request: { body: '' }, response: { status: 413 }, reason: expect.stringContaining('1048576 bytes') },
    ])
  })

  it('a body of 1 MiB is not, even where a character is cut by a chunk', async () => {
    const { bank } = withClient()
    const body = 'é'.repeat(524_288)
    expect((await bank.fetch(new Request('http://127.0.0.1/', { method: 'POST', body }))).status).toBe(404)
    expect(bank.calls()[0]?.request.body).toBe(body)
    const bytes = new TextEncoder().encode('é')
    const chunked = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const init = { method: 'POST', body: chunked, duplex: 'half' }
    await bank.fetch(new Request('http://127.0.0.1/', init))
    expect(bank.calls()[1]?.request.body).toBe('é')
  })
})

describe('faults', () => {
  it('are played in order, each for its number of calls, and then are over', async () => {
    const { bank } = withClient()
    bank.setFaults([
      { kind: 'unavailable', times: 2 },
      { kind: 'html', times: 1 },
    ])
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await bank.fetch(tokenRequest())).status)
    expect(statuses).toEqual([503, 503, 502, 200])
    expect(bank.calls().map(({ fault }) => fault)).toEqual(['unavailable', 'unavailable', 'html', undefined])
  })

  it('stay without a count, until they are taken away', async () => {
    const { bank } = withClient()
    bank.setFaults([{ kind: 'redirect' }])
    for (let i = 0; i < 3; i++) expect((await bank.fetch(tokenRequest())).status).toBe(302)
    bank.setFaults([])
    expect((await bank.fetch(tokenRequest())).status).toBe(200)
  })
})
