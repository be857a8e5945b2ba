import { Redis } from 'ioredis'
import { Redis as Redis5 } from 'ioredis-5'
import { createClient } from 'redis'
import { createClient as createClient5 } from 'redis-5'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { ioredis, nodeRedis, type RedisConnection, redisStore } from '../src/redis/index.js'
import { contractOn } from './contract-on.js'
import { redisHttpServer } from './redis-http-server.js'
import { redisPrograms } from './redis-programs.js'
import { redisOverHttp } from './redis-recipe.js'
import { type RedisServer, startRedis } from './start-redis.js'

interface Connected {
  readonly connection: RedisConnection
  readonly close: () => unknown
}

/** Every way to talk to it, each on connections of its own. */
const ways: Record<string, (port: number) => Connected | Promise<Connected>> = {
  'ioredis 6 with a key prefix at both': (port) => {
    const client = new Redis({ port, keyPrefix: 'both:' })
    const subscriber = client.duplicate()
    const close = () => Promise.all([client.quit(), subscriber.quit()])
    return { connection: ioredis(client, { subscriber }), close }
  },
  'ioredis 5 with a key prefix at one': (port) => {
    const client = new Redis5({ port, keyPrefix: 'one:' })
    const subscriber = new Redis5(port)
    const close = () => Promise.all([client.quit(), subscriber.quit()])
    return { connection: ioredis(client, { subscriber }), close }
  },
  'node-redis 6': async (port) => {
    const client = await createClient({ socket: { port } }).connect()
    const subscriber = await client.duplicate().connect()
    const close = () => Promise.all([client.close(), subscriber.close()])
    return { connection: nodeRedis(client, { subscriber }), close }
  },
  'node-redis 5, RESP2': async (port) => {
    const client = await createClient5({ socket: { port }, RESP: 2 }).connect()
    const subscriber = await client.duplicate().connect()
    const close = () => Promise.all([client.close(), subscriber.close()])
    return { connection: nodeRedis(client, { subscriber }), close }
  },
  'HTTP, by the recipe of the documentation': async (port) => {
    const server = await redisHttpServer({ port, token: 'canary' })
    const connection = (await redisOverHttp())({ url: server.url, token: 'canary' })
    return { connection, close: server.close }
  },
}

for (const { name, program } of redisPrograms) {
  describe.skipIf(!program)(`redisStore on ${name}`, () => {
    let server: RedisServer
    beforeAll(async () => {
      server = await startRedis(program ?? '')
    })
    afterAll(() => server.stop())

    describe.each(Object.entries(ways))('through %s', (way, connect) => {
      let connected: Connected
      beforeAll(async () => {
        connected = await connect(server.port)
      })
      afterAll(async () => {
        await connected.close()
      })
      const cases = contractOn(() => redisStore(connected.connection, { codec: 'plaintext' }))
      // Each waits for itself, not for a processor: but for HTTP, which is work.
      const test = way.startsWith('HTTP') ? it : it.concurrent
      for (const { name, run } of cases) test(name, run)
    })
  })
}
