import type { StoreHit, TokenStore } from '../store.js'
import { awkwardData, awkwardKeys, awkwardVersions } from './awkward-texts.js'
import { type ContractRule, LONG_MS, must, PAST_SHORT_MS, SHORT_MS } from './contract-case.js'

const key = 'key'

function put(store: TokenStore, version: string, ttlMs: number = LONG_MS): Promise<void> {
  return store.set({ key, record: { version, data: dataOf(version) }, ttlMs })
}

function dataOf(version: string): string {
  return `data of ${version}`
}

async function mustHold(store: TokenStore, version: string, because: string): Promise<StoreHit> {
  const hit = await store.get(key)
  must(hit !== undefined, `misses ${because}`)
  must(hit.version === version, `answers another version ${because}`)
  must(hit.data === dataOf(version), `answers other data than the version's ${because}`)
  return hit
}

async function mustMiss(store: TokenStore, because: string): Promise<void> {
  must((await store.get(key)) === undefined, `answers something other than undefined ${because}`)
}

/** What every store keeps. */
export const storeRules: readonly ContractRule[] = [
  {
    name: 'hands its codec through',
    async check({ store: { codec } }) {
      const isCodec =
        typeof codec === 'object' && typeof codec?.seal === 'function' && typeof codec.open === 'function'
      must(
        codec === 'plaintext' || isCodec,
        'has no codec: neither "plaintext" nor an object with seal and open',
      )
    },
  },
  {
    name: 'misses what was never set',
    async check({ store }) {
      for (const each of awkwardKeys) {
        must((await store.get(each)) === undefined, `answers something for the unknown key ${quote(each)}`)
      }
    },
  },
  {
    name: 'answers version and data as they were set',
    async check({ store }) {
      for (const data of awkwardData) {
        await store.set({ key, record: { version: 'v1', data }, ttlMs: LONG_MS })
        must((await store.get(key))?.data === data, `changes the data ${quote(data)}`)
      }
      for (const version of awkwardVersions) {
        await put(store, version)
        await mustHold(store, version, `after version ${quote(version)} was set`)
      }
    },
  },
  {
    name: 'keeps keys apart',
    async check({ store }) {
      const entries = awkwardKeys.map((each, index) => ({ key: each, version: `v${index}` }))
      for (const each of entries) {
        await store.set({ key: each.key, record: { version: each.version, data: each.key }, ttlMs: LONG_MS })
      }
      for (const each of entries) {
        const hit = await store.get(each.key)
        must(hit?.version === each.version && hit.data === each.key, `confuses the key ${quote(each.key)}`)
        must(await store.delete(each), `does not delete under the key ${quote(each.key)}`)
      }
    },
  },
  {
    name: 'shows a write as soon as it has resolved',
    async check({ store }) {
      await put(store, 'v1')
      await mustHold(store, 'v1', 'right after set resolved')
      await put(store, 'v2')
      await mustHold(store, 'v2', 'right after a second set resolved')
    },
  },
  {
    name: 'lets the later of two overlapping writes win',
    async check({ store }) {
      const writes = ['v1', 'v2', 'v3'].map((version) => put(store, version))
      await Promise.all(writes)
      await mustHold(store, 'v3', 'after three writes that overlapped')
    },
  },
  {
    name: 'forgets when the time to live is over, and says what is left',
    async check({ store, advance }) {
      await put(store, 'v1', SHORT_MS)
      await advance(PAST_SHORT_MS)
      await mustMiss(store, 'after its time to live')
      await put(store, 'v2')
      const { ttlMs: before } = await mustHold(store, 'v2', 'within its time to live')
      await advance(PAST_SHORT_MS)
      const { ttlMs: after } = await mustHold(store, 'v2', 'within its time to live')
      if (before === undefined && after === undefined) return
      must(isWithin(before, LONG_MS), 'says that more is left than was set, or no number above 0')
      // 10 ms, because a timer that really waits may be early by a tick of its clock.
      must(
        isWithin(after, before - PAST_SHORT_MS + 10),
        'does not count down what is left, or starts it anew on a read',
      )
    },
  },
  {
    name: 'replaces the time to live with the record',
    async check({ store, advance }) {
      await put(store, 'v1', SHORT_MS)
      await put(store, 'v2')
      await advance(PAST_SHORT_MS)
      await mustHold(store, 'v2', 'at the end of the life of the record before')
      await put(store, 'v3', SHORT_MS)
      await advance(PAST_SHORT_MS)
      await mustMiss(store, 'after the shorter life of the record that replaced a longer one')
    },
  },
  {
    name: 'deletes the version it is told, and no other',
    async check({ store }) {
      must(!(await store.delete({ key, version: 'v1' })), 'says that it deleted what was never set')
      for (const version of awkwardVersions) {
        await put(store, version)
        for (const other of awkwardVersions.filter((each) => each !== version)) {
          const gone = await store.delete({ key, version: other })
          must(!gone, `says that it deleted ${quote(other)} while it keeps ${quote(version)}`)
          await mustHold(store, version, `after version ${quote(other)} was to be deleted`)
        }
        must(await store.delete({ key, version }), `does not say that it deleted version ${quote(version)}`)
        await mustMiss(store, 'after a delete')
        must(!(await store.delete({ key, version })), 'says that it deleted the same version twice')
      }
    },
  },
  {
    name: 'deletes nothing that has expired',
    async check({ store, advance }) {
      await put(store, 'v1', SHORT_MS)
      await advance(PAST_SHORT_MS)
      must(!(await store.delete({ key, version: 'v1' })), 'says that it deleted what had expired')
    },
  },
  {
    name: 'lets one of many who delete the same version succeed',
    async check({ store }) {
      await put(store, 'v1')
      const answers = await Promise.all(Array.from({ length: 8 }, () => store.delete({ key, version: 'v1' })))
      must(answers.filter(Boolean).length === 1, 'says to several, or to nobody, that they deleted it')
    },
  },
  {
    name: 'keeps the newer version when a late delete of the old one overlaps its writing',
    async check({ store }) {
      await put(store, 'v1')
      const [, deleted] = await Promise.all([put(store, 'v2'), store.delete({ key, version: 'v1' })])
      must(!deleted, 'says that it deleted a version that had been replaced')
      await mustHold(store, 'v2', 'after a late delete of the version before')
    },
  },
  {
    name: 'keeps what was set, whatever becomes of the objects that went in and came out',
    async check({ store }) {
      const record = { version: 'v1', data: dataOf('v1') }
      await store.set({ key, record, ttlMs: LONG_MS })
      record.data = 'changed'
      const hit = await mustHold(store, 'v1', "after the caller's object changed")
      Reflect.set(hit, 'data', 'changed')
      await mustHold(store, 'v1', 'after the object that it answered changed')
    },
  },
]

function isWithin(value: number | undefined, most: number): value is number {
  return typeof value === 'number' && value > 0 && value <= most
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}
