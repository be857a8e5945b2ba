import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createSandbox, type RecordedCall } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RedisServer, startRedis } from '../../../../packages/token-cache/test/start-redis.js'
import { findProgram, redis } from '../../../../scripts/find-program.mjs'
import { buildWorker } from './build-worker.js'
import { startWorker, type Worker } from './start-worker.js'
import type { Credentials, WorkerPlan } from './worker-protocol.js'

const program = findProgram(redis)
const PROCESSES = 8
const CALLS = { times: 20, atOnce: 4 }
const ALL = PROCESSES * CALLS.times

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const secret = (): string => randomBytes(24).toString('base64url')

interface Counted {
  /** Answers of the token endpoint, by status. */
  readonly tokens: readonly (number | undefined)[]
  readonly accepted: number
  readonly refused: number
}

/** What the sandbox's control API is asked, as another program would ask it. */
const openControl = ({ controlUrl, controlToken }: ListeningSandbox, provider: string) => {
  const headers = { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' }
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const posted = body && { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${controlUrl}/_sandbox/${path}`, { headers, ...posted })
    expect(response.ok).toBe(true)
    return response.json()
  }
  const tokenPath = async (): Promise<string> => {
    const all = (await ask('providers')) as readonly { readonly id: string; readonly tokenPath: string }[]
    return all.find(({ id }) => id === provider)?.tokenPath ?? ''
  }
  return {
    register: (client: object) => ask(`${provider}/clients`, client),
    /** Every token that was granted is unknown from now on, and so is every client. */
    forgetAll: () => ask('reset', {}),
    /** All calls since the start, or since everything was forgotten. */
    count: async (): Promise<Counted> => {
      const calls = (await ask(`${provider}/calls`)) as readonly RecordedCall[]
      // The sandbox keeps the newest 200: none of them may be missing.
      expect(calls.map(({ number }) => number)).toEqual(calls.map((_, index) => index + 1))
      const path = await tokenPath()
      const [asked, called] = [true, false].map((isToken) =>
        calls.filter((each) => each.path.endsWith(path) === isToken).map(({ response }) => response?.status),
      )
      const accepted = (called ?? []).filter((status) => status === 200).length
      const refused = (called ?? []).filter((status) => status === 401).length
      expect(accepted + refused).toBe(called?.length)
      return { tokens: asked ?? [], accepted, refused }
    },
  }
}

const worker = program === undefined ? undefined : buildWorker()
afterAll(() => worker?.remove())

// Without Redis there is no fleet; `npm test` says that it is missing.
describe.skipIf(!program).each(['nicepay', 'bni'] as const)('a fleet that calls %s', (provider) => {
  const credentials: Credentials = {
    clientId: provider === 'nicepay' ? 'IONPAYTEST' : 'shop-fleet',
    clientSecret: secret(),
    privateKey,
    apiKey: secret(),
    apiSecret: secret(),
  }
  /** Of 900 s, and of 3599 s. */
  const lateMs = provider === 'nicepay' ? 800_000 : 3_400_000
  const { clientId, clientSecret, apiKey, apiSecret } = credentials
  const client = { clientId, clientSecret, publicKey, ...(provider === 'bni' && { apiKey, apiSecret }) }
  let server: RedisServer
  let sandbox: ListeningSandbox
  let control: ReturnType<typeof openControl>
  let fleet: readonly Worker[] = []
  const callAll = async (): Promise<void> => {
    const ends = await Promise.all(fleet.map(({ call }) => call(CALLS)))
    expect(ends.flatMap(({ problems }) => problems)).toEqual([])
    expect(ends.map(({ accepted }) => accepted)).toEqual(fleet.map(() => CALLS.times))
  }
  const told = (type: string): number =>
    fleet.flatMap(({ events }) => events).filter((event) => event === type).length

  beforeAll(async () => {
    server = await startRedis(program ?? '')
    sandbox = await listen(createSandbox(), { port: 0, providerPort: 0 })
    control = openControl(sandbox, provider)
    await control.register(client)
    const sealedWith = randomBytes(32).toString('base64')
    const plan = {
      provider,
      baseUrl: sandbox.baseUrl(provider),
      redisPort: server.port,
      sealedWith,
      credentials,
    }
    const plans = Array.from({ length: PROCESSES }, (_, index): WorkerPlan => {
      // One fleet, whichever client its processes have.
      return { ...plan, redis: index % 2 === 0 ? 'ioredis' : 'node-redis' }
    })
    fleet = await Promise.all(plans.map((each) => startWorker(worker?.file ?? '', each)))
  }, 60_000)

  afterAll(async () => {
    const codes = await Promise.all(fleet.map(({ stop }) => stop()))
    await sandbox.close()
    await server.stop()
    expect(codes).toEqual(fleet.map(() => 0))
  }, 60_000)

  it('starts at once, and asks for one token', async () => {
    await callAll()
    expect(await control.count()).toEqual({ tokens: [200], accepted: ALL, refused: 0 })
    expect(told('fetched')).toBe(1)
    expect(told('adopted')).toBe(PROCESSES - 1)
  }, 60_000)

  it('renews once, and goes on, when the provider has given up its token', async () => {
    // Younger than 5 s a token is given time to be known to all of a provider's servers.
    await Promise.all(fleet.map(({ age }) => age(60_000)))
    await control.forgetAll()
    await control.register(client)
    await callAll()
    const { tokens, accepted, refused } = await control.count()
    expect(tokens).toEqual([200])
    expect(accepted).toBe(ALL)
    // Each process is told by its own calls, those that were under way: nobody else knows.
    expect(refused).toBeGreaterThanOrEqual(PROCESSES)
    expect(refused).toBeLessThanOrEqual(PROCESSES * CALLS.atOnce)
  }, 60_000)

  it('goes on with the token that it has when Redis is killed, and renews none early', async () => {
    const asked = told('fetch-started')
    expect(asked).toBe(2)
    server.process.kill('SIGKILL')
    await Promise.all(fleet.map(({ hurry }) => hurry()))
    // Into the last fifth of its life, where each would renew it.
    await Promise.all(fleet.map(({ age }) => age(lateMs)))
    await callAll()
    await expect.poll(() => told('store-failed'), { timeout: 20_000 }).toBeGreaterThanOrEqual(PROCESSES)
    await callAll()
    expect(told('fetch-started')).toBe(asked)
  }, 60_000)
})
