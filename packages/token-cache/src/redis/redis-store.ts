import { resolveCodec } from '../codec/resolve-codec.js'
import type { TokenCodec } from '../codec/token-codec.js'
import { misuse } from '../misuse.js'
import type { StoreCoordination, StoreRecord, TokenStore } from '../store.js'
import { namesOf } from './names.js'
import { readDone, readFlag, readHit, readLock, whatIsWrong } from './read-answer.js'
import type { RedisConnection } from './redis-connection.js'
import { type Operation, scripts } from './scripts.js'
import { whyRefused } from './why-refused.js'

/** What {@link redisStore} must be told. */
export interface RedisStoreOptions {
  /** How tokens are written: `keyring([key])`, or `'plaintext'` for a Redis that nobody else can read. */
  readonly codec: TokenCodec | 'plaintext'
}

/**
 * Creates a store in Redis, Valkey or whatever runs their Lua, for one fetch at a time in a whole fleet. Every operation is
 * one script on two keys of one cluster slot, `{<key>}:v` and `{<key>}:l`; changes are published on `{<key>}:c`.
 *
 * Its operations reject with an `Error` if Redis refuses, cannot be asked or answers nonsense; neither token nor command
 * is in it. A malformed argument rejects with a `TypeError`.
 *
 * @throws TypeError if the connection has no `run`, or if `codec` is missing.
 *
 * @example
 * ```ts
 * import { createTokenCache, keyring } from '@x/token-cache'
 * import { redisStore } from '@x/token-cache/redis'
 *
 * // Stands in for ioredis(client) or nodeRedis(client), and for: openssl rand -base64 32
 * const connection = { run: async () => ['miss'] }
 * const codec = keyring([crypto.getRandomValues(new Uint8Array(32))])
 * const cache = createTokenCache({ store: redisStore(connection, { codec }) })
 * cache.close()
 * ```
 */
export function redisStore(
  connection: RedisConnection,
  options: RedisStoreOptions,
): TokenStore & { readonly coordinate: StoreCoordination } {
  requireConnection(connection)
  const codec = readOptions(options)

  async function ask<T>({ operation, key, args, read }: Question<T>): Promise<T> {
    const answer = await run({ operation, keys: namesOf(key).keys, args })
    try {
      return read(answer)
    } catch {
      throw new Error(`Redis, asked to ${operation}, answered ${whatIsWrong(answer)}`)
    }
  }

  async function run({ operation, keys, args }: Call): Promise<unknown> {
    try {
      return await connection.run(scripts[operation], keys, args)
    } catch (error) {
      throw new Error(`Redis could not be asked to ${operation} (${whyRefused(error)})`)
    }
  }

  return {
    codec,
    get: async (key) => ask({ operation: 'get', key, args: [], read: readHit }),
    async set({ key, record, ttlMs }) {
      const args = [...readRecord(record), readMs('ttlMs', ttlMs), namesOf(key).channel]
      await ask({ operation: 'set', key, args, read: readDone })
    },
    async delete({ key, version }) {
      return ask({ operation: 'delete', key, args: [readText('version', version)], read: readFlag })
    },
    coordinate: {
      async readOrLock({ key, owner, leaseMs, replacing }) {
        const args = [readText('owner', owner), readMs('leaseMs', leaseMs), ...optional(replacing)]
        return ask({ operation: 'lock', key, args, read: readLock })
      },
      async renew({ key, owner, leaseMs }) {
        const args = [readText('owner', owner), readMs('leaseMs', leaseMs)]
        return ask({ operation: 'renew', key, args, read: readFlag })
      },
      async commit({ key, owner, record, ttlMs, replacing }) {
        const args = [
          readText('owner', owner),
          ...readRecord(record),
          readMs('ttlMs', ttlMs),
          namesOf(key).channel,
          ...optional(replacing),
        ]
        return ask({ operation: 'commit', key, args, read: readFlag })
      },
      async release({ key, owner }) {
        const args = [readText('owner', owner), namesOf(key).channel]
        // No: the lease was over, or another's. It is not held, and that was the wish.
        await ask({ operation: 'release', key, args, read: readFlag })
      },
      ...(connection.subscribe && {
        watch: ({ key, onChange }) => watch({ connection, channel: namesOf(key).channel, onChange }),
      }),
    },
  }
}

interface Call {
  readonly operation: Operation
  readonly keys: readonly string[]
  readonly args: readonly string[]
}

interface Question<T> extends Omit<Call, 'keys'> {
  readonly key: string
  readonly read: (answer: unknown) => T
}

/** Only saves some polling, so a connection of somebody's own may fail at it. */
function watch({
  connection,
  channel,
  onChange,
}: {
  connection: RedisConnection
  channel: string
  onChange: () => void
}): () => void {
  let isWatching = true
  let end: unknown
  try {
    end = connection.subscribe?.(channel, () => isWatching && onChange())
  } catch {}
  return () => {
    if (!isWatching) return
    isWatching = false
    try {
      if (typeof end === 'function') end()
    } catch {}
  }
}

function requireConnection(connection: RedisConnection): void {
  if (typeof connection === 'object' && connection !== null && typeof connection.run === 'function') {
    const { subscribe } = connection
    if (subscribe === undefined || typeof subscribe === 'function') return
    throw misuse({ field: 'connection.subscribe', expected: 'a function or left out', value: subscribe })
  }
  throw misuse({
    field: 'connection',
    expected: 'ioredis(client), nodeRedis(client) or an object with run',
    value: connection,
  })
}

function readOptions(options: RedisStoreOptions): RedisStoreOptions['codec'] {
  if (typeof options !== 'object' || options === null) {
    throw misuse({ field: 'options', expected: 'an object with codec', value: options })
  }
  const { codec } = options
  resolveCodec(codec)
  return codec
}

function readRecord(record: StoreRecord): readonly [string, string] {
  if (typeof record !== 'object' || record === null) {
    throw misuse({ field: 'record', expected: 'an object', value: record })
  }
  const { version, data } = record
  if (typeof data !== 'string') throw misuse({ field: 'record.data', expected: 'a string', value: data })
  return [readText('record.version', version), data]
}

function readText(field: string, value: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw misuse({ field, expected: 'a non-empty string', value })
}

function optional(replacing: string | undefined): readonly string[] {
  return replacing === undefined ? [] : [readText('replacing', replacing)]
}

function readMs(field: string, value: number): string {
  if (Number.isSafeInteger(value) && value >= 1) return String(value)
  throw misuse({ field, expected: 'a whole number of milliseconds from 1', value })
}
