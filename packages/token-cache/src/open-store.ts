import type { SharedToken } from './codec/token-record.js'
import type { Instant } from './freshness.js'
import type { FoundToken, StoreAccess } from './store-access.js'
import type { Surroundings } from './surroundings.js'

export interface TokenToShare {
  readonly token: SharedToken
  readonly remainingMs: number
  /** Of whom it is, and what it replaces, for a store that coordinates. */
  readonly owner: string
  readonly replacing: string | undefined
}

/** The store, seen from one key. Nothing here rejects, and nothing takes longer than its time limit. */
export interface OpenedStore {
  /** `missed` for whatever is not a token that can be read. */
  readonly read: () => Promise<FoundToken | 'missed' | 'unavailable'>
  /** Behind the back of whoever called, and again if the store is gone, as long as the token is worth it. */
  readonly publish: (shared: TokenToShare) => void
  readonly forget: (version: string) => void
  /** Ends what is done behind: there is a newer token, or none is wanted any more. */
  readonly cease: () => void
}

const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000

/** Opens the store for one key. */
export function openStore({
  access,
  surroundings: { now, monotonic, waitUntil, setIdleTimer },
}: {
  access: StoreAccess
  surroundings: Pick<Surroundings, 'now' | 'monotonic' | 'waitUntil' | 'setIdleTimer'>
}): OpenedStore {
  const { store, key, attempt } = access
  /** Only the newest is worth publishing, and a rejection takes it out. */
  let wanted: { readonly version: string; readonly stop: () => void } | undefined

  function cease(): void {
    wanted?.stop()
    wanted = undefined
  }

  /** By the clock that says less: the wall clock may be set back between two tries. */
  function leftMs(end: Instant): number {
    return Math.min(end.wall - now(), end.mono - monotonic())
  }

  /** False if it is to be tried again. */
  async function write(
    { token, owner, replacing }: TokenToShare,
    { end, isWanted }: { readonly end: Instant; readonly isWanted: () => boolean },
  ): Promise<boolean> {
    const record = await access.seal(token)
    // A life goes on while it is sealed, however long a codec takes.
    const ttlMs = Math.floor(Math.min(leftMs(end), token.expiresAt - now()))
    // Rejected while it was sealed, too large to share, or over already: nothing went wrong.
    if (record === undefined || ttlMs < 1 || !isWanted()) return true
    if (store.coordinate === undefined) {
      await store.set({ key, record, ttlMs })
      return true
    }
    if (await store.coordinate.commit({ key, record, ttlMs, owner, replacing })) return true
    // Somebody else's token is left alone: theirs is as good as ours, and calls will tell which one lives. But a lease
    // may be that of nobody, since a store that thaws grants what was asked of it long ago.
    const theirs = await store.get(key)
    return theirs !== undefined && theirs.version !== replacing
  }

  function publish(shared: TokenToShare, pauseMs: number, end: Instant): void {
    let cancel = (): void => {}
    let isWanted = true
    const entry = {
      version: shared.token.version,
      stop: () => {
        isWanted = false
        cancel()
      },
    }
    cease()
    wanted = entry
    const operation = store.coordinate === undefined ? 'set' : 'commit'
    const writing = attempt(operation, () => write(shared, { end, isWanted: () => isWanted }))
    const done = writing.then((outcome) => {
      if (!isWanted) return
      if (('value' in outcome && outcome.value) || leftMs(end) <= pauseMs) {
        cease()
        return
      }
      cancel = setIdleTimer(() => {
        publish(shared, Math.min(pauseMs * 2, LONGEST_RETRY_MS), end)
      }, pauseMs)
    })
    // Nobody waits for it, so that only the runtime can wait.
    waitUntil(done)
  }

  return {
    async read() {
      const outcome = await attempt('get', async () => {
        // Opening is a part of the operation: a codec that asks a key server may hang as a store does.
        const hit = await store.get(key)
        return hit === undefined ? undefined : access.open(hit, 'get')
      })
      if ('problem' in outcome) return 'unavailable'
      return outcome.value !== undefined && 'token' in outcome.value ? outcome.value.token : 'missed'
    },
    publish: (shared) =>
      publish(shared, FIRST_RETRY_MS, {
        wall: now() + shared.remainingMs,
        mono: monotonic() + shared.remainingMs,
      }),
    forget(version) {
      if (wanted?.version === version) cease()
      waitUntil(attempt('delete', () => store.delete({ key, version })).then(() => {}))
    },
    cease,
  }
}
