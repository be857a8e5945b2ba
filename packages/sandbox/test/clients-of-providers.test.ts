import { type AnyClient, createClient, ProviderError, type ProviderErrorCode } from '@x/providers'
import { bni } from '@x/providers/bni'
import { nicepay } from '@x/providers/nicepay'
import { createSandbox, type FaultKind } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientSecret, pair, privateKey, publicKey } from './clients.js'

const sandbox = createSandbox()
let servers: ListeningSandbox

beforeAll(async () => {
  servers = await listen(sandbox, { port: 0, providerPort: 0 })
})
afterAll(() => servers.close())
beforeEach(() => {
  sandbox.reset()
  sandbox.provider('nicepay').registerClient({ clientId: 'shop-1', clientSecret, publicKey })
  sandbox.provider('bni').registerClient({ clientId: 'shop-1', clientSecret })
})

type Way = 'over real HTTP' | 'in process'

/** The two ways to a provider: its port, or its handler in place of `fetch`. */
const by = (way: Way, id: 'nicepay' | 'bni') =>
  way === 'over real HTTP'
    ? { baseUrl: servers.baseUrl(id) }
    : {
        fetch: (url: Parameters<typeof fetch>[0], init?: RequestInit) =>
          sandbox.provider(id).fetch(new Request(url, init)),
      }

const nicepayClient = (way: Way, key = privateKey): AnyClient =>
  createClient(nicepay, {
    ...by(way, 'nicepay'),
    environment: 'development',
    clientId: 'shop-1',
    clientSecret,
    privateKey: key,
    timeoutMs: 300,
  })

const bniClient = (way: Way, secret = clientSecret): AnyClient =>
  createClient(bni, {
    ...by(way, 'bni'),
    environment: 'sandbox',
    clientId: 'shop-1',
    clientSecret: secret,
    timeoutMs: 300,
  })

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe.each([
  ['nicepay', 'over real HTTP', nicepayClient, 900],
  ['nicepay', 'in process', nicepayClient, 900],
  ['bni', 'over real HTTP', bniClient, 3599],
  ['bni', 'in process', bniClient, 3599],
] as const)('a client of %s %s', (id, way, makeClient, lifetime) => {
  it('gets a token, once', async () => {
    const client = makeClient(way)
    const before = Date.now()
    const [first, second] = await Promise.all([client.accessToken(), client.accessToken()])
    expect(first.value).toMatch(/^[\w-]{48}$/)
    expect(second.value).toBe(first.value)
    expect(Math.abs(first.expiresAt - before - lifetime * 1_000)).toBeLessThan(10_000)
    expect(sandbox.provider(id).calls()).toHaveLength(1)
  })

  const faults: Readonly<Record<FaultKind, ProviderErrorCode>> = {
    unavailable: 'ERR_PROVIDER_REFUSED',
    'gateway-timeout': 'ERR_PROVIDER_REFUSED',
    html: 'ERR_PROVIDER_REFUSED',
    'html-200': 'ERR_PROVIDER_UNREADABLE',
    truncated: 'ERR_PROVIDER_UNREADABLE',
    'empty-token': 'ERR_PROVIDER_UNREADABLE',
    redirect: 'ERR_PROVIDER_REDIRECT',
    oversized: 'ERR_PROVIDER_TOO_LARGE',
    endless: 'ERR_PROVIDER_TOO_LARGE',
    reset: 'ERR_PROVIDER_TRANSPORT',
    hang: 'ERR_PROVIDER_TIMEOUT',
  }

  it.each(Object.entries(faults))('fault %s is %s', async (kind, code) => {
    sandbox.provider(id).setFaults([{ kind: kind as FaultKind, times: 1 }])
    const error = await failure(makeClient(way).accessToken())
    expect(error).toBeInstanceOf(ProviderError)
    expect(error).toMatchObject({ code })
    expect((await makeClient(way).accessToken()).value).toMatch(/^[\w-]{48}$/)
  })
})

describe('what the provider refuses', () => {
  it('NICEPAY: the wrong key, with the fingerprint to compare', async () => {
    const error = await failure(nicepayClient('over real HTTP', pair().privateKey).accessToken())
    expect(error).toMatchObject({
      code: 'ERR_PROVIDER_REFUSED',
      detail: { responseCode: '4017300', status: 401 },
    })
  })

  it('NICEPAY: a clock seven hours off, and the client says by how much', async () => {
    sandbox.setClock({ offsetMs: -7 * 3_600_000 })
    const error = await failure(nicepayClient('over real HTTP').accessToken())
    expect(error).toMatchObject({ detail: { responseMessage: 'Unauthorized. [X-TIMESTAMP]' } })
  })

  it('BNI: the wrong secret', async () => {
    const error = await failure(bniClient('over real HTTP', 'wrong').accessToken())
    expect(error).toMatchObject({
      code: 'ERR_PROVIDER_REFUSED',
      detail: { status: 401, responseCode: 'invalid_client' },
    })
  })
})
