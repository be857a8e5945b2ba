import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { median } from './measure.mjs'

const keys = 100_000
const runs = 3
/** What a string of 32 one-byte characters takes by itself. */
const token = 48
const atMost = 300

/** Each in a process of its own: what one leaves behind is not the next one's. */
const fillers = {
  'plain Map': `
    const kept = new Map()
    const fill = async (name) => { kept.set(name, { text: text(), expiresAt: Date.now() + 3_600_000 }) }`,
  ours: `
    import { createTokenCache } from '../packages/token-cache/dist/index.js'
    const cache = createTokenCache()
    const kept = []
    const fill = async (clientId) => {
      const source = cache.source({
        key: { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId, credentialId: 'key' },
        fetchToken,
      })
      await source.get()
      kept.push(source)
    }
    const fetchToken = async () => ({ accessToken: text(), expiresIn: 3600 })`,
  'lru-cache': `
    import { LRUCache } from 'lru-cache'
    const kept = new LRUCache({ max: ${keys}, ttl: 3_600_000 })
    const fill = async (name) => { kept.set(name, { text: text() }) }`,
  bentocache: `
    import { BentoCache, bentostore } from 'bentocache'
    import { memoryDriver } from 'bentocache/drivers/memory'
    const stores = { memory: bentostore().useL1Layer(memoryDriver({ maxItems: ${keys} })) }
    const kept = new BentoCache({ default: 'memory', stores })
    const fill = (key) => kept.getOrSet({ key, ttl: '1h', factory: async () => ({ text: text() }) })`,
  cacheable: `
    import { Cacheable } from 'cacheable'
    const kept = new Cacheable({ ttl: '1h' })
    const fill = (name) => kept.getOrSet(name, async () => ({ text: text() }))`,
}

const bytesOf = (filler) => {
  const code = `
    import { randomBytes } from 'node:crypto'
    ${filler}
    const text = () => randomBytes(16).toString('hex')
    const used = async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        globalThis.gc()
      }
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    }
    for (let warm = 0; warm < 1000; warm += 1) await fill('warm-' + warm)
    const before = await used()
    for (let index = 0; index < ${keys}; index += 1) await fill('merchant-' + index)
    const after = await used()
    if (kept === undefined) throw new Error('nothing was kept')
    process.stdout.write(String((after - before) / ${keys}))
    process.exit()`
  const args = ['--expose-gc', '--input-type=module', '--eval', code]
  return Number(execFileSync(process.execPath, args, { cwd: join(import.meta.dirname) }))
}

export const memoryRows = [
  {
    id: 'token-memory',
    title: `memory a key, token of 32 bytes included, measured on ${keys / 1000} thousand keys`,
    run: async () =>
      Object.entries(fillers).map(([name, filler]) => {
        const value = median(Array.from({ length: runs }, () => bytesOf(filler)))
        return {
          name,
          value,
          unit: 'bytes',
          ...(name === 'ours'
            ? { target: `at most ${atMost + token} bytes`, ok: value <= atMost + token, isKnown: true }
            : { target: 'to compare', ok: true }),
        }
      }),
  },
]
