import { TokenCacheError } from './errors.js'

/** A day: no payment token lives longer, and a nonsensical number does no harm. */
export const MAX_LIFETIME_SECONDS = 86_400

/**
 * Decides how many milliseconds a token lives from what its reader read. 0 means: usable once, not kept.
 *
 * @see RFC 6749 section 5.1: `expires_in` is only recommended.
 */
export function lifetimeMs({
  expiresIn,
  defaultLifetimeSeconds,
  provider,
}: {
  expiresIn: unknown
  defaultLifetimeSeconds: number | undefined
  provider: string
}): number {
  const seconds = expiresIn === undefined ? defaultLifetimeSeconds : expiresIn
  if (seconds === undefined) {
    throw new TokenCacheError({ code: 'ERR_TOKEN_CACHE_NO_LIFETIME', detail: { provider, retryable: false } })
  }
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) {
    throw new TokenCacheError({
      code: 'ERR_TOKEN_CACHE_BAD_TOKEN',
      detail: {
        provider,
        field: 'expiresIn',
        problem: 'that is not a finite number, 0 or more',
        retryable: false,
      },
    })
  }
  return Math.min(seconds, MAX_LIFETIME_SECONDS) * 1000
}
