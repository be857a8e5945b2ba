/** One reading of both clocks, in milliseconds. */
export interface Instant {
  readonly wall: number
  readonly mono: number
}

/**
 * What a provider does to the old token when it issues a new one. `exclusive`: it ends at once, so a token is not
 * renewed before it has to be, and a kept one is compared with the store's every 5 s. `independent`: both live on;
 * renewed early. `unknown`: nobody says; renewed early. While a store that coordinates is gone, only `independent` is
 * renewed early, and `exclusive` is fetched at most once per quarter of a life by each process.
 */
export type Rotation = 'unknown' | 'exclusive' | 'independent'

/** What the rules know of a token: its name and its times, never its value. Ages count from `since`. */
export interface TokenLife {
  readonly version: string
  /** When the request for it started: its life may have begun any time after that. */
  readonly since: Instant
  readonly lifetimeMs: number
  readonly refreshAgeMs: number
  readonly expiryAgeMs: number
}

/** `fresh`: serve. `refresh`: serve, and renew in the background. `expired`: do not serve. */
export type Stage = 'fresh' | 'refresh' | 'expired'

/**
 * Places the windows at the end of a life. Shares of the life, because windows in minutes would renew
 * a short token on every call.
 */
export function tokenLife({
  version,
  since,
  lifetimeMs,
  random,
  rotation = 'unknown',
}: {
  version: string
  since: Instant
  lifetimeMs: number
  random: number
  rotation?: Rotation
}): TokenLife {
  const soft = clamp({ value: lifetimeMs * 0.2, min: 5_000, max: 300_000 })
  const hard = clamp({ value: lifetimeMs * 0.05, min: 1_000, max: 30_000 })
  // Together at most half the life, so that no lifetime, however short, renews in a loop.
  const scale = Math.min(1, lifetimeMs / 2 / (soft + hard))
  // Only earlier, so that jitter spreads processes and never eats the margin.
  const early = Math.min(soft * scale * (1 + random / 2), lifetimeMs / 2 - hard * scale)
  const expiryAgeMs = lifetimeMs - hard * scale
  // Where a new token ends the old one, renewing early would cut off calls that are under way.
  const refreshAgeMs = rotation === 'exclusive' ? expiryAgeMs : lifetimeMs - early
  return { version, since, lifetimeMs, refreshAgeMs, expiryAgeMs }
}

/** Tells what a token is good for now. A clock that answers NaN makes it `expired`. */
export function stage(token: TokenLife, at: Instant): Stage {
  const age = ageMs(token.since, at)
  if (age < token.refreshAgeMs) return 'fresh'
  return age < token.expiryAgeMs ? 'refresh' : 'expired'
}

/** The larger of both clocks' answers: the wall clock is set back, the monotonic one may stop in a suspended machine. */
export function ageMs(since: Instant, at: Instant): number {
  return Math.max(0, at.wall - since.wall, at.mono - since.mono)
}

/** How long a token may still be served. */
export function remainingMs(token: TokenLife, at: Instant): number {
  return token.expiryAgeMs - ageMs(token.since, at)
}

/** Whether a token may still be served. */
export function isUsable(token: TokenLife, at: Instant): boolean {
  return remainingMs(token, at) > 0
}

/** Whether a caller who needs that much can be given this token. */
export function suffices({
  token,
  at,
  minValidityMs,
}: {
  token: TokenLife
  at: Instant
  minValidityMs: number
}): boolean {
  if (stage(token, at) === 'expired') return false
  // In its first quarter a token meets every demand: else one that no token can meet would fetch on every call.
  const promised = token.expiryAgeMs - token.lifetimeMs / 4
  return remainingMs(token, at) >= Math.min(minValidityMs, promised)
}

function clamp({ value, min, max }: { value: number; min: number; max: number }): number {
  return Math.min(Math.max(value, min), max)
}
