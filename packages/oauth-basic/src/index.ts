export { type ClientCredentialsGrantOptions, clientCredentialsGrant } from './client-credentials-grant.js'
export { type ClientAuthentication, clientSecretBasic } from './client-secret-basic.js'
export type { BasicEncoding, ClientCredentials } from './credentials.js'
export {
  type AnyOAuthError,
  OAuthError,
  type OAuthErrorCode,
  type OAuthErrorDetails,
  type StatusDetail,
} from './errors.js'
export type { TokenResponse } from './guarded-token.js'
export { parseBasicAuthorization } from './parse-basic-authorization.js'
export type { Fetch } from './receive.js'
export type { ResponseHeaders } from './status.js'
export { buildTokenRequest, type TokenRequest, type TokenRequestOptions } from './token-request.js'
export { readTokenResponse, type TokenAnswer } from './token-response.js'
