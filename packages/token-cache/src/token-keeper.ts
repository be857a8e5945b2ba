import type { SharedToken } from './codec/token-record.js'
import { ageMs, type Instant, type TokenLife } from './freshness.js'
import { type KeptToken, keepToken, trust } from './kept-token.js'
import type { AccessToken } from './types.js'

/** The tokens that `decide` knows by version only. */
export interface TokenKeeper {
  /** Read on every call: a field, and no function. */
  kept: KeptToken | undefined
  readonly keep: (entry: {
    readonly token: AccessToken
    readonly promise: Promise<AccessToken>
    readonly life: TokenLife
  }) => void
  /** Lets the kept token be served on without a look at the store. */
  readonly trust: () => void
  readonly drop: () => void
  /** Drops it because of a rejection, and recognises it when the provider issues it again. */
  readonly reject: () => void
  readonly clear: () => void
  /** Equal tokens have equal versions: otherwise a provider that repeats a token would look like one that renews it. */
  readonly versionOf: (value: string) => string | undefined
  readonly toShare: (token: AccessToken, life: TokenLife) => { token: SharedToken; remainingMs: number }
}

/** Keeps the token of one key. */
export function createTokenKeeper({
  trustMs,
  instant,
}: {
  /** So long a token is served without a look at the store. */
  trustMs: number
  instant: () => Instant
}): TokenKeeper {
  let rejected: AccessToken | undefined
  const keeper: TokenKeeper = {
    kept: undefined,
    keep(entry) {
      keeper.kept = keepToken({ ...entry, trustMs, at: instant() })
    },
    trust() {
      const { kept } = keeper
      if (kept !== undefined) keeper.kept = trust({ kept, trustMs, at: instant() })
    },
    drop() {
      keeper.kept = undefined
    },
    reject() {
      rejected = keeper.kept?.token
      keeper.kept = undefined
    },
    clear() {
      rejected = undefined
      keeper.kept = undefined
    },
    versionOf(value) {
      const { kept } = keeper
      if (kept?.token.value === value) return kept.token.version
      return rejected?.value === value ? rejected.version : undefined
    },
    toShare({ value, version }, { since, lifetimeMs }) {
      const at = instant()
      const remainingMs = lifetimeMs - ageMs(since, at)
      return { token: { value, version, lifetimeMs, expiresAt: at.wall + remainingMs }, remainingMs }
    },
  }
  return keeper
}
