import type { StoreCoordination, StoreEntry, StoreHit, TokenStore } from '../src/index.js'

export type Good = TokenStore & { readonly coordinate: StoreCoordination }
export type Flaw = (good: Good) => TokenStore

const withCoordinate = (good: Good, change: Partial<StoreCoordination>): TokenStore => ({
  ...good,
  coordinate: { ...good.coordinate, ...change },
})

const mapKey = (good: Good, map: (key: string) => string): TokenStore => ({
  ...good,
  get: (key) => good.get(map(key)),
  set: (entry) => good.set({ ...entry, key: map(entry.key) }),
  delete: (which) => good.delete({ ...which, key: map(which.key) }),
})

const mapData = (good: Good, map: (data: string) => string): TokenStore => ({
  ...good,
  set: (entry) => good.set({ ...entry, record: { ...entry.record, data: map(entry.record.data) } }),
})

const mapLeft = (good: Good, map: (ttlMs: number) => number): TokenStore => ({
  ...good,
  async get(key) {
    const hit = await good.get(key)
    return hit && { ...hit, ttlMs: map(hit.ttlMs ?? 0) }
  },
})

const compareBy = (good: Good, map: (version: string) => string | number): TokenStore => ({
  ...good,
  async delete({ key, version }) {
    const kept = await good.get(key)
    return (
      kept !== undefined && map(kept.version) === map(version) && good.delete({ key, version: kept.version })
    )
  },
})

/** Stores with one flaw each, and the case of the contract that must notice. */
export const flaws: Readonly<Record<string, { readonly flaw: Flaw; readonly caughtBy: string }>> = {
  'has no codec': {
    flaw: ({ codec: _, ...rest }) => rest as unknown as TokenStore,
    caughtBy: 'hands its codec through',
  },
  'lost its coordinate': {
    flaw: ({ coordinate: _, ...rest }) => rest,
    caughtBy: 'coordinates a fleet',
  },
  'answers null for a miss': {
    flaw: (good) => ({ ...good, get: async (key) => (await good.get(key)) ?? JSON.parse('null') }),
    caughtBy: 'misses what was never set',
  },
  'keeps entries on an object': {
    flaw: (good) => {
      const entries: Record<string, { version: string; data: string }> = {}
      return {
        ...good,
        get: async (key) => entries[key],
        async set({ key, record }) {
          entries[key] = record
        },
      }
    },
    caughtBy: 'misses what was never set',
  },
  "answers another key's value": {
    flaw: (good) => mapKey(good, () => 'one'),
    caughtBy: 'keeps keys apart',
  },
  'ignores case in keys': {
    flaw: (good) => mapKey(good, (key) => key.toLowerCase()),
    caughtBy: 'keeps keys apart',
  },
  'composes characters in keys': {
    flaw: (good) => mapKey(good, (key) => key.normalize('NFC')),
    caughtBy: 'keeps keys apart',
  },
  'cuts long keys short and joins them with the next': {
    flaw: (good) => mapKey(good, (key) => key.slice(0, 1)),
    caughtBy: 'keeps keys apart',
  },
  'deletes by prefix': {
    flaw: (good) => {
      const keys = new Set<string>()
      return {
        ...good,
        set(entry) {
          keys.add(entry.key)
          return good.set(entry)
        },
        async delete({ key, version }) {
          if ((await good.get(key))?.version !== version) return false
          for (const each of keys) {
            const kept = each.startsWith(key) ? await good.get(each) : undefined
            if (kept) await good.delete({ key: each, version: kept.version })
          }
          return true
        },
      }
    },
    caughtBy: 'keeps keys apart',
  },
  'parses data as JSON': {
    flaw: (good) =>
      mapData(good, (data) => {
        try {
          return String(JSON.parse(data))
        } catch {
          return data
        }
      }),
    caughtBy: 'answers version and data as they were set',
  },
  'trims data': {
    flaw: (good) => mapData(good, (data) => data.trim()),
    caughtBy: 'answers version and data as they were set',
  },
  'writes data as Latin-1': {
    flaw: (good) => mapData(good, (data) => data.replace(/[\u0100-\uffff]/g, '?')),
    caughtBy: 'answers version and data as they were set',
  },
  'cuts data at 64 KiB': {
    flaw: (good) => mapData(good, (data) => data.slice(0, 65_536)),
    caughtBy: 'answers version and data as they were set',
  },
  'ends data at a NUL': {
    flaw: (good) => mapData(good, (data) => data.split('\u0000')[0] ?? ''),
    caughtBy: 'answers version and data as they were set',
  },
  'stores a version as a number': {
    flaw: (good) => ({
      ...good,
      set: ({ record, ...rest }) =>
        good.set({
          ...rest,
          record: {
            ...record,
            version: /^\d/.test(record.version) ? `${Number(record.version)}` : record.version,
          },
        }),
    }),
    caughtBy: 'answers version and data as they were set',
  },
  'writes behind': {
    flaw: (good) => {
      let pending: StoreEntry | undefined
      return {
        ...good,
        async set(entry) {
          if (pending) await good.set(pending)
          pending = entry
        },
      }
    },
    caughtBy: 'shows a write as soon as it has resolved',
  },
  'answers from a cache of what it has read': {
    flaw: (good) => {
      const read = new Map<string, StoreHit>()
      return {
        ...good,
        async get(key) {
          const hit = read.get(key) ?? (await good.get(key))
          if (hit) read.set(key, hit)
          return hit
        },
      }
    },
    caughtBy: 'shows a write as soon as it has resolved',
  },
  'lets a late write replace a newer one': {
    flaw: (good) => ({
      ...good,
      set(entry) {
        // The first of several that overlap travels longest.
        let arrival = Promise.resolve()
        for (let hops = 20 - Number(entry.record.version.slice(1)); hops > 0; hops--) arrival = arrival.then()
        return arrival.then(() => good.set(entry))
      },
    }),
    caughtBy: 'lets the later of two overlapping writes win',
  },
  'ignores the time to live': {
    flaw: (good) => ({ ...good, set: (entry) => good.set({ ...entry, ttlMs: 1e12 }) }),
    caughtBy: 'forgets when the time to live is over, and says what is left',
  },
  'takes milliseconds for seconds': {
    flaw: (good) => ({ ...good, set: (entry) => good.set({ ...entry, ttlMs: entry.ttlMs * 1_000 }) }),
    caughtBy: 'forgets when the time to live is over, and says what is left',
  },
  'rounds the time to live up to seconds': {
    flaw: (good) => ({
      ...good,
      set: (entry) => good.set({ ...entry, ttlMs: Math.ceil(entry.ttlMs / 1_000) * 1_000 }),
    }),
    caughtBy: 'forgets when the time to live is over, and says what is left',
  },
  'says that a full life is left on every read': {
    flaw: (good) => mapLeft(good, () => 60_000),
    caughtBy: 'forgets when the time to live is over, and says what is left',
  },
  'says in microseconds what is left': {
    flaw: (good) => mapLeft(good, (ttlMs) => ttlMs * 1_000),
    caughtBy: 'forgets when the time to live is over, and says what is left',
  },
  'says -1 when asked what is left': {
    flaw: (good) => mapLeft(good, () => -1),
    caughtBy: 'forgets when the time to live is over, and says what is left',
  },
  'says what is left as text': {
    flaw: (good) => mapLeft(good, (ttlMs) => String(ttlMs) as unknown as number),
    caughtBy: 'forgets when the time to live is over, and says what is left',
  },
  'lives on with each read': {
    flaw: (good) => ({
      ...good,
      async get(key) {
        const hit = await good.get(key)
        if (hit) await good.set({ key, record: hit, ttlMs: 60_000 })
        return good.get(key)
      },
    }),
    caughtBy: 'forgets when the time to live is over, and says what is left',
  },
  'keeps the first time to live': {
    flaw: (good) => ({
      ...good,
      async set(entry) {
        const kept = await good.get(entry.key)
        await good.set({ ...entry, ttlMs: kept?.ttlMs ?? entry.ttlMs })
      },
    }),
    caughtBy: 'replaces the time to live with the record',
  },
  'keeps the longest time to live': {
    flaw: (good) => ({
      ...good,
      async set(entry) {
        const kept = await good.get(entry.key)
        await good.set({ ...entry, ttlMs: Math.max(kept?.ttlMs ?? 0, entry.ttlMs) })
      },
    }),
    caughtBy: 'replaces the time to live with the record',
  },
  'deletes without comparing': {
    flaw: (good) => compareBy(good, () => ''),
    caughtBy: 'deletes the version it is told, and no other',
  },
  'compares versions as numbers': {
    flaw: (good) => compareBy(good, (version) => (Number.isNaN(Number(version)) ? version : Number(version))),
    caughtBy: 'deletes the version it is told, and no other',
  },
  'compares versions without case': {
    flaw: (good) => compareBy(good, (version) => version.toLowerCase()),
    caughtBy: 'deletes the version it is told, and no other',
  },
  'says that it deleted whatever there was': {
    flaw: (good) => ({
      ...good,
      async delete(which) {
        const kept = await good.get(which.key)
        await good.delete(which)
        return kept !== undefined
      },
    }),
    caughtBy: 'deletes the version it is told, and no other',
  },
  'deletes without comparing, and does not say so': {
    flaw: (good) => ({
      ...good,
      async delete({ key, version }) {
        const kept = await good.get(key)
        if (kept) await good.delete({ key, version: kept.version })
        return kept?.version === version
      },
    }),
    caughtBy: 'deletes the version it is told, and no other',
  },
  'never says that it deleted': {
    flaw: (good) => ({ ...good, delete: (which) => good.delete(which).then(() => false) }),
    caughtBy: 'deletes the version it is told, and no other',
  },
  'says that it deleted whatever it was asked': {
    flaw: (good) => ({ ...good, delete: (which) => good.delete(which).then(() => true) }),
    caughtBy: 'deletes the version it is told, and no other',
  },
  'compares what has expired': {
    flaw: (good) => {
      const versions = new Map<string, string>()
      return {
        ...good,
        set(entry) {
          versions.set(entry.key, entry.record.version)
          return good.set(entry)
        },
        async delete({ key, version }) {
          await good.delete({ key, version })
          return versions.get(key) === version && versions.delete(key)
        },
      }
    },
    caughtBy: 'deletes nothing that has expired',
  },
  'reads and deletes in two steps': {
    flaw: (good) => ({
      ...good,
      async delete({ key, version }) {
        if ((await good.get(key))?.version !== version) return false
        await good.delete({ key, version })
        return true
      },
    }),
    caughtBy: 'lets one of many who delete the same version succeed',
  },
  'compares before a write that was called earlier': {
    flaw: (good) => ({
      ...good,
      set: (entry) => Promise.resolve().then(() => good.set(entry)),
    }),
    caughtBy: 'keeps the newer version when a late delete of the old one overlaps its writing',
  },
  'keeps the object it was given': {
    flaw: (good) => {
      const records = new Map<string, StoreEntry['record']>()
      return {
        ...good,
        set(entry) {
          records.set(entry.key, entry.record)
          return good.set(entry)
        },
        get: async (key) => (await good.get(key)) && records.get(key),
      }
    },
    caughtBy: 'keeps what was set, whatever becomes of the objects that went in and came out',
  },
  'grants to everybody': {
    flaw: (good) => withCoordinate(good, { readOrLock: async () => ({ status: 'granted' }) }),
    caughtBy: 'grants the lease to one, and tells the others how long it lasts',
  },
  'answers that it granted, and takes no lease': {
    flaw: (good) =>
      withCoordinate(good, {
        async readOrLock(request) {
          const answer = await good.coordinate.readOrLock(request)
          if (answer.status === 'granted') await good.coordinate.release(request)
          return answer
        },
      }),
    caughtBy: 'grants the lease to one, and tells the others how long it lasts',
  },
  'reads and locks in two steps': {
    flaw: (good) => {
      const locked = new Set<string>()
      return withCoordinate(good, {
        async readOrLock(request) {
          const isFree = !locked.has(request.key)
          const answer = await good.coordinate.readOrLock(request)
          locked.add(request.key)
          return isFree && answer.status === 'held' ? { status: 'granted' } : answer
        },
      })
    },
    caughtBy: 'grants one of many who ask at once',
  },
  'says that a lease lasts longer than it does': {
    flaw: (good) =>
      withCoordinate(good, {
        async readOrLock(request) {
          const answer = await good.coordinate.readOrLock(request)
          return answer.status === 'held' ? { ...answer, heldMs: answer.heldMs * 1_000 } : answer
        },
      }),
    caughtBy: 'grants the lease to one, and tells the others how long it lasts',
  },
  'locks its own owner out': {
    flaw: (good) => {
      let attempts = 0
      return withCoordinate(good, {
        readOrLock: (request) =>
          good.coordinate.readOrLock({ ...request, owner: `${request.owner}-${attempts++}` }),
      })
    },
    caughtBy: 'grants its owner the lease again, for a request whose answer got lost',
  },
  'grants the lease again without prolonging it': {
    flaw: (good) => {
      const granted = new Set<string>()
      return withCoordinate(good, {
        async readOrLock(request) {
          if (granted.has(request.owner)) return { status: 'granted' }
          const answer = await good.coordinate.readOrLock(request)
          if (answer.status === 'granted') granted.add(request.owner)
          return answer
        },
      })
    },
    caughtBy: 'grants its owner the lease again, for a request whose answer got lost',
  },
  'locks without reading': {
    flaw: (good) =>
      withCoordinate(good, {
        async readOrLock(request) {
          const kept = await good.get(request.key)
          return good.coordinate.readOrLock({ ...request, replacing: kept?.version })
        },
      }),
    caughtBy: 'answers a kept record instead of a lease',
  },
  'never lets a record be renewed': {
    flaw: (good) =>
      withCoordinate(good, {
        readOrLock: ({ replacing: _, ...request }) => good.coordinate.readOrLock(request),
      }),
    caughtBy: 'grants the renewal of the version that is to be replaced, and hits on any other',
  },
  'keeps a lease for ever': {
    flaw: (good) =>
      withCoordinate(good, {
        readOrLock: (request) => good.coordinate.readOrLock({ ...request, leaseMs: 1e12 }),
      }),
    caughtBy: 'grants the lease to the next when it is over, and when its record has expired',
  },
  'renews for anybody': {
    flaw: (good) =>
      withCoordinate(good, { renew: (request) => good.coordinate.renew(request).then(() => true) }),
    caughtBy: 'renews the lease of its owner, and nobody else',
  },
  'says that it renewed and did not': {
    flaw: (good) =>
      withCoordinate(good, { renew: (request) => good.coordinate.renew({ ...request, leaseMs: 1 }) }),
    caughtBy: 'renews the lease of its owner, and nobody else',
  },
  'writes and keeps the lease': {
    flaw: (good) =>
      withCoordinate(good, {
        async commit(request) {
          const done = await good.coordinate.commit(request)
          if (done)
            await good.coordinate.readOrLock({ ...request, replacing: request.record.version, leaseMs: 1e6 })
          return done
        },
      }),
    caughtBy: 'writes and gives the lease up in one step',
  },
  'gives the lease up and does not write': {
    flaw: (good) =>
      withCoordinate(good, { commit: (request) => good.coordinate.release(request).then(() => true) }),
    caughtBy: 'writes and gives the lease up in one step',
  },
  'keeps a committed record for ever': {
    flaw: (good) =>
      withCoordinate(good, { commit: (request) => good.coordinate.commit({ ...request, ttlMs: 1e12 }) }),
    caughtBy: 'forgets a committed record when its time to live is over',
  },
  'asks for the lease before it looks whether a commit is repeated': {
    flaw: (good) =>
      withCoordinate(good, {
        async commit({ key, owner, ...rest }) {
          const free = await good.coordinate.readOrLock({
            key,
            owner,
            leaseMs: 1_000,
            replacing: rest.record.version,
          })
          return free.status !== 'held' && good.coordinate.commit({ key, owner, ...rest })
        },
      }),
    caughtBy: 'says yes to the repetition of a commit whose answer got lost',
  },
  'compares versions even under the lease': {
    flaw: (good) =>
      withCoordinate(good, {
        async commit(request) {
          const kept = (await good.get(request.key))?.version
          const isExpected =
            kept === undefined || kept === request.replacing || kept === request.record.version
          return isExpected && good.coordinate.commit(request)
        },
      }),
    caughtBy: 'reads, writes and deletes as ever while a lease is held',
  },
  'refuses the repetition of a commit': {
    flaw: (good) =>
      withCoordinate(good, {
        async commit(request) {
          return (
            (await good.coordinate.renew({ ...request, leaseMs: 1_000 })) && good.coordinate.commit(request)
          )
        },
      }),
    caughtBy: 'says yes to the repetition of a commit whose answer got lost',
  },
  'takes a late record only under the lease': {
    flaw: (good) =>
      withCoordinate(good, {
        async commit(request) {
          if ((await good.get(request.key))?.version === request.record.version) return true
          return (
            (await good.coordinate.renew({ ...request, leaseMs: 1_000 })) && good.coordinate.commit(request)
          )
        },
      }),
    caughtBy: 'takes a late record if nobody was faster',
  },
  'writes whoever commits': {
    flaw: (good) => withCoordinate(good, { commit: (request) => good.set(request).then(() => true) }),
    caughtBy: 'refuses a record from one whose lease went to another',
  },
  'replaces what it was not to replace': {
    flaw: (good) =>
      withCoordinate(good, {
        async commit(request) {
          const kept = await good.get(request.key)
          return good.coordinate.commit({ ...request, replacing: kept?.version })
        },
      }),
    caughtBy: 'refuses a late record over one that it was not to replace',
  },
  "releases somebody else's lease": {
    flaw: (good) =>
      withCoordinate(good, {
        async release({ key }) {
          for (const owner of ['a', 'b', 'owner', 'other']) await good.coordinate.release({ key, owner })
        },
      }),
    caughtBy: 'gives a lease up for its owner, and nobody else',
  },
  'never releases': {
    flaw: (good) => withCoordinate(good, { release: async () => {} }),
    caughtBy: 'gives a lease up for its owner, and nobody else',
  },
  'has one lease for all keys': {
    flaw: (good) =>
      withCoordinate(good, {
        readOrLock: (request) => good.coordinate.readOrLock({ ...request, key: request.key.toLowerCase() }),
        release: ({ owner }) => good.coordinate.release({ key: 'a', owner }),
      }),
    caughtBy: 'keeps the leases of different keys apart',
  },
  'waits for the lease before it writes': {
    flaw: (good) => ({
      ...good,
      async set(entry) {
        const { status } = await good.coordinate.readOrLock({ ...entry, owner: 'set', leaseMs: 1 })
        await good.coordinate.release({ key: entry.key, owner: 'set' })
        if (status !== 'held') await good.set(entry)
      },
    }),
    caughtBy: 'reads, writes and deletes as ever while a lease is held',
  },
  'watches without ever calling back': {
    flaw: (good) => withCoordinate(good, { watch: () => () => {} }),
    caughtBy: 'calls back after a commit and after a release, until it is told to stop, if it watches',
  },
  'watches for ever': {
    flaw: (good) =>
      withCoordinate(good, {
        watch(request) {
          good.coordinate.watch?.(request)
          return () => {}
        },
      }),
    caughtBy: 'calls back after a commit and after a release, until it is told to stop, if it watches',
  },
}
