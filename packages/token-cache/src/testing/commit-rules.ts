import { type ContractRule, LONG_MS, must, PAST_SHORT_MS, SHORT_MS } from './contract-case.js'
import { as, key, mustGrant, mustHit, mustKeep, put } from './owner-story.js'

/** What a store with `coordinate` takes from whom, and whom it tells. */
export const commitRules: readonly ContractRule[] = [
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
