import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ioredis, nodeRedis, redisStore } from '../src/redis/index.js'
import { redisHttpServer } from './redis-http-server.js'
import { redisPrograms } from './redis-programs.js'
import { redisOverHttp } from './redis-recipe.js'
import { type RedisServer, startRedis } from './start-redis.js'

const canary = 'eyJjYW5hcnk'
const record = (version: string) => ({ version, data: `${canary} of ${version}` })
const minute = 60_000

/** What an operation rejects with; nothing of what it wrote may be in it, however it is looked at. */
async function refusal(operation: Promise<unknown>): Promise<string> {
  const error = await operation.then(
    (value) => expect.fail(`resolved to ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain(canary)
  return error instanceof Error ? error.message : ''
}

for (const { name, program } of redisPrograms) {
  describe.skipIf(!program)(`redisStore, when ${name} refuses`, () => {
    let server: RedisServer
    let admin: Redis
    beforeAll(async () => {
      server = await startRedis(program ?? '')
      admin = new Redis(server.port)
    })
    afterAll(async () => {
      await admin.quit()
      await server.stop()
    })

    it('reads from a replica, and says why it cannot write there', async () => {
      const replica = await startRedis(program ?? '', {
        arguments: ['--replicaof', '127.0.0.1', String(server.port)],
      })
      const client = new Redis(replica.port)
      const behind = redisStore(ioredis(client), { codec: 'plaintext' })
      const store = redisStore(ioredis(admin), { codec: 'plaintext' })
      const key = 'replicated'
      await store.set({ key, record: record('v1'), ttlMs: minute })
      await vi.waitFor(async () => expect(await behind.get(key)).toBeDefined(), {
        timeout: 20_000,
        interval: 20,
      })
      expect(await behind.get(key)).toMatchObject(record('v1'))
      const { coordinate } = behind
      const lease = { key, owner: 'a', leaseMs: minute }
      expect(await coordinate.readOrLock(lease)).toMatchObject({ status: 'hit', hit: record('v1') })
      const because = '(READONLY: this is a read-only replica, connect to the primary)'
      expect(await refusal(coordinate.readOrLock({ ...lease, replacing: 'v1' }))).toBe(
        `Redis could not be asked to lock ${because}`,
      )
      expect(await refusal(behind.set({ key, record: record('v2'), ttlMs: minute }))).toContain(because)
      expect(await refusal(behind.delete({ key, version: 'v1' }))).toContain(because)
      expect(await behind.get(key)).toMatchObject(record('v1'))
      await client.quit()
      await replica.stop()
    }, 30_000)

    it('writes nothing by halves without memory, and still reads', async () => {
      const full = await startRedis(program ?? '')
      const client = new Redis(full.port)
      const store = redisStore(ioredis(client), { codec: 'plaintext' })
      const { coordinate } = store
      const [key, owner] = ['bank', 'a']
      await store.set({ key, record: record('v1'), ttlMs: minute })
      await coordinate.readOrLock({ key, owner, leaseMs: minute, replacing: 'v1' })
      const dump = async () => [
        await client.hgetall('{bank}:v'),
        await client.get('{bank}:l'),
        await client.dbsize(),
      ]
      const before = await dump()
      await client.config('SET', 'maxmemory', '1mb')
      const because = '(OOM: Redis has no memory left for a write)'
      const commit = { key, owner, record: record('v2'), ttlMs: minute, replacing: 'v1' }
      expect(await refusal(coordinate.commit(commit))).toBe(`Redis could not be asked to commit ${because}`)
      expect(await refusal(store.set({ key: 'other', record: record('v2'), ttlMs: minute }))).toContain(
        because,
      )
      expect(await refusal(coordinate.readOrLock({ key: 'other', owner, leaseMs: minute }))).toContain(
        because,
      )
      expect(await dump()).toEqual(before)
      expect(await store.get(key)).toMatchObject(record('v1'))
      expect(await coordinate.readOrLock({ key, owner: 'b', leaseMs: minute })).toMatchObject({
        status: 'hit',
      })
      expect(await coordinate.renew({ key, owner, leaseMs: minute })).toBe(true)
      await coordinate.release({ key, owner })
      await client.config('SET', 'maxmemory', '0')
      expect(await coordinate.commit(commit)).toBe(true)
      expect(await store.get(key)).toMatchObject(record('v2'))
      await client.quit()
      await full.stop()
    })

    it('writes although its user may not publish, and clears up what may not expire', async () => {
      const rights = ['on', '>secret', '~*', 'resetchannels', '+@all']
      await admin.call('ACL', 'SETUSER', 'silent', ...rights)
      const silent = new Redis({ port: server.port, username: 'silent', password: 'secret' })
      const store = redisStore(ioredis(silent), { codec: 'plaintext' })
      const { coordinate } = store
      const key = 'silent'
      await store.set({ key, record: record('v1'), ttlMs: minute })
      await coordinate.readOrLock({ key, owner: 'a', leaseMs: minute, replacing: 'v1' })
      const commit = { key, owner: 'a', record: record('v2'), ttlMs: minute, replacing: 'v1' }
      expect(await coordinate.commit(commit)).toBe(true)
      await coordinate.readOrLock({ key, owner: 'a', leaseMs: minute, replacing: 'v2' })
      await coordinate.release({ key, owner: 'a' })
      expect(await coordinate.readOrLock({ key, owner: 'b', leaseMs: minute })).toMatchObject({
        hit: record('v2'),
      })
      await admin.call('ACL', 'SETUSER', 'silent', '-pexpire')
      // Redis 7.0 says ERR for a command within a script, and NOPERM for EVAL.
      const set = store.set({ key: 'eternal', record: record('v1'), ttlMs: minute })
      expect(await refusal(set)).toMatch(/^Redis could not be asked to set \((ERR|NOPERM): /)
      expect(await admin.exists('{eternal}:v')).toBe(0)
      await admin.call('ACL', 'SETUSER', 'silent', '-eval')
      expect(await refusal(store.get(key))).toBe(
        'Redis could not be asked to get (NOPERM: its user may not run EVAL and these commands on these keys)',
      )
      await silent.quit()
    })

    it('needs no more rights than the documentation says', async () => {
      const page = readFileSync(join(import.meta.dirname, '../../../docs/redis.md'), 'utf8')
      const rights = /^~.*$/m.exec(page)?.[0].split(' ') ?? []
      await admin.call('ACL', 'SETUSER', 'documented', 'on', '>secret', 'resetchannels', ...rights)
      const login = { username: 'documented', password: 'secret' }
      const client = await createClient({ ...login, socket: { port: server.port } }).connect()
      const subscriber = await client.duplicate().connect()
      const { coordinate, ...store } = redisStore(nodeRedis(client, { subscriber }), { codec: 'plaintext' })
      const [key, owner] = ['token-cache:1:bank::0f1c', 'a']
      const onChange = vi.fn()
      const stop = coordinate.watch?.({ key, onChange })
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))
      expect(await coordinate.readOrLock({ key, owner, leaseMs: minute })).toEqual({ status: 'granted' })
      expect(await coordinate.renew({ key, owner, leaseMs: minute })).toBe(true)
      await coordinate.release({ key, owner })
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2))
      expect(await coordinate.commit({ key, owner, record: record('v1'), ttlMs: minute })).toBe(true)
      await store.set({ key, record: record('v2'), ttlMs: minute })
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(4))
      expect(await store.get(key)).toMatchObject(record('v2'))
      expect(await store.delete({ key, version: 'v2' })).toBe(true)
      expect(await refusal(store.get('another'))).toContain('NOPERM')
      stop?.()
      await Promise.all([client.close(), subscriber.close()])
    })

    it('says what it was refused, through every client, with nothing of the command', async () => {
      await admin.set('{taken}:v', 'a string')
      const nodeClient = await createClient({ socket: { port: server.port } }).connect()
      const http = await redisHttpServer({ port: server.port, token: 'right' })
      const overHttp = (token: string) => redisOverHttp().then((connect) => connect({ url: http.url, token }))
      const connections = [ioredis(admin), nodeRedis(nodeClient), await overHttp('right')]
      for (const connection of connections) {
        const store = redisStore(connection, { codec: 'plaintext' })
        const why = '(WRONGTYPE: something else is kept under this key)'
        expect(await refusal(store.get('taken'))).toBe(`Redis could not be asked to get ${why}`)
        expect(await refusal(store.set({ key: 'taken', record: record('v1'), ttlMs: 1 }))).toContain(why)
      }
      const stranger = redisStore(await overHttp('wrong'), { codec: 'plaintext' })
      expect(await refusal(stranger.get('bank'))).toContain('(WRONGPASS: user or password is wrong)')
      await nodeClient.close()
      const closed = redisStore(nodeRedis(nodeClient), { codec: 'plaintext' })
      expect(await refusal(closed.get('bank'))).toContain(
        '(the client rejected, or its connection is closed)',
      )
      await http.close()
    })

    it('counts what has no life of its own as nothing, and takes its place', async () => {
      const store = redisStore(ioredis(admin), { codec: 'plaintext' })
      const { coordinate } = store
      const key = 'persisted'
      await store.set({ key, record: record('v1'), ttlMs: minute })
      await admin.set('{persisted}:l', 'nobody')
      await admin.persist('{persisted}:v')
      expect(await store.get(key)).toBeUndefined()
      expect(await coordinate.readOrLock({ key, owner: 'a', leaseMs: minute })).toEqual({ status: 'granted' })
      expect(await admin.pttl('{persisted}:l')).toBeGreaterThan(0)
      expect(await coordinate.commit({ key, owner: 'a', record: record('v2'), ttlMs: minute })).toBe(true)
      expect(await admin.pttl('{persisted}:v')).toBeGreaterThan(0)
    })

    it('gives a renewal that brought the same token its new life, and the lease up', async () => {
      const store = redisStore(ioredis(admin), { codec: 'plaintext' })
      const { coordinate } = store
      const key = 'reissued'
      await store.set({ key, record: record('v1'), ttlMs: 10_000 })
      await coordinate.readOrLock({ key, owner: 'a', leaseMs: minute, replacing: 'v1' })
      const commit = { key, owner: 'a', record: record('v1'), ttlMs: minute, replacing: 'v1' }
      expect(await coordinate.commit(commit)).toBe(true)
      expect(await admin.pttl('{reissued}:v')).toBeGreaterThan(10_000)
      expect(await admin.exists('{reissued}:l')).toBe(0)
    })

    it('grants one of 32 processes, each on a connection of its own, again and again', async () => {
      const clients = Array.from({ length: 32 }, () => new Redis(server.port))
      const stores = clients.map((client) => redisStore(ioredis(client), { codec: 'plaintext' }))
      for (let round = 0; round < 50; round++) {
        const key = `round ${round}`
        const answers = await Promise.all(
          stores.map(({ coordinate }, index) =>
            coordinate.readOrLock({ key, owner: `owner ${index}`, leaseMs: minute }),
          ),
        )
        expect(answers.filter(({ status }) => status === 'granted')).toHaveLength(1)
        expect(answers.filter(({ status }) => status === 'held')).toHaveLength(31)
        const commits = await Promise.all(
          stores.map(({ coordinate }, index) =>
            coordinate.commit({ key, owner: `owner ${index}`, record: record(`v${index}`), ttlMs: minute }),
          ),
        )
        const granted = answers.findIndex(({ status }) => status === 'granted')
        // Whoever came before the owner found it held, whoever came after found another version.
        expect(
          commits.map((taken, index) => (taken ? index : undefined)).filter((index) => index !== undefined),
        ).toEqual([granted])
        expect(await stores[0]?.get(key)).toMatchObject(record(`v${granted}`))
      }
      await Promise.all(clients.map((client) => client.quit()))
    }, 20_000)
  })
}
