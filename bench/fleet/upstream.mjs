import { createServer } from 'node:http'
import { serve, tell } from './rpc.mjs'

/** The provider, in a process of its own: its token endpoint counts, takes its time, and can fail. */
let rules = { takesMs: 100, expiresIn: 900, isFailing: false, isExclusive: false, isWatched: false }
let calls = new Map()
let refusals = 0
let issued = 0
/** With `isExclusive` the last token that was issued is the only one that works. */
let live = { token: '', until: 0 }

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const issue = async (url) => {
  const key = url.searchParams.get('key')
  calls.set(key, (calls.get(key) ?? 0) + 1)
  if (rules.isWatched) tell({ key, worker: Number(url.searchParams.get('worker')) })
  await pause(rules.takesMs)
  if (rules.isFailing) return [500, { error: 'server_error' }]
  issued += 1
  // As long as a provider's.
  const token = `${issued}-`.padEnd(820, 'x')
  live = { token, until: Date.now() + rules.expiresIn * 1000 }
  return [200, { access_token: token, expires_in: rules.expiresIn }]
}

const accept = (authorization) => {
  if (authorization === `Bearer ${live.token}` && Date.now() < live.until) return [200, {}]
  refusals += 1
  return [401, { error: 'invalid_token' }]
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://127.0.0.1')
  request.resume()
  const [status, body] = url.pathname === '/token' ? await issue(url) : accept(request.headers.authorization)
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length })
  response.end(text)
})
server.keepAliveTimeout = 600_000
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

serve({
  port: () => server.address().port,
  /** Begins anew with other rules. */
  rule: (changes) => {
    rules = { ...rules, ...changes }
    calls = new Map()
    refusals = 0
  },
  /** What it was asked since, by key, and how often it refused a token. */
  count: () => ({ calls, refusals, total: [...calls.values()].reduce((sum, count) => sum + count, 0) }),
})
