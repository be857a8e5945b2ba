import { resolveCodec } from './codec/resolve-codec.js'
import type { TokenCodec, UnreadableReason } from './codec/token-codec.js'
import { readRecord, type SharedToken, writeRecord } from './codec/token-record.js'
import type { TokenCacheEventDetail } from './events.js'
import type { StoreHit, TokenStore } from './store.js'
import type { Surroundings } from './surroundings.js'
import { type Attempt, withDeadline } from './with-deadline.js'

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

type Answer =
  | { readonly token: SharedToken; readonly ttlMs: number | undefined }
  | { readonly unreadable: UnreadableReason }
  | 'nonsense'
  | undefined

const LIMIT_MS = 250
/** By so much the clocks of a fleet may differ. */
const SKEW_MS = 5_000

/** Opens the store for one key. */
export function openStore({
  store,
  key,
  report,
  surroundings: { now, setTimer, waitUntil, outside },
}: {
  store: TokenStore
  key: string
  report: (event: TokenCacheEventDetail) => void
  surroundings: Pick<Surroundings, 'now' | 'setTimer' | 'waitUntil' | 'outside'>
}): OpenedStore {
  const codec = resolveCodec(store.codec)
  /** One object for each write until the store is given it; a rejection takes its version's out. */
  const wanted = new Set<{ readonly version: string }>()

  async function attempt<T>(operation: 'get' | 'set' | 'delete', run: () => Promise<T>): Promise<Attempt<T>> {
    const outcome = await outside(() => withDeadline({ run, ms: LIMIT_MS, setTimer }))
    if ('problem' in outcome) report({ type: 'store-failed', operation, problem: outcome.problem })
    return outcome
  }

  /** Nobody waits for it, so that only the runtime can wait. */
  function attemptBehind(operation: 'set' | 'delete', run: () => Promise<unknown>): void {
    waitUntil(attempt(operation, run).then(() => {}))
  }

  // Opening is a part of the operation: a codec that asks a key server may hang as a store does.
  async function ask(): Promise<Answer> {
    const hit = await store.get(key)
    return hit === undefined ? undefined : openHit({ codec, key, hit })
  }

  return {
    async read() {
      const outcome = await attempt('get', ask)
      if ('problem' in outcome || outcome.value === undefined) return undefined
      const answer = outcome.value
      if (answer === 'nonsense') report({ type: 'store-failed', operation: 'get', problem: answer })
      else if ('token' in answer) return found({ ...answer, now: now() })
      else report({ type: 'unreadable', reason: answer.unreadable })
      return undefined
    },
    write({ token, remainingMs }) {
      const entry = { version: token.version }
      wanted.add(entry)
      attemptBehind('set', async () => {
        const record = await writeRecord({ codec, key, token })
        // A life goes on while it is sealed, however long a codec takes.
        const ttlMs = Math.floor(Math.min(remainingMs, token.expiresAt - now()))
        // Rejected while it was sealed, too large to share, or over already: nothing went wrong.
        const isWanted = wanted.delete(entry) && ttlMs >= 1
        if (isWanted && record !== undefined) await store.set({ key, record, ttlMs })
      })
    },
    forget(version) {
      for (const entry of wanted) if (entry.version === version) wanted.delete(entry)
      attemptBehind('delete', () => store.delete({ key, version }))
    },
  }
}

/** Never rejects: what a store answers may be anything, a proxy that throws included. */
async function openHit({
  codec,
  key,
  hit,
}: {
  codec: TokenCodec
  key: string
  hit: StoreHit
}): Promise<Answer> {
  try {
    const { version, data, ttlMs } = hit
    if (typeof hit !== 'object' || !isTtl(ttlMs)) return 'nonsense'
    const read = await readRecord({ codec, key, record: { version, data } })
    return 'token' in read ? { ...read, ttlMs } : read
  } catch {
    return 'nonsense'
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
