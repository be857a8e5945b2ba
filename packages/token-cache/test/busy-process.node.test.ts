import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTokenCache, type TokenCacheEvent } from '../src/index.js'
import { ioredis, redisStore } from '../src/redis/index.js'
import { redisPrograms } from './redis-programs.js'
import { type RedisServer, startRedis } from './start-redis.js'
import { key } from './virtual-world.js'

const [{ program } = { program: undefined }] = redisPrograms

describe.skipIf(!program)('a process that is busy for 300 ms', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedis(program ?? '')
  })
  afterAll(() => server.stop())

  it('does not fetch beside the leader of a healthy Redis', async () => {
    const clients = [new Redis(server.port), new Redis(server.port)] as const
    const events: TokenCacheEvent[] = []
    let answer = (_: string): void => {}
    const fetched = new Promise<string>((resolve) => {
      answer = resolve
    })
    let fetches = 0
    let started = (): void => {}
    const leading = new Promise<void>((resolve) => {
      started = resolve
    })
    const fetchToken = async () => {
      fetches += 1
      started()
      return { accessToken: await fetched, expiresIn: 900 }
    }
    const caches = clients.map((client) =>
      createTokenCache({
        store: redisStore(ioredis(client), { codec: 'plaintext' }),
        onEvent: (event) => {
          events.push(event)
          if (event.type === 'waiting') answer('one')
        },
      }),
    )
    const [leader, follower] = caches.map((cache) => cache.source({ key: key(), fetchToken }))
    await Promise.all(clients.map((client) => client.ping()))
    const first = leader?.get()
    await leading
    // As in the handler of a request, which runs where I/O is polled: timers come before the next poll.
    await new Promise((resolve) => setImmediate(resolve))
    const second = follower?.get()
    const end = performance.now() + 300
    while (performance.now() < end) {}
    await Promise.all([first, second])
    expect({ fetches, types: events.map(({ type }) => type) }).toMatchObject({ fetches: 1 })
    for (const cache of caches) cache.close()
    for (const client of clients) await client.quit()
  })
})
