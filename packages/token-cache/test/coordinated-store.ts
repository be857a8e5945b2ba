import type { StoreCoordination, StoreEntry, StoreHit, StoreRecord, TokenStore } from '../src/index.js'

interface Slot {
  token?: { readonly record: StoreRecord; readonly end: number }
  lease?: { readonly owner: string; readonly end: number }
}

/** The plainest store that coordinates, by one clock: what a server does in its scripts, in one process. */
export function coordinatedStore({ now }: { now: () => number }): TokenStore & {
  readonly coordinate: StoreCoordination
} {
  const slots = new Map<string, Slot>()
  const watchers = new Map<string, Set<() => void>>()

  function slot(key: string): Slot {
    const found = slots.get(key) ?? {}
    slots.set(key, found)
    if (found.token && found.token.end <= now()) delete found.token
    if (found.lease && found.lease.end <= now()) delete found.lease
    return found
  }

  function read(key: string): StoreHit | undefined {
    const { token } = slot(key)
    return token && { ...token.record, ttlMs: token.end - now() }
  }

  function write({ key, record, ttlMs }: StoreEntry): void {
    slot(key).token = { record: { ...record }, end: now() + ttlMs }
  }

  function notify(key: string): void {
    for (const onChange of watchers.get(key) ?? []) onChange()
  }

  return {
    codec: 'plaintext',
    async get(key) {
      return read(key)
    },
    async set(entry) {
      write(entry)
    },
    async delete({ key, version }) {
      const at = slot(key)
      return at.token?.record.version === version && delete at.token
    },
    coordinate: {
      async readOrLock({ key, owner, leaseMs, replacing }) {
        const hit = read(key)
        if (hit && hit.version !== replacing) return { status: 'hit', hit }
        const at = slot(key)
        if (at.lease && at.lease.owner !== owner) return { status: 'held', heldMs: at.lease.end - now() }
        at.lease = { owner, end: now() + leaseMs }
        return { status: 'granted' }
      },
      async renew({ key, owner, leaseMs }) {
        const at = slot(key)
        if (at.lease?.owner !== owner) return false
        at.lease = { owner, end: now() + leaseMs }
        return true
      },
      async commit({ owner, replacing, ...entry }) {
        const { token, lease } = slot(entry.key)
        const kept = token?.record.version
        if (kept === entry.record.version) return true
        const isOurs = lease?.owner === owner
        if (!isOurs && (lease || (kept !== undefined && kept !== replacing))) return false
        write(entry)
        delete slot(entry.key).lease
        notify(entry.key)
        return true
      },
      async release({ key, owner }) {
        const at = slot(key)
        if (at.lease?.owner !== owner) return
        delete at.lease
        notify(key)
      },
      watch({ key, onChange }) {
        const set = watchers.get(key) ?? new Set()
        watchers.set(key, set.add(onChange))
        return () => void set.delete(onChange)
      },
    },
  }
}
