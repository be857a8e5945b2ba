import { once } from 'node:events'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ioredis, nodeRedis, type RedisConnection, redisStore } from '../src/redis/index.js'
import { redisPrograms } from './redis-programs.js'
import { type RedisServer, startRedis } from './start-redis.js'

interface Listening {
  readonly connection: RedisConnection
  /** Whose `ready` says that it has come back. */
  readonly subscriber: { once(event: 'ready', listener: () => void): unknown }
  readonly close: () => Promise<unknown>
}

const ways: Record<string, (port: number) => Promise<Listening>> = {
  ioredis: async (port) => {
    const client = new Redis(port)
    const subscriber = client.duplicate({ connectionName: 'listening' })
    await once(subscriber, 'ready')
    const close = () => Promise.all([client.quit(), subscriber.quit()])
    return { connection: ioredis(client, { subscriber }), subscriber, close }
  },
  'ioredis that does not subscribe again by itself': async (port) => {
    const client = new Redis(port)
    const subscriber = client.duplicate({ connectionName: 'listening', autoResubscribe: false })
    await once(subscriber, 'ready')
    const close = () => Promise.all([client.quit(), subscriber.quit()])
    return { connection: ioredis(client, { subscriber }), subscriber, close }
  },
  'node-redis': async (port) => {
    const client = await createClient({ socket: { port } }).connect()
    const subscriber = client.duplicate({ name: 'listening' })
    client.on('error', () => {})
    subscriber.on('error', () => {})
    await subscriber.connect()
    const close = () => Promise.all([client.close(), subscriber.close()])
    return { connection: nodeRedis(client, { subscriber }), subscriber, close }
  },
}

for (const { name, program } of redisPrograms) {
  describe.skipIf(!program).each(Object.entries(ways))(`watching ${name} through %s`, (_, listen) => {
    let server: RedisServer
    let admin: Redis
    let listening: Listening
    beforeAll(async () => {
      server = await startRedis(program ?? '')
      admin = new Redis(server.port)
      listening = await listen(server.port)
    })
    afterAll(async () => {
      await listening.close()
      await admin.quit()
      await server.stop()
    })

    const subscribers = async (channel: string): Promise<unknown> => {
      const [, count] = (await admin.pubsub('NUMSUB', channel)) as unknown[]
      return count
    }
    const watch = (key: string, onChange: () => void) =>
      redisStore(listening.connection, { codec: 'plaintext' }).coordinate.watch?.({ key, onChange }) ??
      expect.fail('has no watch')

    it('has one subscription for all who wait for a key, and none when the last has gone', async () => {
      const calls = [vi.fn(), vi.fn(), vi.fn()]
      const [first, second, third] = calls.map((onChange) => watch('shared', onChange))
      expect(calls.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0])
      // Told once that the subscription stands: what was published before, each has to read.
      await vi.waitFor(() => expect(calls.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]))
      expect(await subscribers('{shared}:c')).toBe(1)
      first?.()
      first?.()
      second?.()
      expect(await subscribers('{shared}:c')).toBe(1)
      await admin.publish('{shared}:c', 'changed')
      await vi.waitFor(() => expect(calls[2]).toHaveBeenCalledTimes(2))
      expect(calls[0]).toHaveBeenCalledTimes(1)
      expect(calls[1]).toHaveBeenCalledTimes(1)
      third?.()
      await vi.waitFor(async () => expect(await subscribers('{shared}:c')).toBe(0))
    })

    it('listens again for one who comes back while the last one leaves', async () => {
      const [before, after] = [vi.fn(), vi.fn()]
      watch('back', before)()
      const stop = watch('back', after)
      await vi.waitFor(() => expect(after).toHaveBeenCalledTimes(1))
      await admin.publish('{back}:c', 'changed')
      await vi.waitFor(() => expect(after).toHaveBeenCalledTimes(2))
      expect(before).not.toHaveBeenCalled()
      stop()
      const last = vi.fn()
      const end = watch('back', last)
      await vi.waitFor(() => expect(last).toHaveBeenCalledTimes(1))
      await admin.publish('{back}:c', 'changed')
      await vi.waitFor(() => expect(last).toHaveBeenCalledTimes(2))
      end()
      await vi.waitFor(async () => expect(await subscribers('{back}:c')).toBe(0))
    })

    it('calls back after a reconnect, since it may have missed a message, and hears the next', async () => {
      const onChange = vi.fn()
      const stop = watch('broken', onChange)
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))
      const clients = String(await admin.client('LIST')).split('\n')
      const [, id = ''] =
        /^id=(\d+) .*name=listening/.exec(clients.find((line) => line.includes('name=listening')) ?? '') ?? []
      const ready = new Promise<void>((resolve) => listening.subscriber.once('ready', resolve))
      await admin.client('KILL', 'ID', id)
      await ready
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2))
      expect(await subscribers('{broken}:c')).toBe(1)
      await admin.publish('{broken}:c', 'changed')
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(3))
      stop()
      await vi.waitFor(async () => expect(await subscribers('{broken}:c')).toBe(0))
    })

    it('is told by a set, a commit and a release of another process', async () => {
      const onChange = vi.fn()
      const stop = watch('told', onChange)
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))
      const { set, coordinate } = redisStore(ioredis(admin), { codec: 'plaintext' })
      const [key, owner] = ['told', 'a']
      const entry = { key, record: { version: 'v1', data: 'd' }, ttlMs: 60_000 }
      await set(entry)
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2))
      await coordinate.readOrLock({ key, owner, leaseMs: 60_000, replacing: 'v1' })
      await coordinate.commit({ ...entry, owner, record: { version: 'v2', data: 'd' }, replacing: 'v1' })
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(3))
      await coordinate.readOrLock({ key, owner, leaseMs: 60_000, replacing: 'v2' })
      await coordinate.release({ key, owner })
      await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(4))
      stop()
    })
  })
}
