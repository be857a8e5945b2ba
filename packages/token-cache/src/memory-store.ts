import { ageMs, type Instant } from './freshness.js'
import { misuse } from './misuse.js'
import type { StoreEntry, StoreHit, StoreRecord, TokenStore } from './store.js'

/** What {@link memoryStore} can be told. */
export interface MemoryStoreOptions {
  /** The most tokens it keeps, a whole number from 1. Default 10 000. */
  readonly maxEntries?: number | undefined
  /** Wall clock, milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** A clock that is never set back, milliseconds. Default `performance.now`. */
  readonly monotonic?: (() => number) | undefined
}

interface Kept {
  readonly record: StoreRecord
  readonly ttlMs: number
  readonly since: Instant
}

/**
 * Creates a store in this process's memory, for several caches in one process and for tests. At most `maxEntries`
 * are kept: when it is full, the expired ones go, and if none has expired, the one written longest ago.
 *
 * @throws TypeError if an option is malformed. Its operations reject with a `TypeError` for a malformed argument.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@x/token-cache'
 *
 * const store = memoryStore({ maxEntries: 1_000 })
 * await store.set({ key: 'bank', record: { version: 'v1', data: 'sealed' }, ttlMs: 870_000 })
 * console.log((await store.get('bank'))?.version) // v1
 * console.log(await store.delete({ key: 'bank', version: 'v0' })) // false
 * ```
 */
export function memoryStore(options: MemoryStoreOptions = {}): TokenStore {
  const { maxEntries, now, monotonic } = readOptions(options)
  // A Map lists its keys in the order of writing, because a replaced entry is deleted first.
  const entries = new Map<string, Kept>()

  const instant = (): Instant => ({ wall: now(), mono: monotonic() })

  // No timers: an expired entry goes when somebody asks for it, or when its place is needed.
  function makeRoom(at: Instant): void {
    for (const [key, kept] of entries) if (!isLive(kept, at)) entries.delete(key)
    for (const key of entries.keys()) {
      if (entries.size < maxEntries) return
      entries.delete(key)
    }
  }

  function find(key: string): StoreHit | undefined {
    const kept = entries.get(requireText('key', key))
    if (kept === undefined) return undefined
    const ttlMs = leftMs(kept, instant())
    if (ttlMs > 0) return { ...kept.record, ttlMs }
    entries.delete(key)
    return undefined
  }

  return {
    codec: 'plaintext',
    async get(key) {
      return find(key)
    },
    async set(entry) {
      const { key, record, ttlMs } = readEntry(entry)
      const since = instant()
      entries.delete(key)
      if (entries.size >= maxEntries) makeRoom(since)
      entries.set(key, { record, ttlMs, since })
    },
    async delete({ key, version }) {
      return find(key)?.version === requireText('version', version) && entries.delete(key)
    },
  }
}

function leftMs({ ttlMs, since }: Kept, at: Instant): number {
  return ttlMs - ageMs(since, at)
}

/** A clock that answers NaN makes an entry expired. */
function isLive(kept: Kept, at: Instant): boolean {
  return leftMs(kept, at) > 0
}

function readOptions({
  maxEntries = 10_000,
  now = () => Date.now(),
  monotonic = () => performance.now(),
}: MemoryStoreOptions): { maxEntries: number; now: () => number; monotonic: () => number } {
  if (!isWhole(maxEntries)) throw misuse({ field: 'maxEntries', expected: WHOLE, value: maxEntries })
  for (const [field, value] of Object.entries({ now, monotonic })) {
    if (typeof value !== 'function') throw misuse({ field, expected: 'a function', value })
  }
  return { maxEntries, now, monotonic }
}

/** Takes the parts out: the caller's objects may change later, what is stored may not. */
function readEntry({ key, record, ttlMs }: StoreEntry): StoreEntry {
  if (!isWhole(ttlMs)) throw misuse({ field: 'ttlMs', expected: WHOLE, value: ttlMs })
  if (typeof record !== 'object' || record === null) {
    throw misuse({ field: 'record', expected: 'an object', value: record })
  }
  const { version, data } = record
  if (typeof data !== 'string') throw misuse({ field: 'record.data', expected: 'a string', value: data })
  return {
    key: requireText('key', key),
    record: { version: requireText('record.version', version), data },
    ttlMs,
  }
}

const WHOLE = 'a whole number from 1'

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1
}

function requireText(field: string, value: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw misuse({ field, expected: 'a non-empty string', value })
}
