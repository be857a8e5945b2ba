import { Agent, request } from 'node:http'
import { contenders } from './contenders.mjs'
import { serve } from './rpc.mjs'

const [worker, upstreamPort] = process.argv.slice(2).map(Number)
const agent = new Agent({ keepAlive: true })
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const send = (method, path, headers = {}) =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: upstreamPort, agent, method, path, headers }
    const sent = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    sent.on('error', reject)
    sent.end()
  })

/** How long each fetch took, in this round. */
let mints = []

const fetchToken = async (key) => {
  const begun = performance.now()
  const { status, text } = await send('POST', `/token?key=${encodeURIComponent(key)}&worker=${worker}`)
  if (status !== 200) throw new Error(`The token endpoint answered ${status}.`)
  mints.push(performance.now() - begun)
  const { access_token: accessToken, expires_in: expiresIn } = JSON.parse(text)
  return { accessToken, expiresIn }
}

const readers = new Map()
let reader

/** Resolves to the milliseconds it took, and those of the fetch in it; to `undefined` after `capMs` or an error. */
const timed = async (work, capMs) => {
  const before = mints.length
  const begun = performance.now()
  const limit = new Promise((resolve) => setTimeout(resolve, capMs, false).unref())
  const isServed = work().then(
    (token) => token !== undefined,
    () => false,
  )
  if (!(await Promise.race([isServed, limit]))) return undefined
  return { tookMs: performance.now() - begun, mintMs: mints[before] ?? 0 }
}

const callWith = async (counts, bearer) => {
  const { status } = await send('GET', '/call', { authorization: `Bearer ${bearer}` })
  counts[status] = (counts[status] ?? 0) + 1
  return status
}

/** One call of the API as an application makes it: a rejected token is given up and the call sent once more. */
const useToken = async (counts) => {
  try {
    let token = await reader.get()
    let status = await callWith(counts, token.value)
    if (status === 401) {
      if ((await reader.reject(token)) === 'paused') return false
      token = await reader.get()
      status = await callWith(counts, token.value)
    }
    if (status === 200) reader.accept(token)
    return status === 200
  } catch {
    return false
  }
}

serve({
  open: ({ who, ...surroundings }) => {
    for (const id of who) readers.set(id, contenders[id].open({ ...surroundings, fetchToken }))
  },
  arm: ({ who, key }) => {
    reader = readers.get(who)(key)
    mints = []
  },
  /** So many callers at once; the latency of each, and of the fetches that this process made. */
  go: async ({ callers }) => {
    const latencies = new Float64Array(callers)
    let failures = 0
    const ask = async (index) => {
      const begun = performance.now()
      try {
        const { value } = await reader.get()
        if (!value) failures += 1
      } catch {
        failures += 1
      }
      latencies[index] = performance.now() - begun
    }
    await Promise.all(Array.from(latencies, (_, index) => ask(index)))
    // The report would take the processor from those who still wait.
    await pause(30)
    return { latencies, failures, mints }
  },
  ask: ({ capMs }) => timed(() => reader.get(), capMs),
  /** `count` calls of the API, one after the other at random times within about `forMs`. */
  call: async ({ count, forMs }) => {
    const counts = {}
    let failed = 0
    const begun = performance.now()
    const mean = forMs / count
    let due = 0
    for (let done = 0; done < count; done += 1) {
      due += -Math.log(1 - Math.random()) * mean
      const early = begun + due - performance.now()
      if (early >= 1) await pause(early)
      if (!(await useToken(counts))) failed += 1
    }
    return { counts, failed }
  },
  /** So many callers that ask again, a while after each refusal. */
  storm: async ({ callers, forMs, everyMs }) => {
    const end = performance.now() + forMs
    let asked = 0
    let served = 0
    const loop = async () => {
      await pause(Math.random() * everyMs)
      while (performance.now() < end) {
        asked += 1
        const token = await reader.get().catch(() => undefined)
        if (token !== undefined) served += 1
        await pause(everyMs)
      }
    }
    await Promise.race([
      Promise.all(Array.from({ length: callers }, loop)),
      // A caller that still waits for his answer does not hold up the row.
      pause(forMs),
    ])
    return { asked, served }
  },
})
