import type { StoreCoordination, TokenStore } from '../src/index.js'
import { leaseBook } from './lease-book.js'

/** A store that coordinates, in one process. */
export function coordinatedStore({ now }: { now: () => number }): TokenStore & {
  readonly coordinate: StoreCoordination
} {
  const watchers = new Map<string, Set<() => void>>()
  const onChange = (key: string): void => {
    for (const notify of watchers.get(key) ?? []) notify()
  }
  const book = leaseBook({ now, onChange })
  return {
    codec: 'plaintext',
    get: async (key) => book.get(key),
    set: async (entry) => book.set(entry),
    delete: async (which) => book.delete(which),
    coordinate: {
      readOrLock: async (request) => book.readOrLock(request),
      renew: async (request) => book.renew(request),
      commit: async (request) => book.commit(request),
      release: async (request) => book.release(request),
      watch({ key, onChange: notify }) {
        const set = watchers.get(key) ?? new Set()
        watchers.set(key, set.add(notify))
        return () => void set.delete(notify)
      },
    },
  }
}
