import type { ReadOrLock, StoreEntry, StoreHit, StoreRecord } from '../src/index.js'

interface Slot {
  token?: { readonly record: StoreRecord; readonly end: number }
  lease?: { readonly owner: string; readonly end: number }
}

/** What a server does in its scripts: the plainest store that coordinates, by one clock, each operation at once. */
export function leaseBook({ now, onChange }: { now: () => number; onChange?: (key: string) => void }) {
  const slots = new Map<string, Slot>()

  function slot(key: string): Slot {
    const found = slots.get(key) ?? {}
    slots.set(key, found)
    if (found.token && found.token.end <= now()) delete found.token
    if (found.lease && found.lease.end <= now()) delete found.lease
    return found
  }

  function get(key: string): StoreHit | undefined {
    const { token } = slot(key)
    return token && { ...token.record, ttlMs: token.end - now() }
  }

  function set({ key, record, ttlMs }: StoreEntry): void {
    slot(key).token = { record: { ...record }, end: now() + ttlMs }
  }

  function lease(key: string, owner: string, leaseMs: number): void {
    slot(key).lease = { owner, end: now() + leaseMs }
  }

  return {
    get,
    set,
    delete: ({ key, version }: { key: string; version: string }): boolean => {
      const at = slot(key)
      return at.token?.record.version === version && delete at.token
    },
    readOrLock: ({
      key,
      owner,
      leaseMs,
      replacing,
    }: {
      key: string
      owner: string
      leaseMs: number
      replacing?: string | undefined
    }): ReadOrLock => {
      const hit = get(key)
      if (hit && hit.version !== replacing) return { status: 'hit', hit }
      const at = slot(key)
      if (at.lease && at.lease.owner !== owner) return { status: 'held', heldMs: at.lease.end - now() }
      lease(key, owner, leaseMs)
      return { status: 'granted' }
    },
    renew: ({ key, owner, leaseMs }: { key: string; owner: string; leaseMs: number }): boolean => {
      if (slot(key).lease?.owner !== owner) return false
      lease(key, owner, leaseMs)
      return true
    },
    commit: ({
      owner,
      replacing,
      ...entry
    }: StoreEntry & { owner: string; replacing?: string | undefined }): boolean => {
      const at = slot(entry.key)
      const kept = at.token?.record.version
      const isOurs = at.lease?.owner === owner
      if (kept === entry.record.version && !isOurs) return true
      if (!isOurs && (at.lease || (kept !== undefined && kept !== replacing))) return false
      set(entry)
      delete at.lease
      onChange?.(entry.key)
      return true
    },
    release: ({ key, owner }: { key: string; owner: string }): void => {
      const at = slot(key)
      if (at.lease?.owner !== owner) return
      delete at.lease
      onChange?.(key)
    },
  }
}
