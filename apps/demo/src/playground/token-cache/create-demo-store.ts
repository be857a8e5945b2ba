import type { StoreCoordination, StoreHit, StoreRecord, TokenStore } from '@x/token-cache'

/** One stay of a lease with its owner, as the store saw it. */
export interface LeaseStay {
  readonly owner: string
  readonly from: number
  /** Moves on whenever the lease is renewed. */
  until: number
  renewals: number
  /** `lapsed`: nobody gave it up, and its time was over. */
  end: 'held' | 'written' | 'released' | 'lapsed'
}

/** What every process of the demo's fleet has in common. */
export interface DemoStore extends TokenStore {
  readonly coordinate: StoreCoordination & Required<Pick<StoreCoordination, 'watch'>>
  readonly leases: () => readonly LeaseStay[]
}

/** A store in memory that coordinates a fleet by one clock, each operation in one step. */
export const createDemoStore = ({ now }: { readonly now: () => number }): DemoStore => {
  const records = new Map<string, { readonly record: StoreRecord; readonly end: number }>()
  const held = new Map<string, LeaseStay>()
  const stays: LeaseStay[] = []
  const watchers = new Map<string, Set<() => void>>()

  const recordOf = (key: string): { readonly record: StoreRecord; readonly end: number } | undefined => {
    const found = records.get(key)
    return found && found.end > now() ? found : undefined
  }
  const hitOf = (key: string): StoreHit | undefined => {
    const found = recordOf(key)
    return found && { ...found.record, ttlMs: found.end - now() }
  }
  const leaseOf = (key: string): LeaseStay | undefined => {
    const lease = held.get(key)
    if (lease === undefined || lease.until > now()) return lease
    lease.end = 'lapsed'
    held.delete(key)
    return undefined
  }
  const endLease = (key: string, end: 'written' | 'released'): void => {
    const lease = held.get(key)
    if (lease === undefined) return
    lease.until = now()
    lease.end = end
    held.delete(key)
  }
  const announce = (key: string): void => {
    for (const notify of watchers.get(key) ?? []) notify()
  }

  return {
    codec: 'plaintext',
    leases: () => {
      for (const key of held.keys()) leaseOf(key)
      return stays.map((stay) => ({ ...stay }))
    },
    get: async (key) => hitOf(key),
    set: async ({ key, record, ttlMs }) => {
      records.set(key, { record: { ...record }, end: now() + ttlMs })
    },
    delete: async ({ key, version }) => recordOf(key)?.record.version === version && records.delete(key),
    coordinate: {
      readOrLock: async ({ key, owner, leaseMs, replacing }) => {
        const hit = hitOf(key)
        if (hit !== undefined && hit.version !== replacing) return { status: 'hit', hit }
        const lease = leaseOf(key)
        if (lease !== undefined && lease.owner !== owner)
          return { status: 'held', heldMs: lease.until - now() }
        const until = now() + leaseMs
        if (lease === undefined) {
          const stay: LeaseStay = { owner, from: now(), until, renewals: 0, end: 'held' }
          held.set(key, stay)
          stays.push(stay)
        } else lease.until = until
        return { status: 'granted' }
      },
      renew: async ({ key, owner, leaseMs }) => {
        const lease = leaseOf(key)
        if (lease?.owner !== owner) return false
        lease.until = now() + leaseMs
        lease.renewals += 1
        return true
      },
      commit: async ({ key, owner, record, ttlMs, replacing }) => {
        const kept = recordOf(key)?.record.version
        const lease = leaseOf(key)
        const isOurs = lease?.owner === owner
        if (kept === record.version && !isOurs) return true
        if (!isOurs && (lease !== undefined || (kept !== undefined && kept !== replacing))) return false
        records.set(key, { record: { ...record }, end: now() + ttlMs })
        endLease(key, 'written')
        announce(key)
        return true
      },
      release: async ({ key, owner }) => {
        if (leaseOf(key)?.owner !== owner) return
        endLease(key, 'released')
        announce(key)
      },
      watch({ key, onChange }) {
        const set = watchers.get(key) ?? new Set()
        watchers.set(key, set.add(onChange))
        return () => void set.delete(onChange)
      },
    },
  }
}
