// needs Node's types: AbortSignal
import { type AccessToken, createTokenCache, TokenCacheError, type TokenSource } from '@x/token-cache'

export const source: TokenSource = createTokenCache().source({
  key: { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId: 'id', credentialId: 'k1' },
  fetchToken: async ({ signal }) => ({ accessToken: signal.aborted ? 'a' : 'b', expiresIn: 900 }),
})

export const token: Promise<AccessToken> = source.get({ minValidityMs: 60_000 })

export const timeoutMs = (error: unknown): number | undefined =>
  error instanceof TokenCacheError && error.code === 'ERR_TOKEN_CACHE_FETCH_TIMEOUT'
    ? error.detail.timeoutMs
    : undefined
