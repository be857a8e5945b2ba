import { createHash } from 'node:crypto'
import type { FetchedToken, FetchToken, TokenCacheEvent, TokenCacheOptions, TokenKey } from '../src/index.js'

export const START = Date.UTC(2026, 10, 21)

export const key = (changes: Partial<TokenKey> = {}): TokenKey => ({
  provider: 'bank',
  tokenUrl: 'https://bank.example/token',
  clientId: 'shop',
  credentialId: 'key-1',
  ...changes,
})

/** What a store knows that key as; the JSON was written by hand from the documented order of its fields. */
export const storedAs = `token-cache:1:bank::${createHash('sha256')
  .update('["bank","https://bank.example/token","shop","key-1",null,null,null,[]]')
  .digest('hex')}`

/** One request at the token endpoint; the test answers it. */
export interface Request {
  readonly signal: AbortSignal
  readonly answer: (token: FetchedToken) => void
  readonly refuse: (error: unknown) => void
}

/** Clocks, timers, chance and a token endpoint that move only when a test moves them. */
export function createWorld({ random = 0 }: { random?: number } = {}) {
  const world = { wall: START, mono: 0, random }
  const timers = new Set<{ due: number; callback: () => void }>()
  const requests: Request[] = []
  let ids = 0
  const events: TokenCacheEvent[] = []
  const options = {
    now: () => world.wall,
    onEvent: (event) => {
      events.push(event)
    },
    runtime: {
      monotonic: () => world.mono,
      random: () => world.random,
      randomId: () => `v${++ids}`,
      setTimer: (callback, ms) => {
        const timer = { due: world.mono + ms, callback }
        timers.add(timer)
        return () => timers.delete(timer)
      },
    },
  } satisfies TokenCacheOptions
  const fetchToken: FetchToken = ({ signal }) =>
    new Promise((answer, refuse) => requests.push({ signal, answer, refuse }))
  const tick = () => {
    for (const timer of [...timers]) {
      if (timer.due > world.mono) continue
      timers.delete(timer)
      timer.callback()
    }
  }
  return {
    world,
    options,
    requests,
    events,
    timers,
    fetchToken,
    last: (): Request => {
      const request = requests.at(-1)
      if (!request) throw new Error('no request has been made')
      return request
    },
    /** Lets both clocks run. */
    advance(ms: number) {
      world.wall += ms
      world.mono += ms
      tick()
    },
    /** Sets the wall clock, or lets a machine sleep whose monotonic clock stops meanwhile. */
    jumpWall(ms: number) {
      world.wall += ms
    },
    /** Lets only the monotonic clock run, as when the wall clock is set back by just as much. */
    advanceMono(ms: number) {
      world.mono += ms
      tick()
    },
  }
}

/** Runs every pending promise reaction; no time passes. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What has become of a promise, without waiting for it. */
export function watch<T>(promise: Promise<T>) {
  const seen: { state: 'pending' | 'fulfilled' | 'rejected'; value?: T; reason?: unknown } = {
    state: 'pending',
  }
  promise.then(
    (value) => Object.assign(seen, { state: 'fulfilled', value }),
    (reason) => Object.assign(seen, { state: 'rejected', reason }),
  )
  return seen
}
