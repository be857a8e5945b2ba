import {
  createTokenCache,
  type StoreCoordination,
  type TokenSourceOptions,
  type TokenStore,
} from '../src/index.js'
import { coordinatedStore } from './coordinated-store.js'
import { createWorld, key, settle, watch } from './virtual-world.js'

type Operation = 'get' | 'readOrLock' | 'renew' | 'commit' | 'release'
/** `late`: takes effect when the test says so. `lost`: the lease is another's. A function stands in for the operation. */
type Fault = 'rejects' | 'hangs' | 'late' | 'lost' | ((run: () => Promise<unknown>) => Promise<unknown>)

/** Processes of a fleet, in one, on one store whose operations can be made to fail. */
export function createFleet({ joinFetches = true }: { joinFetches?: boolean } = {}) {
  const virtual = createWorld()
  const inner = coordinatedStore(virtual.options)
  const faults: { [O in Operation]?: Fault } = {}
  const calls: string[] = []
  /** What takes effect only when the test says so. */
  const late: (() => Promise<void>)[] = []
  function operate<T>(name: Operation, run: () => Promise<T>): Promise<T> {
    calls.push(name)
    const fault = faults[name]
    if (typeof fault === 'function') return fault(run) as Promise<T>
    if (fault === 'rejects') return Promise.reject(new Error('store'))
    if (fault === 'hangs') return new Promise(() => {})
    if (fault !== 'late') return run()
    return new Promise((resolve) => late.push(() => run().then(resolve)))
  }
  const { coordinate } = inner
  const wrapped: StoreCoordination = {
    readOrLock: (request) => operate('readOrLock', () => coordinate.readOrLock(request)),
    renew: (request) => operate('renew', async () => faults.renew !== 'lost' && coordinate.renew(request)),
    commit: (request) => operate('commit', () => coordinate.commit(request)),
    release: (request) => operate('release', () => coordinate.release(request)),
  }
  const polled: TokenStore = {
    ...inner,
    get: (name) => operate('get', () => inner.get(name)),
    coordinate: wrapped,
  }
  const watched: TokenStore = {
    ...polled,
    coordinate: { ...wrapped, watch: (request) => coordinate.watch?.(request) ?? (() => {}) },
  }
  /** One process. */
  const open = (options: Partial<TokenSourceOptions> & { store?: TokenStore } = {}) => {
    const { store = polled, ...rest } = options
    const cache = createTokenCache({ ...virtual.options, joinFetches, store })
    const source = cache.source({ key: key(), fetchToken: virtual.fetchToken, ...rest })
    return { cache, source, ask: () => watch(source.get()) }
  }
  /** Lets time pass in steps, so that what a timer starts has its turn. */
  const pass = async (ms: number, step = 10) => {
    for (let passed = 0; passed < ms; passed += step) {
      virtual.advance(step)
      await settle()
    }
  }
  const answer = async (accessToken: string, request = virtual.last()) => {
    request.answer({ accessToken, expiresIn: 900 })
    await settle()
  }
  const types = () => virtual.events.map(({ type }) => type)
  return { ...virtual, inner, faults, calls, late, open, pass, answer, types, watched, polled }
}
