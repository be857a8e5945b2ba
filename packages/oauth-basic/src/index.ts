export type { BasicEncoding } from './basic-encoding.js'
export { type ClientCredentialsGrantOptions, clientCredentialsGrant } from './client-credentials-grant.js'
export { clientSecretBasic } from './client-secret-basic.js'
export { clientSecretPost } from './client-secret-post.js'
export type { ClientAuthentication, ClientCredentials } from './credentials.js'
export {
  type AnyOAuthError,
  OAuthError,
  type OAuthErrorCode,
  type OAuthErrorDetails,
  type StatusDetail,
} from './errors.js'
export type { Grant, GrantInput, TokenRequest, WrittenGrant } from './grant.js'
export type { GrantExtras } from './grant-extras.js'
export { grantInForm } from './grant-in-form.js'
export { grantInJson } from './grant-in-json.js'
export { grantInQuery } from './grant-in-query.js'
export type { TokenResponse } from './guarded-token.js'
export { parseBasicAuthorization } from './parse-basic-authorization.js'
export type { Fetch } from './receive.js'
export type { TokenJson, TokenReader } from './token-reader.js'
export { buildTokenRequest, type TokenRequestOptions } from './token-request.js'
export { readTokenResponse, type TokenAnswer } from './token-response.js'
