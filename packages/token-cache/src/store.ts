import type { TokenCodec } from './codec/token-codec.js'

/** What a store keeps under a key. Both parts are text; the store compares `version` and never looks into `data`. */
export interface StoreRecord {
  /** Names the token without revealing it: in the clear, and bound to `data` by the codec. */
  readonly version: string
  /** Written by the cache's codec, so that no store encrypts or parses. At most 98 304 characters. */
  readonly data: string
}

/** A record that has not expired. */
export interface StoreHit extends StoreRecord {
  /**
   * Milliseconds it has left by the store's own clock, so that the clocks of a fleet need not agree to the second. The
   * expiry written in `data` limits it, give or take 5 s. A store that cannot tell leaves it out: that expiry less 5 s counts.
   */
  readonly ttlMs?: number | undefined
}

/**
 * Where tokens are shared. A read has three answers: a hit, a miss (`undefined`), or a rejection, which means that
 * the store could not be asked. A store that turns failures into misses makes every process fetch its own token.
 *
 * Operations take effect in the order in which they were called on one store object, and before their promise
 * resolves. The cache sets its own time limit on each, so a store needs none and never retries.
 */
export interface TokenStore {
  /** How the cache writes `data`: the codec that the store's user chose, handed through as it is. */
  readonly codec: TokenCodec | 'plaintext'
  /** Resolves to what is kept and has not expired, else to `undefined`. */
  get(key: string): Promise<StoreHit | undefined>
  /** Replaces what is kept, time to live included. `ttlMs` is a whole number of milliseconds, 1 or more. */
  set(entry: StoreEntry): Promise<void>
  /** Compares and deletes in one step: true if `version` was kept and is now gone. */
  delete(which: { readonly key: string; readonly version: string }): Promise<boolean>
  /** Left out by a store without atomic operations: N processes may then fetch up to N tokens. */
  readonly coordinate?: StoreCoordination | undefined
}

/** A record on its way into the store. */
export interface StoreEntry {
  /**
   * What the cache made of a `TokenKey`: provider and environment for people to read, and a hash of the whole; nothing to
   * be parsed. Not empty, at most 160 ASCII characters.
   */
  readonly key: string
  /** What to keep. */
  readonly record: StoreRecord
  /** Whole milliseconds, 1 or more, counted by the store's clock. */
  readonly ttlMs: number
}

/**
 * One fetch at a time in a whole fleet. Each operation is a single atomic step of the store; `owner` is a random name,
 * new for every fetch, so that an operation whose answer got lost can be repeated.
 */
export interface StoreCoordination {
  /**
   * Reads, and takes the lease if there is nothing to read and nobody holds it. A record of version `replacing` is
   * the one to be renewed and counts as nothing. The owner that holds the lease already is granted it again, anew.
   */
  readOrLock(request: LeaseRequest & { readonly replacing?: string | undefined }): Promise<ReadOrLock>
  /** Lets the lease last `leaseMs` from now. False if it is no longer the owner's; the fetch goes on all the same. */
  renew(request: LeaseRequest): Promise<boolean>
  /**
   * Writes the record and gives the lease up, if the lease is the owner's, or if nobody holds one and the store has
   * nothing or `replacing`. Who holds the lease always writes. Without it, true as well if this very version is kept: the
   * repetition of a commit that took effect.
   * False, with nothing changed, says that somebody else was faster: read again and use theirs.
   */
  commit(
    request: StoreEntry & { readonly owner: string; readonly replacing?: string | undefined },
  ): Promise<boolean>
  /** Gives the lease up if it is the owner's, after a fetch that failed. */
  release(lease: { readonly key: string; readonly owner: string }): Promise<void>
  /**
   * Calls back when it may be worth reading again; returns the end of it. It only saves those who wait some polling:
   * a call too many or a missing one does no harm.
   */
  watch?(request: { readonly key: string; readonly onChange: () => void }): () => void
}

/** Whose lease on which key, and for how long. */
export interface LeaseRequest {
  /** Leases of different keys have nothing to do with each other. */
  readonly key: string
  /** A random name, new for every fetch. */
  readonly owner: string
  /** Whole milliseconds, 1 or more, counted by the store's clock. */
  readonly leaseMs: number
}

/** Somebody's token, the lease on fetching one, or how long somebody else's lease still lasts (milliseconds). */
export type ReadOrLock =
  | { readonly status: 'hit'; readonly hit: StoreHit }
  | { readonly status: 'granted' }
  | { readonly status: 'held'; readonly heldMs: number }
