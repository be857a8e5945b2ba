import { TokenCacheError } from './errors.js'
import { lifetimeMs } from './lifetime.js'
import type { FetchedToken } from './types.js'

/** Checks what `fetchToken` brought: a type is no proof at run time, and a wrong token would be kept for minutes. */
export function readFetchedToken({
  fetched,
  defaultLifetimeSeconds,
  provider,
}: {
  fetched: FetchedToken
  defaultLifetimeSeconds: number | undefined
  provider: string
}): { value: string; lifetimeMs: number } {
  const value: unknown = fetched?.accessToken
  if (typeof value !== 'string' || value === '') {
    throw new TokenCacheError({
      code: 'ERR_TOKEN_CACHE_BAD_TOKEN',
      detail: { provider, field: 'accessToken', problem: 'that is not a non-empty string', retryable: false },
    })
  }
  return { value, lifetimeMs: lifetimeMs({ expiresIn: fetched.expiresIn, defaultLifetimeSeconds, provider }) }
}
