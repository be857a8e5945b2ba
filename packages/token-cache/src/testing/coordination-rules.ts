import type { ReadOrLock, StoreCoordination, TokenStore } from '../store.js'
import { type ContractRule, LONG_MS, must, PAST_SHORT_MS, SHORT_MS } from './contract-case.js'

const key = 'key'

/** The operations of one owner, so that a rule reads as a story of two. */
function as(store: TokenStore, owner: string, on: string = key) {
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

function put(store: TokenStore, version: string, ttlMs: number = LONG_MS): Promise<void> {
  return store.set({ key, record: { version, data: `data of ${version}` }, ttlMs })
}

function mustGrant({ status }: ReadOrLock, when: string): void {
  must(status === 'granted', `answers "${status}" instead of "granted" ${when}`)
}

function mustBeHeld(answer: ReadOrLock, { most, when }: { most: number; when: string }): void {
  must(answer.status === 'held', `answers "${answer.status}" instead of "held" ${when}`)
  const { heldMs } = answer
  must(heldMs > 0 && heldMs <= most, `answers a heldMs above the lease, or no number above 0, ${when}`)
}

function mustHit(answer: ReadOrLock, { version, when }: { version: string; when: string }): void {
  must(answer.status === 'hit', `answers "${answer.status}" instead of "hit" ${when}`)
  const { hit } = answer
  must(hit.version === version && hit.data === `data of ${version}`, `hits another record ${when}`)
  must(hit.ttlMs === undefined || (hit.ttlMs > 0 && hit.ttlMs <= LONG_MS), `hits with a wrong ttlMs ${when}`)
}

async function mustKeep(store: TokenStore, version: string | undefined, when: string): Promise<void> {
  const hit = await store.get(key)
  must(
    hit?.version === version,
    `keeps ${hit?.version ?? 'nothing'} instead of ${version ?? 'nothing'} ${when}`,
  )
  must(hit === undefined || hit.data === `data of ${version}`, `keeps other data than the version's ${when}`)
}

/** What a store with `coordinate` keeps. */
export const coordinationRules: readonly ContractRule[] = [
  {
    name: 'grants the lease to one, and tells the others how long it lasts',
    async check({ store }) {
      mustGrant(await as(store, 'a').lock(LONG_MS), 'on a miss')
      const held = { most: LONG_MS, when: 'while somebody holds the lease' }
      mustBeHeld(await as(store, 'b').lock(SHORT_MS), held)
      mustBeHeld(await as(store, 'A').lock(SHORT_MS), held)
      await mustKeep(store, undefined, 'while a lease is held')
    },
  },
  {
    name: 'grants one of many who ask at once',
    async check({ store }) {
      const owners = Array.from({ length: 16 }, (_, index) => as(store, `owner-${index}`))
      const answers = await Promise.all(owners.map(({ lock }) => lock(LONG_MS)))
      must(answers.filter(({ status }) => status === 'granted').length === 1, 'grants several, or nobody')
    },
  },
  {
    name: 'grants its owner the lease again, for a request whose answer got lost',
    async check({ store, advance }) {
      const { lock } = as(store, 'a')
      mustGrant(await lock(SHORT_MS), 'on a miss')
      mustGrant(await lock(LONG_MS), 'to the owner that holds the lease')
      await advance(PAST_SHORT_MS)
      mustBeHeld(await as(store, 'b').lock(SHORT_MS), { most: LONG_MS, when: 'after it was granted anew' })
    },
  },
  {
    name: 'answers a kept record instead of a lease',
    async check({ store }) {
      await put(store, 'v1')
      mustHit(await as(store, 'a').lock(LONG_MS), { version: 'v1', when: 'for a kept record' })
      mustHit(await as(store, 'b').lock(LONG_MS), { version: 'v1', when: 'for a kept record' })
    },
  },
  {
    name: 'grants the renewal of the version that is to be replaced, and hits on any other',
    async check({ store }) {
      await put(store, 'v1')
      mustHit(await as(store, 'a').lock(LONG_MS, 'v0'), { version: 'v1', when: 'when another is replaced' })
      mustGrant(await as(store, 'a').lock(LONG_MS, 'v1'), 'when the kept version is to be replaced')
      const held = { most: LONG_MS, when: 'while somebody renews' }
      mustBeHeld(await as(store, 'b').lock(LONG_MS, 'v1'), held)
      mustHit(await as(store, 'c').lock(LONG_MS), {
        version: 'v1',
        when: 'for a cold reader during a renewal',
      })
      must(await as(store, 'a').commit('v2', 'v1'), 'refuses the renewal of the one that holds the lease')
      mustHit(await as(store, 'b').lock(LONG_MS, 'v1'), { version: 'v2', when: 'after a renewal' })
    },
  },
  {
    name: 'grants the lease to the next when it is over, and when its record has expired',
    async check({ store, advance }) {
      mustGrant(await as(store, 'a').lock(SHORT_MS), 'on a miss')
      await put(store, 'v1', SHORT_MS)
      await advance(PAST_SHORT_MS)
      mustGrant(await as(store, 'b').lock(LONG_MS), 'after lease and record were over')
    },
  },
  {
    name: 'renews the lease of its owner, and nobody else',
    async check({ store, advance }) {
      const [a, b] = [as(store, 'a'), as(store, 'b')]
      must(!(await a.renew(LONG_MS)), 'renews a lease that was never granted')
      mustGrant(await a.lock(SHORT_MS), 'on a miss, after a refused renewal')
      must(!(await b.renew(LONG_MS)), "renews somebody else's lease")
      must(await a.renew(LONG_MS), 'does not renew the lease of its owner')
      await advance(PAST_SHORT_MS)
      mustBeHeld(await b.lock(SHORT_MS), { most: LONG_MS, when: 'after the lease was renewed' })
      must(await a.renew(SHORT_MS), 'does not renew a lease a second time')
      await advance(PAST_SHORT_MS)
      must(!(await a.renew(LONG_MS)), 'renews a lease that was over')
      mustGrant(await b.lock(LONG_MS), 'after a renewal that came too late')
      must(!(await a.renew(LONG_MS)), 'renews a lease that went to another')
    },
  },
  {
    name: 'writes and gives the lease up in one step',
    async check({ store }) {
      const [a, b] = [as(store, 'a'), as(store, 'b')]
      await a.lock(LONG_MS)
      must(await a.commit('v1'), 'refuses the record of the one that holds the lease')
      await mustKeep(store, 'v1', 'after a commit')
      mustHit(await b.lock(LONG_MS), { version: 'v1', when: 'after a commit' })
      must(!(await a.renew(LONG_MS)), 'still holds the lease after a commit')
      mustGrant(await b.lock(LONG_MS, 'v1'), 'after a commit, for the next renewal')
    },
  },
  {
    name: 'forgets a committed record when its time to live is over',
    async check({ store, advance }) {
      const a = as(store, 'a')
      await a.lock(LONG_MS)
      await a.commit('v1', undefined, SHORT_MS)
      await advance(PAST_SHORT_MS)
      await mustKeep(store, undefined, 'after the time to live of a committed record')
      mustGrant(await as(store, 'b').lock(LONG_MS), 'after a committed record had expired')
    },
  },
  {
    name: 'says yes to the repetition of a commit whose answer got lost',
    async check({ store }) {
      const a = as(store, 'a')
      await a.lock(LONG_MS)
      await a.commit('v1')
      await as(store, 'b').lock(LONG_MS, 'v1')
      must(await a.commit('v1'), 'refuses the repetition of a commit while another renews what it wrote')
      await mustKeep(store, 'v1', 'after the repetition of a commit')
    },
  },
  {
    name: 'refuses a record from one whose lease went to another',
    async check({ store, advance }) {
      const [a, b] = [as(store, 'a'), as(store, 'b')]
      await a.lock(SHORT_MS)
      await advance(PAST_SHORT_MS)
      await b.lock(LONG_MS)
      must(!(await a.commit('v1')), 'writes for an owner whose lease went to another')
      await mustKeep(store, undefined, 'after a refused commit')
      must(await b.commit('v2'), 'refuses the holder after it had refused another')
      must(!(await a.commit('v1')), 'replaces a newer record by a late one')
      await mustKeep(store, 'v2', 'after a late commit')
    },
  },
  {
    name: 'takes a late record if nobody was faster',
    async check({ store, advance }) {
      const a = as(store, 'a')
      await a.lock(SHORT_MS)
      await advance(PAST_SHORT_MS)
      must(await a.commit('v1'), 'refuses a late record though nothing else is there')
      await a.lock(SHORT_MS, 'v1')
      await advance(PAST_SHORT_MS)
      must(await a.commit('v2', 'v1'), 'refuses a late renewal though the old record is still there')
      await mustKeep(store, 'v2', 'after a late renewal')
      await a.lock(SHORT_MS, 'v2')
      await advance(PAST_SHORT_MS)
      await store.delete({ key, version: 'v2' })
      must(await a.commit('v3', 'v2'), 'refuses a late renewal because the old record is gone')
      await mustKeep(store, 'v3', 'after a late renewal of a record that is gone')
    },
  },
  {
    name: 'refuses a late record over one that it was not to replace',
    async check({ store, advance }) {
      const a = as(store, 'a')
      await put(store, 'v1')
      await a.lock(SHORT_MS, 'v1')
      await advance(PAST_SHORT_MS)
      await put(store, 'v2')
      must(!(await a.commit('v3', 'v1')), 'replaces a version that appeared after the lease was lost')
      must(!(await a.commit('v3')), 'replaces a version though none was to be replaced')
      await mustKeep(store, 'v2', 'after a late renewal')
    },
  },
  {
    name: 'gives a lease up for its owner, and nobody else',
    async check({ store }) {
      const [a, b] = [as(store, 'a'), as(store, 'b')]
      await a.lock(LONG_MS)
      await b.release()
      mustBeHeld(await b.lock(LONG_MS), { most: LONG_MS, when: 'after somebody else released' })
      await a.release()
      await a.release()
      mustGrant(await b.lock(LONG_MS), 'after a release')
      await a.release()
      mustBeHeld(await a.lock(LONG_MS), { most: LONG_MS, when: 'after a release that came too late' })
    },
  },
  {
    name: 'keeps the leases of different keys apart',
    async check({ store }) {
      for (const on of ['a', 'A', 'a:l', '{a}', '__proto__', 'constructor']) {
        mustGrant(await as(store, 'owner', on).lock(LONG_MS), 'for a key that nobody locked')
      }
      await as(store, 'owner', 'a').release()
      must(
        (await as(store, 'other', 'A').lock(LONG_MS)).status === 'held',
        'releases the lease of another key',
      )
    },
  },
  {
    name: 'reads, writes and deletes as ever while a lease is held',
    async check({ store }) {
      await as(store, 'a').lock(LONG_MS)
      await put(store, 'v1')
      await mustKeep(store, 'v1', 'after a set under a lease')
      must(await store.delete({ key, version: 'v1' }), 'deletes nothing while a lease is held')
      mustBeHeld(await as(store, 'b').lock(LONG_MS), { most: LONG_MS, when: 'after a delete under a lease' })
      await put(store, 'v2')
      must(await as(store, 'a').commit('v3'), 'refuses the one that holds the lease after a set by another')
      await mustKeep(store, 'v3', 'after a commit over what another had set')
    },
  },
  {
    name: 'calls back after a commit and after a release, until it is told to stop, if it watches',
    async check({ store, advance }) {
      const watch = store.coordinate?.watch?.bind(store.coordinate)
      if (!watch) return
      let calls = 0
      const stop = watch({ key, onChange: () => calls++ })
      // A subscription travels to the store before it counts.
      await advance(PAST_SHORT_MS)
      const mustCallAfter = async (change: () => Promise<unknown>, what: string) => {
        calls = 0
        await change()
        await advance(PAST_SHORT_MS)
        must(calls > 0, `does not call back after ${what}`)
      }
      const a = as(store, 'a')
      await a.lock(LONG_MS)
      await mustCallAfter(() => a.commit('v1'), 'a commit')
      await a.lock(LONG_MS, 'v1')
      await mustCallAfter(() => a.release(), 'a release')
      stop()
      await advance(PAST_SHORT_MS)
      calls = 0
      await a.lock(LONG_MS, 'v1')
      await a.commit('v2', 'v1')
      await advance(PAST_SHORT_MS)
      must(calls === 0, 'calls back after it was told to stop')
    },
  },
]
