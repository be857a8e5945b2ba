import type { Instant, TokenLife } from './freshness.js'
import type { AccessToken } from './types.js'

/** The token in service. */
export interface KeptToken {
  readonly token: AccessToken
  /** Already resolved, and given to every caller: a hit makes no promise of its own. */
  readonly promise: Promise<AccessToken>
  readonly life: TokenLife
  /** Until when by each clock, as plain numbers: a hit makes no object either. */
  readonly freshWall: number
  readonly freshMono: number
  readonly usableWall: number
  readonly usableMono: number
}

/** Reckons once until when a token may be served, and for how long without a question. */
export function keepToken({
  token,
  promise,
  life,
  trustMs,
  at,
}: {
  token: AccessToken
  promise: Promise<AccessToken>
  life: TokenLife
  /** So long it is served without a look at the store. */
  trustMs: number
  at: Instant
}): KeptToken {
  const {
    since: { wall, mono },
    refreshAgeMs,
    expiryAgeMs,
  } = life
  return {
    token,
    promise,
    life,
    freshWall: Math.min(wall + refreshAgeMs, at.wall + trustMs),
    freshMono: Math.min(mono + refreshAgeMs, at.mono + trustMs),
    usableWall: wall + expiryAgeMs,
    usableMono: mono + expiryAgeMs,
  }
}

/** Lets a token be served on: the store has no other. */
export function trust({
  kept: { token, promise, life },
  trustMs,
  at,
}: {
  kept: KeptToken
  trustMs: number
  at: Instant
}): KeptToken {
  return keepToken({ token, promise, life, trustMs, at })
}
