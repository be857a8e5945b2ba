import type { AnyTokenCacheError, TokenCacheEvent } from '../../src/index.js'

/** What a worker is, told to it once. */
export interface WorkerPlan {
  readonly name: string
  readonly client: 'ioredis' | 'node-redis'
  /** Whether it listens to the store's channel, or only polls. */
  readonly subscribes: boolean
  /** One server, or the nodes of a cluster. */
  readonly ports: readonly number[]
  /** The token endpoint and API. */
  readonly upstream: number
  readonly rotation: 'unknown' | 'exclusive' | 'independent'
  /** Seals what is in the store: a key in Base64, or `plaintext`. */
  readonly sealedWith: string
  readonly fetchTimeoutMs?: number | undefined
}

/** What a worker is asked to do. */
export type Command =
  /** So many callers ask for a token at once. */
  | { readonly do: 'get'; readonly bank: string; readonly callers: number }
  /** So many calls, a few at a time: token, API, and on a 401 `invalidate` and the call once more. */
  | { readonly do: 'call'; readonly bank: string; readonly times: number; readonly atOnce: number }
  /** Moves both of its clocks: what would take minutes takes none. */
  | { readonly do: 'age'; readonly ms: number }
  /** Goes on with an empty memory, as a process does that starts later. */
  | { readonly do: 'forget' }
  | { readonly do: 'close' }

/** What came of `get`. */
export interface Served {
  /** Milliseconds, a caller each. */
  readonly took: readonly number[]
  /** Fingerprints of the tokens that were handed out, each once. */
  readonly tokens: readonly string[]
  readonly errors: readonly ErrorReport[]
}

/** What came of `call`. */
export interface Called {
  readonly accepted: number
  /** 401s. */
  readonly refused: number
  /** Calls that were not accepted, be it at the second try. */
  readonly failed: number
  readonly errors: readonly ErrorReport[]
}

export interface ErrorReport {
  readonly code: AnyTokenCacheError['code'] | undefined
  readonly retryAfterMs: number | undefined
  /** All that a log could show of it. */
  readonly shown: string
}

/** Answers, and what the worker says unasked. */
export type Message =
  | { readonly answer: number; readonly value: unknown }
  | { readonly event: TokenCacheEvent }
  | { readonly isReady: true }
