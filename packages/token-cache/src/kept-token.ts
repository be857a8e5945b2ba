import type { TokenLife } from './freshness.js'
import type { AccessToken } from './types.js'

/** The token in service. */
export interface KeptToken {
  readonly token: AccessToken
  /** Already resolved, and given to every caller: a hit makes no promise of its own. */
  readonly promise: Promise<AccessToken>
  /** Until when by each clock, as plain numbers: a hit makes no object either. */
  readonly freshWall: number
  readonly freshMono: number
  readonly usableWall: number
  readonly usableMono: number
}

/** Reckons once until when a token may be served. */
export function keepToken({
  token,
  promise,
  life: {
    since: { wall, mono },
    refreshAgeMs,
    expiryAgeMs,
  },
}: {
  token: AccessToken
  promise: Promise<AccessToken>
  life: TokenLife
}): KeptToken {
  return {
    token,
    promise,
    freshWall: wall + refreshAgeMs,
    freshMono: mono + refreshAgeMs,
    usableWall: wall + expiryAgeMs,
    usableMono: mono + expiryAgeMs,
  }
}
