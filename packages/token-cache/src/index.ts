export type { TokenKey } from './cache-key.js'
export { keyring } from './codec/keyring.js'
export type { KeyringKey } from './codec/read-keys.js'
export type { CodecContext, Opened, TokenCodec, UnreadableReason } from './codec/token-codec.js'
export { createTokenCache } from './create-token-cache.js'
export {
  type AnyTokenCacheError,
  TokenCacheError,
  type TokenCacheErrorCode,
  type TokenCacheErrorDetails,
} from './errors.js'
export type { TokenCacheEvent, TokenCacheEventDetail, TokenCacheEventKey } from './events.js'
export type { Rotation } from './freshness.js'
export { type MemoryStoreOptions, memoryStore } from './memory-store.js'
export type {
  LeaseRequest,
  ReadOrLock,
  StoreCoordination,
  StoreEntry,
  StoreHit,
  StoreRecord,
  TokenStore,
} from './store.js'
export type {
  AccessToken,
  CachedTokenSource,
  FetchedToken,
  FetchToken,
  GetOptions,
  Invalidation,
  TokenCache,
  TokenCacheOptions,
  TokenCacheRuntime,
  TokenSource,
  TokenSourceOptions,
} from './types.js'
