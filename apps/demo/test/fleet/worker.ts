import { createClient, type ReplyFacts } from '@x/providers'
import { bni } from '@x/providers/bni'
import { nicepay } from '@x/providers/nicepay'
import { createTokenCache, keyring } from '@x/token-cache'
import { ioredis, nodeRedis, type RedisConnection, redisStore } from '@x/token-cache/redis'
import { Redis } from 'ioredis'
import { createClient as createNodeRedis } from 'redis'
import type { Command, Done, Message, WorkerPlan } from './worker-protocol.js'

/** One process of a shop: it calls a bank, and shares the token with the others. */
const { provider, baseUrl, redis, redisPort, sealedWith, credentials }: WorkerPlan = JSON.parse(
  process.env['FLEET_WORKER'] ?? '',
)
/** What a cache tells when it has been closed comes too late: an operation of its store has ended. */
const say = (message: Message): void => {
  if (process.connected) process.send?.(message)
}

interface Connected {
  readonly connection: RedisConnection
  readonly end: () => void
}

/** As their own pages begin: no setting of theirs is needed. */
const connect = async (): Promise<Connected> => {
  // Both clients go on trying when their server is gone, and tell every try as an error.
  const ignore = (): void => {}
  const url = `redis://127.0.0.1:${redisPort}`
  if (redis === 'ioredis') {
    const client = new Redis(url)
    const subscriber = client.duplicate()
    for (const each of [client, subscriber]) each.on('error', ignore)
    await client.ping()
    const end = (): void => {
      client.disconnect()
      subscriber.disconnect()
    }
    return { connection: ioredis(client, { subscriber }), end }
  }
  const client = createNodeRedis({ url })
  const subscriber = client.duplicate()
  for (const each of [client, subscriber]) each.on('error', ignore)
  await Promise.all([client.connect(), subscriber.connect()])
  const end = (): void => {
    client.destroy()
    subscriber.destroy()
  }
  return { connection: nodeRedis(client, { subscriber }), end }
}

/** In place of a store's 250 ms: eight processes that start at once on two processors are slow by themselves. */
let patienceMs = 10_000
const patiently = (callback: () => void, ms: number): (() => void) => {
  const timer = setTimeout(callback, ms === 250 ? patienceMs : ms)
  return () => clearTimeout(timer)
}

let older = 0
const { connection, end } = await connect()
const tokens = createTokenCache({
  store: redisStore(connection, { codec: keyring([sealedWith]) }),
  onEvent: ({ type }) => say({ type: 'event', event: type }),
  now: () => Date.now() + older,
  runtime: { monotonic: () => performance.now() + older, setTimer: patiently },
})

const endOf = ({ outcome, code, meaning }: ReplyFacts): string =>
  outcome === 'success' ? outcome : `${outcome} ${code?.value} ${meaning.english}`

const openCall = (): (() => Promise<string>) => {
  const { clientId, clientSecret, privateKey, apiKey, apiSecret } = credentials
  if (provider === 'nicepay') {
    const options = {
      environment: 'development',
      baseUrl,
      clientId,
      clientSecret,
      privateKey,
      tokens,
    } as const
    const client = createClient(nicepay, options)
    return async () => endOf(await client.call('balance-inquiry', { body: { accountNo: clientId } }))
  }
  const options = { environment: 'sandbox', baseUrl, clientId, clientSecret, apiKey, apiSecret } as const
  const client = createClient(bni, { ...options, appName: 'Fleet', tokens })
  return async () => endOf(await client.call('getbalance', { body: { accountNo: '115471119' } }))
}
const call = openCall()

const callMany = async ({ times, atOnce }: { times: number; atOnce: number }): Promise<Done> => {
  const problems: string[] = []
  let left = times
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const end = await call().catch((error: unknown) => String(error))
      if (end !== 'success') problems.push(end)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return { accepted: times - problems.length, problems }
}

const run = async (command: Command): Promise<Done> => {
  if (command.do === 'call') return callMany(command)
  if (command.do === 'age') older += command.ms
  if (command.do === 'hurry') patienceMs = 250
  if (command.do === 'close') {
    tokens.close()
    end()
    process.disconnect?.()
  }
  return { accepted: 0, problems: [] }
}

process.on('message', (command: Command) => {
  void run(command).then((done) => say({ type: 'done', done }))
})
say({ type: 'ready' })
