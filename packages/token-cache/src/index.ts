export type { TokenKey } from './cache-key.js'
export { createTokenCache } from './create-token-cache.js'
export {
  type AnyTokenCacheError,
  TokenCacheError,
  type TokenCacheErrorCode,
  type TokenCacheErrorDetails,
} from './errors.js'
export type {
  AccessToken,
  FetchedToken,
  FetchToken,
  GetOptions,
  TokenCache,
  TokenCacheOptions,
  TokenSource,
  TokenSourceOptions,
} from './types.js'
