import { inspect } from 'node:util'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTokenCache, keyring } from '../src/index.js'
import { ioredis, redisStore } from '../src/redis/index.js'
import { redisPrograms } from './redis-programs.js'
import { type RedisServer, startRedis } from './start-redis.js'

const key = { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId: 'shop', credentialId: 'k1' }
const canary = 'eyJjYW5hcnk'

for (const { name, program } of redisPrograms) {
  describe.skipIf(!program)(`caches that share ${name}`, () => {
    let server: RedisServer
    beforeAll(async () => {
      server = await startRedis(program ?? '')
    })
    afterAll(() => server.stop())

    it.each([true, false])(
      'ask the provider once, and leave nothing readable (subscriber: %s)',
      async (listens) => {
        const codec = keyring([crypto.getRandomValues(new Uint8Array(32))])
        let fetches = 0
        const fetchToken = async () => {
          fetches++
          return { accessToken: canary, expiresIn: 900 }
        }
        const admin = new Redis(server.port)
        await admin.flushall()
        const members = Array.from({ length: 4 }, () => {
          const client = new Redis(server.port)
          const subscriber = listens ? client.duplicate() : undefined
          const cache = createTokenCache({ store: redisStore(ioredis(client, { subscriber }), { codec }) })
          const close = () => Promise.all([cache.close(), client.quit(), subscriber?.quit()])
          return { source: cache.source({ key, fetchToken }), close }
        })
        const tokens = await Promise.all(members.map(({ source }) => source.get()))
        expect(tokens.map(({ value }) => value)).toEqual(Array(4).fill(canary))
        expect(fetches).toBe(1)
        const [record = ''] = await admin.keys('*:v')
        expect(record).toMatch(/^\{token-cache:1:bank:.*\}:v$/)
        expect(inspect(await admin.hgetall(record))).not.toContain(canary)
        await Promise.all(members.map(({ close }) => close()))
        await admin.quit()
      },
    )
  })
}
