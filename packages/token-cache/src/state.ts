import type { Instant, Rotation, TokenLife } from './freshness.js'

/** What holds for a key as long as it exists. */
export interface Rules {
  /** Whether a new token ends the old one: see {@link Rotation}. */
  readonly rotation: Rotation
  /** Whether a fetch may be joined: false where a promise must not cross from one request to another. */
  readonly joins: boolean
  /** Whether a store is asked before the provider. */
  readonly hasStore: boolean
  /** Whether that store grants leases, so that one of a fleet asks the provider. */
  readonly coordinates: boolean
  /** A fetch that is older than this is not waited for, even if its timer never came. */
  readonly flightLimitMs: number
}

/** The kept token, and what calls made with it have shown. */
export interface Held extends TokenLife {
  readonly landed: Instant
  /** Whether the provider has accepted a call with it. */
  readonly accepted: boolean
  /** Whether a call was rejected with it, and it was kept all the same. */
  readonly doubted: boolean
  /** When a call was last accepted after that doubt. */
  readonly cleared: Instant | undefined
}

/** A running attempt to obtain a token: first from the store, if there is one, then from the provider. */
export interface Flight {
  readonly id: number
  /** When it, or its request to the provider, started. */
  readonly since: Instant
  /** The most that its callers need of a token that the store has. */
  readonly minValidityMs: number
  /** It compares the kept token with the store's; only if that one is gone meanwhile does it fetch. */
  readonly isCheck?: boolean
  /** The version that the store has and that is not wanted. */
  readonly unwanted?: string
  /** By what it may ask the provider, where a store coordinates: the store's lease, or because the store is gone. */
  readonly permit?: 'lease' | 'alone'
  /** What the provider has issued, until the store has taken it. */
  readonly brought?: Minted
}

/** No further attempt before `ms` have passed. */
export interface Pause {
  readonly since: Instant
  readonly ms: number
  /** In a row. */
  readonly failures: number
  /**
   * `failed`: may work later. `refused`: will not without a change. `rejected`: tokens come, and no call accepts them.
   * `repeated`: the kept token came again. `alone`: the store is gone, and with it the word of the others.
   */
  readonly reason: 'failed' | 'refused' | 'rejected' | 'repeated' | 'alone'
}

/** All that is remembered about one key. */
export interface State {
  readonly rules: Rules
  readonly token: Held | undefined
  /** At most one where flights are joined. */
  readonly flights: readonly Flight[]
  readonly pause: Pause | undefined
  /** The last token that was dropped because a call with it was rejected, until one of another cause follows. */
  readonly rejected:
    | {
        readonly version: string
        readonly since: Instant
        readonly at: Instant
        readonly accepted: boolean
      }
    | undefined
  /** Tokens in a row that were dropped because of a rejection. */
  readonly strikes: number
  readonly flightsStarted: number
  /** When the kept token was last what the store had, as far as anyone knows. */
  readonly checked: Instant | undefined
  /** The last token that was fetched without the others' knowledge. */
  readonly alone: { readonly at: Instant; readonly lifetimeMs: number } | undefined
  readonly closed: boolean
}

/** What happened. `random` is from 0 up to 1, drawn for this event. */
export type Event =
  | { readonly type: 'get'; readonly at: Instant; readonly minValidityMs: number }
  | Found
  /** The store has none. */
  | { readonly type: 'missed'; readonly at: Instant; readonly flight: number }
  /** The store has none, and this process may fetch one for all. */
  | { readonly type: 'granted'; readonly at: Instant; readonly flight: number }
  /** The store could not be asked. */
  | { readonly type: 'unavailable'; readonly at: Instant; readonly flight: number }
  | Committed
  | Minted
  | Failed
  | { readonly type: 'confirmed'; readonly at: Instant; readonly version: string }
  | { readonly type: 'rejected'; readonly at: Instant; readonly version: string; readonly random: number }
  | { readonly type: 'close' }

/** The store has a token that is `ageMs` old. */
export interface Found extends Landed {
  readonly type: 'found'
  readonly ageMs: number
  /** The store's name for it, if `version` is another: that of an equal token that this process knows. */
  readonly storedAs?: string | undefined
}

/** What became of a token on its way into the store. */
export interface Committed {
  readonly type: 'committed'
  readonly at: Instant
  readonly flight: number
  /** `overtaken`: somebody else's was there before. `unavailable`: nobody knows. */
  readonly result: 'written' | 'overtaken' | 'unavailable'
}

/** The provider issued a token. Equal tokens have equal versions, which is how a repetition is noticed. */
export interface Minted extends Landed {
  readonly type: 'minted'
}

export interface Landed {
  readonly at: Instant
  readonly flight: number
  readonly version: string
  readonly lifetimeMs: number
  readonly random: number
}

/** No token was issued. `retryAfterMs` is the provider's own wish; `waited`: it was not even asked. */
export interface Failed {
  readonly type: 'failed'
  readonly at: Instant
  readonly flight: number
  readonly random: number
  readonly kind: 'transient' | 'terminal' | 'waited'
  readonly retryAfterMs?: number | undefined
}

/** What is to be done, in this order. */
export type Effect =
  | { readonly type: 'answer'; readonly from: 'token' | 'flight' | 'pause' | 'closed' }
  /** Asks the store: `found`, `missed` or `unavailable` follows. */
  | { readonly type: 'read'; readonly flight: number }
  /** Asks the store for a token of another version, or for the lease to fetch one: `found`, `granted` or `unavailable`. */
  | { readonly type: 'lock'; readonly flight: number; readonly replacing: string | undefined }
  /** Writes what the flight has brought, and gives the lease up: `committed` follows. */
  | {
      readonly type: 'commit'
      readonly flight: number
      readonly token: TokenLife
      readonly replacing: string | undefined
    }
  /** Asks the provider: `minted` or `failed` follows. */
  | { readonly type: 'fetch'; readonly flight: number }
  | { readonly type: 'keep'; readonly token: TokenLife }
  | { readonly type: 'drop' }
  | { readonly type: 'settle'; readonly flight: number; readonly with: SettledWith }
  | { readonly type: 'cancel'; readonly flight: number }
  /** Writes the kept token to the store, as soon as that is there; nobody waits for it. */
  | { readonly type: 'publish'; readonly token: TokenLife; readonly replacing: string | undefined }
  /** The kept token may be served for a while without another look at the store. */
  | { readonly type: 'trust' }
  /** Deletes this version from the store, and no other. */
  | { readonly type: 'forget'; readonly version: string }
  /** Answers a rejection: what the next `get` brings. */
  | { readonly type: 'verdict'; readonly verdict: Verdict }

/** What those who wait for a flight get: what it brought, the kept token, the error of the pause, or that of the time limit. */
export type SettledWith = 'outcome' | 'kept' | 'pause' | 'timeout'

/** `renewed`: another token. `kept`: the same one. `paused`: none, for a while. */
export type Verdict = 'renewed' | 'kept' | 'paused'

export interface Decision {
  readonly state: State
  readonly effects: readonly Effect[]
}

/** A key about which nothing is known yet. */
export function initialState(rules: Rules): State {
  return {
    rules,
    token: undefined,
    flights: [],
    pause: undefined,
    rejected: undefined,
    strikes: 0,
    flightsStarted: 0,
    checked: undefined,
    alone: undefined,
    closed: false,
  }
}
