export { type Client, type ClientOptions, type ClientSettings, createClient } from './create-client.js'
export { defineProfile } from './define-profile.js'
export {
  type AnyProviderError,
  ProviderError,
  type ProviderErrorCode,
  type ProviderErrorDetails,
  type Refusal,
} from './errors.js'
export type { HttpRequest, HttpResponse } from './http.js'
export type { CredentialsOf, Environment, EnvironmentOf, Evidence, Profile, ProfileOf } from './profile.js'
export type {
  PreparedEnvironment,
  ReceivedToken,
  RefusedToken,
  TokenAnswer,
  TokenFlow,
  TokenScheme,
} from './token-scheme.js'
