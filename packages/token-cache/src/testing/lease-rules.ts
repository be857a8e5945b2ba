import { type ContractRule, LONG_MS, must, PAST_SHORT_MS, SHORT_MS } from './contract-case.js'
import { as, key, mustBeHeld, mustGrant, mustHit, mustKeep, put } from './owner-story.js'

/** To whom a store with `coordinate` grants a lease, and for how long. */
export const leaseRules: readonly ContractRule[] = [
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
]
