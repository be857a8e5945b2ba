import { resolveCodec } from './codec/resolve-codec.js'
import type { UnreadableReason } from './codec/token-codec.js'
import { readRecord, type SharedToken, writeRecord } from './codec/token-record.js'
import type { StoreOperation, TokenCacheEventDetail } from './events.js'
import type { StoreHit, StoreRecord, TokenStore } from './store.js'
import { type GuardedAttempt, type StoreGuard, storeRestMs } from './store-guard.js'
import type { Surroundings } from './surroundings.js'

/** A token that another process, or this one before a restart, has put into the store. */
export interface FoundToken {
  readonly value: string
  readonly version: string
  readonly lifetimeMs: number
  readonly ageMs: number
}

/** What a hit turned out to be. `nonsense` and `unreadable` have been reported. */
export type OpenedHit =
  | { readonly token: FoundToken }
  | { readonly unusable: 'expired' | 'unreadable' | 'nonsense' }

/** One key of a store, as far as all operations on it are alike. */
export interface StoreAccess {
  readonly key: string
  readonly store: TokenStore
  readonly report: (event: TokenCacheEventDetail) => void
  /** Never rejects. */
  readonly attempt: <T>(
    operation: StoreOperation,
    run: () => Promise<T>,
    late?: (value: T) => void,
  ) => Promise<GuardedAttempt<T>>
  /** Never rejects: what a store answers may be anything, a proxy that throws included. */
  readonly open: (hit: StoreHit, operation: StoreOperation) => Promise<OpenedHit>
  /** `undefined`: too large to share. Rejects if the codec fails, so call it within an attempt. */
  readonly seal: (token: SharedToken) => Promise<StoreRecord | undefined>
}

/** By so much the clocks of a fleet may differ. */
const SKEW_MS = 5_000

/** Opens a store for one key. */
export function openAccess({
  store,
  key,
  guard,
  report,
  surroundings: { now, outside },
}: {
  store: TokenStore
  key: string
  guard: StoreGuard
  report: (event: TokenCacheEventDetail) => void
  surroundings: Pick<Surroundings, 'now' | 'outside'>
}): StoreAccess {
  const codec = resolveCodec(store.codec)

  const onChange = (change: 'resting' | 'back'): void =>
    report(change === 'back' ? { type: 'store-back' } : { type: 'store-paused', ms: storeRestMs })

  async function read(hit: StoreHit): Promise<OpenedHit | UnreadableReason> {
    const { version, data, ttlMs } = hit
    if (typeof hit !== 'object' || !isTtl(ttlMs)) return { unusable: 'nonsense' }
    const opened = await readRecord({ codec, key, record: { version, data } })
    if ('unreadable' in opened) return opened.unreadable
    const token = found({ ...opened, ttlMs, now: now() })
    return token === undefined ? { unusable: 'expired' } : { token }
  }

  return {
    key,
    store,
    report,
    async attempt(operation, run, late) {
      const attempt = await outside(() => guard({ run, onChange, late }))
      if ('problem' in attempt && attempt.problem !== 'resting')
        report({ type: 'store-failed', operation, problem: attempt.problem })
      return attempt
    },
    async open(hit, operation) {
      const opened = await read(hit).catch((): OpenedHit => ({ unusable: 'nonsense' }))
      if (typeof opened === 'string') {
        report({ type: 'unreadable', reason: opened })
        return { unusable: 'unreadable' }
      }
      if ('unusable' in opened && opened.unusable === 'nonsense')
        report({ type: 'store-failed', operation, problem: 'nonsense' })
      return opened
    },
    seal: (token) => writeRecord({ codec, key, token }),
  }
}

function found({
  token: { value, version, lifetimeMs, expiresAt },
  ttlMs,
  now,
}: {
  token: SharedToken
  ttlMs: number | undefined
  now: number
}): FoundToken | undefined {
  const sealedMs = expiresAt - now
  // The store's clock counts, being the same for all. What was sealed limits it, being out of the store's reach: a
  // record that is put back, or a write that waited in a client's queue, begins a new time to live and no new life.
  const leftMs = ttlMs === undefined ? sealedMs - SKEW_MS : Math.min(ttlMs, sealedMs + SKEW_MS)
  const remainingMs = Math.min(leftMs, lifetimeMs)
  // A clock that answers NaN makes no token alive.
  return remainingMs > 0 ? { value, version, lifetimeMs, ageMs: lifetimeMs - remainingMs } : undefined
}

function isTtl(ttlMs: number | undefined): boolean {
  return ttlMs === undefined || (Number.isFinite(ttlMs) && ttlMs >= 0)
}
