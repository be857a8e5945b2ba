import type { ReadOrLock, StoreCoordination, TokenStore } from '../store.js'
import { LONG_MS, must } from './contract-case.js'

export const key = 'key'

/** The operations of one owner, so that a rule reads as a story of two. */
export function as(store: TokenStore, owner: string, on: string = key) {
  const { coordinate } = store
  must(coordinate !== undefined, 'has no coordinate')
  const record = (version: string) => ({ version, data: `data of ${version}` })
  return {
    lock: (leaseMs: number, replacing?: string): Promise<ReadOrLock> =>
      coordinate.readOrLock({ key: on, owner, leaseMs, replacing }),
    renew: (leaseMs: number): Promise<boolean> => coordinate.renew({ key: on, owner, leaseMs }),
    commit: (version: string, replacing?: string, ttlMs: number = LONG_MS): Promise<boolean> =>
      coordinate.commit({ key: on, owner, record: record(version), ttlMs, replacing }),
    release: (): ReturnType<StoreCoordination['release']> => coordinate.release({ key: on, owner }),
  }
}

export function put(store: TokenStore, version: string, ttlMs: number = LONG_MS): Promise<void> {
  return store.set({ key, record: { version, data: `data of ${version}` }, ttlMs })
}

export function mustGrant({ status }: ReadOrLock, when: string): void {
  must(status === 'granted', `answers "${status}" instead of "granted" ${when}`)
}

export function mustBeHeld(answer: ReadOrLock, { most, when }: { most: number; when: string }): void {
  must(answer.status === 'held', `answers "${answer.status}" instead of "held" ${when}`)
  const { heldMs } = answer
  must(heldMs > 0 && heldMs <= most, `answers a heldMs above the lease, or no number above 0, ${when}`)
}

export function mustHit(answer: ReadOrLock, { version, when }: { version: string; when: string }): void {
  must(answer.status === 'hit', `answers "${answer.status}" instead of "hit" ${when}`)
  const { hit } = answer
  must(hit.version === version && hit.data === `data of ${version}`, `hits another record ${when}`)
  must(hit.ttlMs === undefined || (hit.ttlMs > 0 && hit.ttlMs <= LONG_MS), `hits with a wrong ttlMs ${when}`)
}

export async function mustKeep(store: TokenStore, version: string | undefined, when: string): Promise<void> {
  const hit = await store.get(key)
  must(
    hit?.version === version,
    `keeps ${hit?.version ?? 'nothing'} instead of ${version ?? 'nothing'} ${when}`,
  )
  must(hit === undefined || hit.data === `data of ${version}`, `keeps other data than the version's ${when}`)
}
