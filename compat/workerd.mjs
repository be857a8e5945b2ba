import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pnpm, root } from '../scripts/pnpm.mjs'

/**
 * The built token cache in Cloudflare's own runtime: requests at the same time, each with a fetch of its own, and
 * later ones from the cache. A promise that crossed from one request to another would hang there.
 */
const here = import.meta.dirname
if (pnpm(['install', '--frozen-lockfile', '--prefer-offline', '--reporter=silent'], { cwd: here }) !== 0)
  throw new Error('The tools of compat/ could not be installed.')
const { Miniflare } = createRequire(join(here, 'package.json'))('miniflare')

const dist = join(root, 'packages/token-cache/dist')
const built = readdirSync(dist).filter((file) => file.endsWith('.js'))

const requests = 10
const waiting = []
let fetches = 0
// Nobody is answered before everybody has asked: a request that waited for another one's fetch would never ask.
const endpoint = createServer((_, response) => {
  fetches += 1
  waiting.push(() => response.end(JSON.stringify({ accessToken: `token ${fetches}`, expiresIn: 900 })))
  if (fetches >= requests) for (const answer of waiting.splice(0)) answer()
})
const stuck = setTimeout(() => {
  console.error(`workerd: only ${fetches} of ${requests} requests have fetched`)
  process.exit(1)
}, 30_000)
await new Promise((resolve) => endpoint.listen(0, '127.0.0.1', resolve))
const { port } = endpoint.address()

const worker = `
import { createTokenCache } from './dist/index.js'
const cache = createTokenCache()
const source = cache.source({
  key: { provider: 'bank', tokenUrl: 'http://127.0.0.1:${port}/', clientId: 'shop', credentialId: 'key' },
  fetchToken: async ({ signal }) => (await fetch('http://127.0.0.1:${port}/', { signal })).json(),
})
export default {
  async fetch(request) {
    if (new URL(request.url).pathname === '/invalidate') {
      const token = source.peek()
      return new Response(token ? source.invalidate(token) : 'nothing')
    }
    return new Response((await source.get()).value)
  },
}`

const runtime = new Miniflare({
  compatibilityDate: '2026-04-01',
  modulesRoot: '/',
  modules: [
    { type: 'ESModule', path: '/worker.js', contents: worker },
    ...built.map((file) => ({
      type: 'ESModule',
      path: `/dist/${file}`,
      contents: readFileSync(join(dist, file), 'utf8'),
    })),
  ],
})

const ask = async (path = '/') => (await runtime.dispatchFetch(`http://worker.example${path}`)).text()
try {
  const first = await Promise.all(Array.from({ length: requests }, () => ask()))
  assert.equal(first.filter((text) => /^token \d+$/.test(text)).length, requests)
  assert.equal(fetches, requests)
  const later = await Promise.all(Array.from({ length: 50 }, () => ask()))
  assert.equal(new Set(later).size, 1, 'a cached token differs from request to request')
  assert.equal(fetches, requests)
  assert.equal(await ask('/invalidate'), 'kept')
  console.log(`workerd: ${requests} requests at once, ${fetches} fetches; 50 more from the cache`)
} finally {
  clearTimeout(stuck)
  await runtime.dispose()
  endpoint.close()
}
