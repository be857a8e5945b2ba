import type { UnreadableReason } from './codec/token-codec.js'
import { ignoreOutcome } from './ignore-outcome.js'
import { nodeBuiltin } from './node-builtin.js'

/** What every event says: whose token it is about. */
export interface TokenCacheEventKey {
  /** As the key names it. */
  readonly provider: string
  /** As the key names it. */
  readonly clientId: string
}

/** What happened in the cache; `type` tells the rest. Never a token, a secret or an error of `fetchToken`. */
export type TokenCacheEvent = TokenCacheEventKey & TokenCacheEventDetail

/** The part of an event that differs from type to type. Durations are in milliseconds. */
export type TokenCacheEventDetail =
  | { readonly type: 'fetch-started' }
  | {
      readonly type: 'fetched'
      readonly version: string
      readonly lifetimeMs: number
      readonly tookMs: number
    }
  /** `failed` may work later, `refused` will not without a change; no fetch starts for `pauseMs`. */
  | {
      readonly type: 'fetch-failed'
      readonly reason: 'failed' | 'refused' | 'rejected'
      readonly pauseMs: number
      readonly tookMs: number
    }
  /** A token came from the store instead of the provider. */
  | { readonly type: 'adopted'; readonly version: string; readonly remainingMs: number }
  /** Somebody called `invalidate`; the verdict is what it returned. */
  | {
      readonly type: 'rejected'
      readonly version: string
      readonly verdict: 'renewed' | 'kept' | 'paused'
    }
  /** Another process fetches a token; this one waits for it. Its lease lasts that long unless it is renewed. */
  | { readonly type: 'waiting'; readonly heldMs: number }
  /** The lease ended, or went to another process, while this one was fetching: both may have fetched a token. */
  | { readonly type: 'lease-lost' }
  /** This process fetched a token that another one's was faster than; theirs is used. */
  | { readonly type: 'overtaken'; readonly version: string }
  /** The store kept somebody waiting for 250 ms, and is not asked for so long. */
  | { readonly type: 'store-paused'; readonly ms: number }
  /** It answers again. */
  | { readonly type: 'store-back' }
  /** The store, or its codec, did not answer in time, rejected, or answered nonsense. The cache goes on without it. */
  | {
      readonly type: 'store-failed'
      readonly operation: StoreOperation
      readonly problem: 'timeout' | 'error' | 'nonsense'
    }
  /** What the store has could not be opened; it counts as a miss. */
  | { readonly type: 'unreadable'; readonly reason: UnreadableReason }
  /** The wall clock was set, or the machine slept: both clocks disagree by so much more than before. */
  | { readonly type: 'clock-jump'; readonly byMs: number }

/** What the store was asked for. */
export type StoreOperation = 'get' | 'set' | 'delete' | 'lock' | 'renew' | 'commit' | 'release'

interface Channel {
  readonly hasSubscribers: boolean
  publish(message: unknown): void
}

/**
 * Tells a listener and the diagnostics channel `token-cache`. Neither can disturb the cache; what a subscriber of the
 * channel throws, Node makes an uncaught exception.
 */
export function createReporter(
  onEvent: ((event: TokenCacheEvent) => void) | undefined,
): (event: TokenCacheEvent) => void {
  const diagnostics = nodeBuiltin('node:diagnostics_channel') as
    | { channel(name: string): Channel }
    | undefined
  const channel = diagnostics?.channel('token-cache')
  return (event) => {
    try {
      const returned: unknown = onEvent?.(event)
      if (returned !== undefined) ignoreOutcome(returned)
    } catch {
      // A broken listener is not worth a payment.
    }
    if (channel?.hasSubscribers) channel.publish(event)
  }
}
