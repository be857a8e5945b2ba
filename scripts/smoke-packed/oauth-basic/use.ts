// needs Node's types: AbortSignal
import { clientCredentialsGrant, clientSecretBasic, OAuthError, type TokenResponse } from '@x/oauth-basic'

export const token: Promise<TokenResponse> = clientCredentialsGrant({
  url: 'https://bank.example/token',
  clientId: 'id',
  clientSecret: 'secret',
  authentication: clientSecretBasic({ encoding: 'raw' }),
  fetch: globalThis.fetch,
})

export const waitMs = (error: unknown): number | undefined =>
  error instanceof OAuthError && error.code === 'ERR_OAUTH_STATUS' ? error.detail.retryAfterMs : undefined

// @ts-expect-error: there is no default encoding
clientSecretBasic({})
