import { TokenCacheError } from './errors.js'
import type { Instant } from './freshness.js'
import { pauseLeftMs } from './pause.js'
import type { Pause } from './state.js'

/** What a caller is told while nobody asks the provider. */
export function pauseError({
  provider,
  pause,
  at,
  lastError,
}: {
  provider: string
  pause: Pause | undefined
  at: Instant
  lastError: unknown
}): unknown {
  if (pause?.reason === 'refused') return lastError
  const retryAfterMs = pauseLeftMs(pause, at)
  if (pause?.reason === 'alone')
    return new TokenCacheError({
      code: 'ERR_TOKEN_CACHE_STORE_UNAVAILABLE',
      detail: { provider, retryAfterMs, retryable: true },
    })
  return pause?.reason === 'rejected'
    ? new TokenCacheError({
        code: 'ERR_TOKEN_CACHE_REJECTED',
        detail: { provider, retryAfterMs, retryable: false },
      })
    : new TokenCacheError({
        code: 'ERR_TOKEN_CACHE_PAUSED',
        detail: { provider, retryAfterMs, retryable: true },
        cause: lastError,
      })
}

/** A fetch took longer than it may, of this process or of the one that it waited for. */
export function timeoutError({
  provider,
  timeoutMs,
  isWaiting,
}: {
  provider: string
  timeoutMs: number
  isWaiting: boolean
}): TokenCacheError {
  const detail = { provider, timeoutMs, retryable: true } as const
  const code = isWaiting ? 'ERR_TOKEN_CACHE_LEASE_TIMEOUT' : 'ERR_TOKEN_CACHE_FETCH_TIMEOUT'
  return new TokenCacheError({ code, detail })
}

/** The cache gives nothing any more. */
export function closedError(provider: string): TokenCacheError {
  return new TokenCacheError({ code: 'ERR_TOKEN_CACHE_CLOSED', detail: { provider, retryable: false } })
}
