import { resolveCodec } from './codec/resolve-codec.js'
import { readRecord, type SharedToken, writeRecord } from './codec/token-record.js'
import type { TokenCacheEventDetail } from './events.js'
import type { StoreHit, TokenStore } from './store.js'
import { type Attempt, type SetTimer, withDeadline } from './with-deadline.js'

/** A token that another process, or this one before a restart, has put into the store. */
export interface FoundToken {
  readonly value: string
  readonly version: string
  readonly lifetimeMs: number
  readonly ageMs: number
}

/** The store, seen from one key. Nothing here rejects, and nothing takes longer than its time limit. */
export interface OpenedStore {
  /** Resolves to `undefined` for whatever is not a token that can be read. */
  readonly read: () => Promise<FoundToken | undefined>
  readonly write: (entry: { readonly token: SharedToken; readonly remainingMs: number }) => void
  readonly forget: (version: string) => void
}

const LIMIT_MS = 250
/** By so much the clocks of a fleet may differ where the store cannot tell how long a token has left. */
const SKEW_MS = 5_000

/** Opens the store for one key. */
export function openStore({
  store,
  key,
  now,
  setTimer,
  report,
}: {
  store: TokenStore
  key: string
  now: () => number
  setTimer: SetTimer
  report: (event: TokenCacheEventDetail) => void
}): OpenedStore {
  const codec = resolveCodec(store.codec)
  let forgotten: string | undefined

  async function attempt<T>(operation: 'get' | 'set' | 'delete', run: () => Promise<T>): Promise<Attempt<T>> {
    const outcome = await withDeadline({ run, ms: LIMIT_MS, setTimer })
    if ('problem' in outcome) report({ type: 'store-failed', operation, problem: outcome.problem })
    return outcome
  }

  return {
    async read() {
      const outcome = await attempt('get', () => store.get(key))
      if ('problem' in outcome || outcome.value === undefined) return undefined
      const hit = outcome.value
      if (!isHit(hit)) {
        report({ type: 'store-failed', operation: 'get', problem: 'nonsense' })
        return undefined
      }
      const read = await readRecord({ codec, key, record: hit })
      if ('unreadable' in read) {
        report({ type: 'unreadable', reason: read.unreadable })
        return undefined
      }
      return found({ token: read.token, ttlMs: hit.ttlMs, now: now() })
    },
    write({ token, remainingMs }) {
      const ttlMs = Math.floor(remainingMs)
      void attempt('set', async () => {
        const record = await writeRecord({ codec, key, token })
        // Too large to share, over already, or rejected while it was sealed: nothing went wrong.
        const isWanted = record !== undefined && ttlMs >= 1 && record.version !== forgotten
        if (isWanted) await store.set({ key, record, ttlMs })
      })
    },
    forget(version) {
      forgotten = version
      void attempt('delete', () => store.delete({ key, version }))
    },
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
}): FoundToken {
  // The store's clock counts, being the same for all; the sealed lifetime limits it, being out of the store's reach.
  const remainingMs = Math.min(ttlMs ?? expiresAt - now - SKEW_MS, lifetimeMs)
  return { value, version, lifetimeMs, ageMs: lifetimeMs - remainingMs }
}

function isHit(hit: StoreHit): boolean {
  if (typeof hit !== 'object' || hit === null) return false
  const { ttlMs } = hit
  return ttlMs === undefined || (typeof ttlMs === 'number' && ttlMs >= 0)
}
