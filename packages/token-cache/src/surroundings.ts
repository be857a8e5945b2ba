import { createReporter, type TokenCacheEvent } from './events.js'
import { ignoreOutcome } from './ignore-outcome.js'
import { misuse } from './misuse.js'
import { nodeBuiltin } from './node-builtin.js'
import type { TokenCacheOptions } from './types.js'
import type { SetTimer } from './with-deadline.js'

/** Everything that an entry takes from outside, with every default filled in. */
export interface Surroundings {
  readonly now: () => number
  readonly monotonic: () => number
  readonly random: () => number
  readonly randomId: () => string
  readonly setTimer: SetTimer
  /** As `setTimer`, but it does not keep a process alive. */
  readonly setIdleTimer: SetTimer
  readonly waitUntil: (ended: Promise<void>) => void
  readonly report: (event: TokenCacheEvent) => void
  /** Runs outside of the caller's async context, so that no caller's trace or user is tied to what all wait for. */
  readonly outside: <T>(run: () => T) => T
  readonly joins: boolean
}

/** Checks the options of a cache and fills in what is missing. */
export function readSurroundings({
  onEvent,
  waitUntil,
  joinFetches = !isWorkers(),
  // Looked up at each call, so that a test that replaces the clock is heeded.
  now = () => Date.now(),
  runtime = {},
}: TokenCacheOptions): Surroundings {
  if (typeof runtime !== 'object' || runtime === null) {
    throw misuse({ field: 'runtime', expected: 'an object', value: runtime })
  }
  const {
    monotonic = monotonicClock(),
    random = () => Math.random(),
    randomId = randomHex,
    setTimer = startTimer,
  } = runtime
  const functions = { now, monotonic, random, randomId, setTimer }
  for (const [field, value] of Object.entries({ ...functions, onEvent, waitUntil })) {
    const isOptional = field === 'onEvent' || field === 'waitUntil'
    if (typeof value === 'function' || (isOptional && value === undefined)) continue
    throw misuse({ field, expected: 'a function', value })
  }
  if (typeof joinFetches !== 'boolean') {
    throw misuse({ field: 'joinFetches', expected: 'true or false', value: joinFetches })
  }
  return {
    ...functions,
    setIdleTimer: runtime.setTimer ?? startIdleTimer,
    joins: joinFetches,
    report: createReporter(onEvent),
    outside: joinFetches ? leaveContext() : (run) => run(),
    waitUntil(ended) {
      try {
        ignoreOutcome(waitUntil?.(ended))
      } catch {
        // Outside of a request some runtimes refuse; the fetch goes on as well as it can.
      }
    },
  }
}

function isWorkers(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } }
  return navigator?.userAgent === 'Cloudflare-Workers'
}

function leaveContext(): <T>(run: () => T) => T {
  const hooks = nodeBuiltin('node:async_hooks') as
    | { AsyncLocalStorage?: { snapshot?: () => <T>(run: () => T) => T } }
    | undefined
  return hooks?.AsyncLocalStorage?.snapshot?.() ?? ((run) => run())
}

/** Node looks `performance` up through a getter, which each cached read would pay for. */
function monotonicClock(): () => number {
  const clock = performance
  return () => clock.now()
}

function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function startTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}

function startIdleTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms) as ReturnType<typeof setTimeout> | { unref(): void }
  if (typeof timer === 'object') timer.unref()
  return () => clearTimeout(timer as ReturnType<typeof setTimeout>)
}
