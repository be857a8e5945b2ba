import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { keyring } from '../codec/keyring.js'
import { type IoredisClient, type IoredisSubscriber, ioredis } from './ioredis.js'
import { type NodeRedisClient, type NodeRedisSubscriber, nodeRedis } from './node-redis.js'
import type { RedisConnection } from './redis-connection.js'
import { redisStore } from './redis-store.js'

const answering = (answer: unknown) => redisStore({ run: async () => answer }, { codec: 'plaintext' })
const record = { version: 'v1', data: 'canary' }
const lease = { key: 'bank', owner: 'a', leaseMs: 3_000 }
const entry = { key: 'bank', record, ttlMs: 1_000 }

/** Every operation, and the answers its script can give. */
const operations = (answer: unknown): Record<string, () => Promise<unknown>> => {
  const { coordinate, ...store } = answering(answer)
  return {
    get: () => store.get('bank'),
    set: () => store.set(entry),
    delete: () => store.delete({ key: 'bank', version: 'v1' }),
    lock: () => coordinate.readOrLock(lease),
    renew: () => coordinate.renew(lease),
    commit: () => coordinate.commit({ ...entry, owner: 'a' }),
    release: () => coordinate.release(lease),
  }
}
const names = Object.keys(operations(undefined))

describe('redisStore', () => {
  it('reads numbers as numbers or as their digits', async () => {
    for (const ttl of [900, '900']) {
      const hit = { version: 'v1', data: 'd', ttlMs: 900 }
      expect(await answering(['hit', 'v1', 'd', ttl]).get('bank')).toEqual(hit)
      const { coordinate } = answering(['hit', 'v1', 'd', ttl])
      expect(await coordinate.readOrLock(lease)).toEqual({ status: 'hit', hit })
      const held = answering(['held', ttl]).coordinate
      expect(await held.readOrLock(lease)).toEqual({ status: 'held', heldMs: 900 })
    }
    for (const [flag, value] of [
      [1, true],
      ['1', true],
      [0, false],
      ['0', false],
    ] as const) {
      expect(await answering(flag).coordinate.renew(lease)).toBe(value)
      expect(await answering(flag).delete({ key: 'bank', version: 'v1' })).toBe(value)
    }
    expect(await answering(['miss']).get('bank')).toBeUndefined()
    expect(await answering(['granted']).coordinate.readOrLock(lease)).toEqual({ status: 'granted' })
  })

  // What a promise resolves to is asked for `then` before anybody sees it.
  const hostile = new Proxy([], {
    get(_, name) {
      if (name !== 'then') throw new Error('canary')
      return undefined
    },
  })
  const nonsense: readonly unknown[] = [
    undefined,
    null,
    '',
    'OK',
    'QUEUED',
    2,
    -1,
    0.5,
    Number.NaN,
    true,
    {},
    [],
    [null],
    ['hit'],
    ['miss', 'canary'],
    ['hit', 'v1', 'canary'],
    ['hit', 'v1', null, 900],
    ['hit', 7, 'canary', 900],
    ['hit', 'v1', 'canary', 0],
    ['hit', 'v1', 'canary', -1],
    ['hit', 'v1', 'canary', 1.5],
    ['hit', 'v1', 'canary', '1e3'],
    ['hit', 'v1', 'canary', ' 9'],
    ['hit', 'v1', 'canary', 900, 'more'],
    ['held'],
    ['held', 0],
    ['held', -2],
    ['held', null],
    ['HIT', 'v1', 'canary', 900],
    [['miss']],
    { status: 'miss' },
    hostile,
  ]

  it.each(names)('never takes nonsense for an answer: %s', async (name) => {
    for (const answer of nonsense) {
      const operation = operations(answer)[name] ?? expect.fail()
      const error = await operation().then(
        (value) => expect.fail(`resolved to ${inspect(value)}`),
        (reason) => reason,
      )
      expect(error).not.toBeInstanceOf(TypeError)
      expect(error.message).toBe(
        `Redis, asked to ${name}, answered with what this script cannot answer: look at what stands between here and Redis`,
      )
      expect(inspect(error, { showHidden: true })).not.toContain('canary')
    }
  })

  it('takes no JSON value for an answer but those of its scripts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (answer) => {
        fc.pre(!['["miss"]', '["granted"]', '0', '1', '"0"', '"1"'].includes(JSON.stringify(answer)))
        for (const name of names) {
          await expect(operations(answer)[name]?.()).rejects.toThrow('answered with')
        }
      }),
    )
  })

  it('says what to do about a client that answers with bytes', async () => {
    const bytes = new TextEncoder().encode('canary')
    for (const answer of [bytes, [bytes], ['hit', bytes, bytes, 900]]) {
      await expect(answering(answer).get('bank')).rejects.toThrow(
        'Redis, asked to get, answered with bytes instead of text: give it a client that answers with strings',
      )
    }
  })

  it('keeps the client and its command out of the error, whether it rejects or throws', async () => {
    const fail = () => {
      throw Object.assign(new Error('OOM canary'), { command: { args: ['canary'] } })
    }
    for (const run of [fail, async () => fail()]) {
      const { set } = redisStore({ run }, { codec: 'plaintext' })
      const error = await set(entry).catch((reason) => reason)
      expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain('canary')
      expect(error.message).toBe(
        'Redis could not be asked to set (OOM: Redis has no memory left for a write)',
      )
      expect('cause' in error).toBe(false)
    }
  })

  it('hands the codec through as it is', () => {
    const codec = keyring([crypto.getRandomValues(new Uint8Array(32))])
    expect(redisStore({ run: async () => 1 }, { codec }).codec).toBe(codec)
  })

  it('calls run before it returns, so that calls keep their order', async () => {
    const run = vi.fn(async () => 1)
    const { set, delete: remove, coordinate } = redisStore({ run }, { codec: 'plaintext' })
    const all = [set(entry), remove({ key: 'bank', version: 'v1' }), coordinate.renew(lease)]
    expect(run).toHaveBeenCalledTimes(3)
    await Promise.all(all)
  })

  it.each([
    ['no connection', [undefined, { codec: 'plaintext' }], '"connection" must be ioredis(client)'],
    ['a client instead', [{ eval() {} }, { codec: 'plaintext' }], '"connection" must be ioredis(client)'],
    [
      'a subscribe that is no function',
      [{ run() {}, subscribe: 7 }, { codec: 'plaintext' }],
      '"connection.subscribe" must be a function or left out, got 7',
    ],
    ['no options', [{ run() {} }], '"options" must be an object with codec, got undefined'],
    ['no codec', [{ run() {} }, {}], '"codec" must be keyring([key])'],
    ['another word', [{ run() {} }, { codec: 'canary' }], '"codec" must be keyring([key])'],
  ])('refuses %s', (_, args, message) => {
    expect(() => Reflect.apply(redisStore, undefined, args)).toThrow(TypeError)
    expect(() => Reflect.apply(redisStore, undefined, args)).toThrow(message)
    expect(() => Reflect.apply(redisStore, undefined, args)).not.toThrow('canary')
  })

  it.each([
    [
      'a fraction of a millisecond',
      { ...entry, ttlMs: 0.5 },
      '"ttlMs" must be a whole number of milliseconds from 1, got 0.5',
    ],
    ['no life', { ...entry, ttlMs: 0 }, '"ttlMs" must be'],
    ['a life as text', { ...entry, ttlMs: '9' }, '"ttlMs" must be'],
    ['no record', { ...entry, record: null }, '"record" must be an object, got null'],
    ['no version', { ...entry, record: { data: 'd' } }, '"record.version" must be a non-empty string'],
    [
      'bytes',
      { ...entry, record: { version: 'v1', data: new Uint8Array(1) } },
      '"record.data" must be a string',
    ],
    ['no key', { ...entry, key: undefined }, '"key" must be a non-empty string'],
  ])('refuses to write %s, and asks Redis nothing', async (_, wrong, message) => {
    const run = vi.fn(async () => 1)
    const { set, coordinate } = redisStore({ run }, { codec: 'plaintext' })
    for (const write of [
      set,
      (given: object) => Reflect.apply(coordinate.commit, coordinate, [{ ...given, owner: 'a' }]),
    ]) {
      const outcome = Promise.resolve(Reflect.apply(write, undefined, [wrong]))
      await expect(outcome).rejects.toThrow(TypeError)
      await expect(Promise.resolve(Reflect.apply(write, undefined, [wrong]))).rejects.toThrow(message)
    }
    expect(run).not.toHaveBeenCalled()
  })

  it('has no watch without subscribe, and survives a subscribe of any kind', () => {
    expect(answering(1).coordinate.watch).toBeUndefined()
    const throwing = () => {
      throw new Error('refused')
    }
    const kinds: readonly unknown[] = [throwing, () => undefined, () => throwing]
    for (const subscribe of kinds) {
      const connection = { run: async () => 1, subscribe } as RedisConnection
      const stop = redisStore(connection, { codec: 'plaintext' }).coordinate.watch?.({
        key: 'a',
        onChange() {},
      })
      expect(stop?.()).toBeUndefined()
      expect(stop?.()).toBeUndefined()
    }
  })

  it('calls nobody back who has stopped, and ends a subscription once', () => {
    let publish = () => {}
    const end = vi.fn()
    const subscribe = vi.fn((_: string, onMessage: () => void) => {
      publish = onMessage
      return end
    })
    const onChange = vi.fn()
    const { coordinate } = redisStore({ run: async () => 1, subscribe }, { codec: 'plaintext' })
    const stop = coordinate.watch?.({ key: 'bank', onChange })
    publish()
    stop?.()
    stop?.()
    publish()
    expect(subscribe.mock.calls[0]?.[0]).toBe('{bank}:c')
    expect(onChange).toHaveBeenCalledTimes(1)
    expect(end).toHaveBeenCalledTimes(1)
  })
})

describe('the adapters', () => {
  const never = async () => 1
  const subscriber: IoredisSubscriber & NodeRedisSubscriber = {
    subscribe: never,
    unsubscribe: never,
    on() {},
    off() {},
  }
  const client: IoredisClient & NodeRedisClient & typeof subscriber = { ...subscriber, eval: never }

  it.each([
    ['ioredis', ioredis],
    ['nodeRedis', nodeRedis],
  ])('refuse what is no client: %s', (_, adapt) => {
    const wrong =
      (...args: readonly unknown[]) =>
      () =>
        Reflect.apply(adapt, undefined, args)
    expect(wrong()).toThrow(new TypeError('"client" must be a client of Redis, got undefined'))
    expect(wrong(null)).toThrow(new TypeError('"client" must be a client of Redis, got null'))
    expect(wrong('redis://:canary@host')).toThrow(
      new TypeError('"client" must be a client of Redis, got string'),
    )
    expect(wrong({})).toThrow(
      new TypeError('"client" must be a client of Redis, got an object without eval()'),
    )
    expect(wrong(client, { subscriber: {} })).toThrow(
      '"subscriber" must be a client of Redis, got an object without subscribe()',
    )
    expect(wrong(client, { subscriber: null })).toThrow('"subscriber" must be a client of Redis, got null')
    expect(wrong(client, { subscriber: client })).toThrow(
      new TypeError('"subscriber" must be a connection of its own: use client.duplicate()'),
    )
    expect(Object.keys(adapt(client))).toEqual(['run'])
    expect(Object.keys(adapt(client, { subscriber }))).toEqual(['run', 'subscribe'])
  })

  it('give each client what it takes', async () => {
    const calls: unknown[] = []
    const recording = { eval: async (...args: unknown[]) => calls.push(args) }
    await ioredis(recording).run('script', ['k1', 'k2'], ['a'])
    await nodeRedis(recording).run('script', ['k1', 'k2'], ['a'])
    expect(calls).toEqual([
      ['script', 2, 'k1', 'k2', 'a'],
      ['script', { keys: ['k1', 'k2'], arguments: ['a'] }],
    ])
  })
})
