import { request as httpRequest } from 'node:http'
import { inspect } from 'node:util'
import {
  type AccessToken,
  type CachedTokenSource,
  createTokenCache,
  keyring,
  type TokenCache,
  TokenCacheError,
} from '../../src/index.js'
import { redisStore } from '../../src/redis/index.js'
import { connectRedis } from './connect-redis.js'
import { fingerprint } from './fingerprint.js'
import type { Called, Command, ErrorReport, Message, Served, WorkerPlan } from './worker-protocol.js'

/** One process of the fleet: does what its parent says, and names tokens by their fingerprints only. */
const plan: WorkerPlan = JSON.parse(process.env['FLEET_WORKER'] ?? '')

const say = (message: Message): void => {
  if (process.connected) process.send?.(message)
}

let older = 0
const { connection, ready, end } = await connectRedis(plan)
const codec = plan.sealedWith === 'plaintext' ? 'plaintext' : keyring([plan.sealedWith])
const open = (): TokenCache =>
  createTokenCache({
    store: redisStore(connection, { codec }),
    onEvent: (event) => say({ event }),
    now: () => Date.now() + older,
    runtime: { monotonic: () => performance.now() + older },
  })
let cache = open()

/** The status, and what was said, of one request over a connection of its own. */
const request = (
  path: string,
  { method, token, signal }: { method: string; token?: string; signal?: AbortSignal },
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const options = {
      host: '127.0.0.1',
      port: plan.upstream,
      path,
      method,
      headers,
      ...(signal && { signal }),
    }
    const sending = httpRequest(options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
    sending.on('error', reject)
    sending.end()
  })

const source = (bank: string): CachedTokenSource =>
  cache.source({
    key: { provider: bank, tokenUrl: 'https://bank.example/token', clientId: 'shop', credentialId: 'k1' },
    rotation: plan.rotation,
    fetchTimeoutMs: plan.fetchTimeoutMs,
    fetchToken: async ({ signal }) => {
      const { status, text } = await request(`/${bank}/token/${plan.name}`, { method: 'POST', signal })
      if (status !== 200) throw new Error(`the token endpoint answered ${status}`)
      return JSON.parse(text)
    },
  })

const report = (error: unknown): ErrorReport => {
  const isOurs = error instanceof TokenCacheError
  return {
    code: isOurs ? error.code : undefined,
    retryAfterMs: isOurs && 'retryAfterMs' in error.detail ? error.detail.retryAfterMs : undefined,
    shown: `${inspect(error, { showHidden: true, depth: 9 })} ${JSON.stringify(error)}`,
  }
}

async function get({ bank, callers }: Command & { do: 'get' }): Promise<Served> {
  const took: number[] = []
  const tokens = new Set<string>()
  const errors: ErrorReport[] = []
  const one = async (): Promise<void> => {
    const started = performance.now()
    try {
      tokens.add(fingerprint((await source(bank).get()).value))
    } catch (error) {
      errors.push(report(error))
    }
    took.push(performance.now() - started)
  }
  await Promise.all(Array.from({ length: callers }, one))
  return { took, tokens: [...tokens], errors }
}

async function call({ bank, times, atOnce }: Command & { do: 'call' }): Promise<Called> {
  const count = { accepted: 0, refused: 0, failed: 0 }
  const errors: ErrorReport[] = []
  const isAccepted = async (token: AccessToken): Promise<boolean> => {
    const { status } = await request(`/${bank}/api`, { method: 'GET', token: token.value })
    if (status === 200) source(bank).confirm(token)
    count[status === 200 ? 'accepted' : 'refused'] += 1
    return status === 200
  }
  const one = async (): Promise<void> => {
    try {
      const token = await source(bank).get()
      if (await isAccepted(token)) return
      const verdict = source(bank).invalidate(token)
      if (verdict !== 'paused' && (await isAccepted(await source(bank).get()))) return
      count.failed += 1
    } catch (error) {
      errors.push(report(error))
    }
  }
  let left = times
  const work = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1
      await one()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { ...count, errors }
}

const act = async (command: Command): Promise<unknown> => {
  if (command.do === 'get') return get(command)
  if (command.do === 'call') return call(command)
  if (command.do === 'age') older += command.ms
  if (command.do === 'forget') {
    cache.close()
    cache = open()
  }
  if (command.do === 'close') {
    cache.close()
    end()
  }
  return null
}

process.on('message', ({ id, command }: { id: number; command: Command }) => {
  void act(command).then((value) => {
    say({ answer: id, value })
    // Whatever would still hold the process open now is a leak.
    if (command.do === 'close') process.disconnect()
  })
})
void ready.then(() => say({ isReady: true }))
