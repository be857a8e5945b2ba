import {
  type AccessToken,
  createTokenCache,
  TokenCacheError,
  type TokenCacheEvent,
  type TokenStore,
} from '@x/token-cache'
import { type DemoProvider, tokenNumber } from './create-demo-provider.js'
import type { DemoStore } from './create-demo-store.js'
import type { VirtualTime } from './create-virtual-time.js'
import type { Activity, Happening, Served } from './fleet-run.js'

/** One process of the fleet: the real cache, with clocks, chance and a way to the store of its own. */
export interface DemoProcess {
  readonly start: () => void
  readonly kill: () => void
  readonly setClock: (byMs: number) => void
  readonly activity: () => Activity
  readonly served: readonly Served[]
  readonly refusedCalls: () => number
}

/** Noon in Jakarta; that nobody's clock starts at 0 is all that matters. */
const START = Date.UTC(2026, 10, 22, 5)

/** Everybody who wants a token at the start of a process. */
const CALLERS_AT_START = 3

export const createProcess = ({
  number,
  time,
  random,
  store,
  isFrozen,
  whenThawed,
  provider,
  everyMs,
  tell,
}: {
  readonly number: number
  readonly time: VirtualTime
  readonly random: () => number
  readonly store: DemoStore
  readonly isFrozen: () => boolean
  readonly whenThawed: (run: () => void) => void
  readonly provider: DemoProvider
  readonly everyMs: number
  readonly tell: (happening: Happening) => void
}): DemoProcess => {
  let isOn = false
  let isKilled = false
  let wallOffsetMs = 0
  let ids = 0
  let isFetching = false
  let isWaiting = false
  let lastIssued = 0
  let refused = 0
  let lastGot: number | undefined
  const served: Served[] = []
  /** Those who have no token yet. */
  const pending = new Set<{ readonly from: number }>()
  const numbers = new Map<string, number>()

  /** A killed process does nothing any more, and nobody hears of it. */
  const alive = (run: () => void) => () => {
    if (!isKilled) run()
  }
  const later = (ms: number, run: () => void) => time.later(ms, alive(run))

  /** To the store and back takes a few milliseconds; while it is frozen requests queue up, and are run when it thaws. */
  const operate = <T>(run: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const back = (settle: () => void) => void later(1 + random() * 2, settle)
      const arrive = () =>
        run().then(
          (value) => back(() => resolve(value)),
          (error: unknown) => back(() => reject(error)),
        )
      time.later(1 + random() * 2, () => {
        if (isFrozen()) whenThawed(() => void arrive())
        else void arrive()
      })
    })

  const { coordinate } = store
  const remote: TokenStore = {
    codec: store.codec,
    get: (key) => operate(() => store.get(key)),
    set: (entry) => operate(() => store.set(entry)),
    delete: (which) => operate(() => store.delete(which)),
    coordinate: {
      readOrLock: (request) =>
        operate(async () => {
          const answer = await coordinate.readOrLock(request)
          if (answer.status === 'granted') tell({ type: 'lease-taken' })
          return answer
        }),
      renew: (request) =>
        operate(async () => {
          const isHeld = await coordinate.renew(request)
          if (isHeld) tell({ type: 'lease-renewed' })
          return isHeld
        }),
      commit: (request) =>
        operate(async () => {
          const isWritten = await coordinate.commit(request)
          if (isWritten) tell({ type: 'shared', token: numbers.get(request.record.version) ?? lastIssued })
          return isWritten
        }),
      release: (lease) =>
        operate(async () => {
          const held = holders(store)
          await coordinate.release(lease)
          if (holders(store) < held) tell({ type: 'lease-given-up' })
        }),
      watch: ({ key, onChange }) =>
        coordinate.watch({ key, onChange: () => void later(1 + random() * 2, onChange) }),
    },
  }

  const onEvent = (event: TokenCacheEvent): void => {
    switch (event.type) {
      case 'fetch-started':
        isFetching = true
        isWaiting = false
        tell({ type: 'fetch-started', behind: source.peek() !== undefined })
        break
      case 'fetched':
        isFetching = false
        numbers.set(event.version, lastIssued)
        tell({ type: 'fetched', token: lastIssued, tookMs: event.tookMs })
        break
      case 'fetch-failed':
        isFetching = false
        tell({ type: 'fetch-failed' })
        break
      case 'waiting':
        isWaiting = true
        tell({ type: 'waiting', heldMs: event.heldMs, owner: ownerOf(store) })
        break
      case 'adopted':
        isWaiting = false
        tell({ type: 'adopted', token: heldNumber(), remainingMs: event.remainingMs })
        break
      case 'rejected':
        tell({ type: 'rejected', token: numbers.get(event.version) ?? heldNumber(), verdict: event.verdict })
        break
      case 'store-failed':
        tell({ type: 'store-failed', operation: event.operation, problem: event.problem })
        break
      case 'store-paused':
        isWaiting = false
        tell({ type: 'store-paused', ms: event.ms })
        break
      case 'clock-jump':
        tell({ type: 'clock-jump', byMs: event.byMs })
        break
      default:
        tell({ type: event.type })
    }
  }

  const cache = createTokenCache({
    store: remote,
    onEvent,
    joinFetches: true,
    now: () => START + time.now() + wallOffsetMs,
    runtime: {
      monotonic: time.now,
      random,
      randomId: () => `${number}.${++ids}`,
      setTimer: (callback, ms) => later(ms, callback),
    },
  })
  const source = cache.source({
    key: {
      provider: 'demo',
      tokenUrl: 'https://bank.example/token',
      clientId: 'shop',
      credentialId: 'key-1',
    },
    fetchToken: () =>
      new Promise((resolve) => {
        provider.issue({
          process: number,
          done: (token) =>
            alive(() => {
              lastIssued = tokenNumber(token.accessToken)
              resolve(token)
            })(),
        })
      }),
  })

  const note = (token: AccessToken): number => {
    const found = tokenNumber(token.value)
    numbers.set(token.version, found)
    return found
  }

  const heldNumber = (): number => {
    const token = source.peek()
    return token === undefined ? 0 : note(token)
  }

  /** Calls the provider's API, and does with a refusal what the package's README does. */
  const call = (token: AccessToken, isAgain: boolean): void => {
    later(20 + random() * 20, () => {
      if (provider.accepts(token.value)) {
        source.confirm(token)
        return
      }
      refused += 1
      if (source.invalidate(token) !== 'paused' && !isAgain) ask(true)
    })
  }

  const ask = (isAgain = false): void => {
    const caller = { from: time.now() }
    const isFirst = pending.size === 0
    pending.add(caller)
    if (source.peek() === undefined && isFirst) tell({ type: 'no-token' })
    source.get().then(
      (token) => {
        if (isKilled) return
        const waitedMs = time.now() - caller.from
        const found = note(token)
        // All who waited for one fetch are told together, and the first has waited longest.
        if (waitedMs > 0 && lastGot !== time.now()) {
          lastGot = time.now()
          tell({ type: 'got', token: found, waitedMs, callers: pending.size })
        }
        pending.delete(caller)
        served.push({ process: number, from: caller.from, to: time.now(), token: found })
        call(token, isAgain)
      },
      (error: unknown) => {
        pending.delete(caller)
        tell({ type: 'got-none', code: error instanceof TokenCacheError ? error.code : 'Error' })
      },
    )
  }

  const live = (): void => {
    ask()
    later(everyMs * (2 / 3 + (random() * 2) / 3), live)
  }

  return {
    served,
    refusedCalls: () => refused,
    start() {
      isOn = true
      tell({ type: 'started', callers: CALLERS_AT_START })
      for (let caller = 1; caller < CALLERS_AT_START; caller += 1) ask()
      live()
    },
    kill() {
      isKilled = true
      tell({ type: 'killed' })
    },
    setClock(byMs) {
      wallOffsetMs += byMs
      tell({ type: 'clock-set', byMs })
    },
    activity() {
      if (isKilled) return 'killed'
      if (!isOn) return 'off'
      const has = source.peek() !== undefined
      if (isFetching) return has ? 'renewing' : 'fetching'
      if (has) return 'serving'
      if (isWaiting) return 'waiting'
      return pending.size > 0 ? 'asking' : 'none'
    },
  }
}

const holders = (store: DemoStore): number => store.leases().filter(({ end }) => end === 'held').length

/** Whose lease it is, by the name that the process has given to its fetch. */
const ownerOf = (store: DemoStore): number => {
  const holder = store.leases().findLast(({ end }) => end === 'held')
  return holder === undefined ? 0 : processOf(holder.owner)
}

/** The process that made a name. */
export const processOf = (owner: string): number => Number(owner.split('.')[0])
