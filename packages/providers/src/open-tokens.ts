import {
  type AccessToken,
  type CachedTokenSource,
  createTokenCache,
  type Invalidation,
  type TokenSource,
} from '@x/token-cache'
import type { CheckedSettings } from './check-options.js'
import { ProviderError } from './errors.js'
import { fetchToken } from './fetch-token.js'
import type { Profile } from './profile.js'
import type { TokenFlow } from './token-scheme.js'

/** One client's tokens, with every failure as a {@link ProviderError}. */
export interface Tokens {
  readonly get: (options?: { readonly signal?: AbortSignal | undefined }) => Promise<AccessToken>
  /** A source that cannot learn brings no other token, as far as anyone knows. */
  readonly invalidate: (token: AccessToken) => Invalidation
  readonly confirm: (token: AccessToken) => void
}

export const openTokens = (profile: Profile, flow: TokenFlow, settings: CheckedSettings): Tokens => {
  const { tokens: given, fetch, now, timeoutMs } = settings

  const openSource = async (): Promise<TokenSource> => {
    const cache = given ?? createTokenCache({ now })
    if (!('source' in cache)) return cache
    return cache.source({
      key: {
        provider: profile.id,
        environment: settings.environmentName,
        tokenUrl: flow.url,
        clientId: flow.clientId,
        credentialId: await flow.credentialId(),
      },
      ...(profile.token?.lifetimeSeconds !== undefined && {
        defaultLifetimeSeconds: profile.token.lifetimeSeconds,
      }),
      // The exchange has its own deadline; this one only catches a signer that never answers.
      fetchTimeoutMs: timeoutMs + 5_000,
      fetchToken: ({ signal }) => fetchToken(flow, { provider: profile, fetch, now, timeoutMs, signal }),
    })
  }
  let source: TokenSource | undefined
  let opening: Promise<TokenSource> | undefined
  const open = (): Promise<TokenSource> => {
    opening ??= openSource().then((opened) => {
      source = opened
      return opened
    })
    return opening
  }

  return {
    get: async (options) => {
      try {
        return await (source ?? (await open())).get(options)
      } catch (error) {
        throw asProviderError(error, profile, options?.signal)
      }
    },
    invalidate: (token) => (learns(source) ? source.invalidate(token) : 'kept'),
    confirm: (token) => {
      if (learns(source)) source.confirm(token)
    },
  }
}

const learns = (source: TokenSource | undefined): source is CachedTokenSource =>
  source !== undefined && 'invalidate' in source && 'confirm' in source

/** Passes on a caller's own abort, misuse, and what is one already. */
const asProviderError = (error: unknown, { id, name }: Profile, signal: AbortSignal | undefined): unknown => {
  if (signal?.aborted === true && error === signal.reason) return error
  if (error instanceof ProviderError || error instanceof TypeError) return error
  const { code, detail } = factsOf(error)
  const retryAfterMs = typeof detail['retryAfterMs'] === 'number' ? detail['retryAfterMs'] : undefined
  return new ProviderError({
    code: 'ERR_PROVIDER_TOKEN',
    provider: id,
    detail: { reason: code, retryable: detail['retryable'] !== false, retryAfterMs },
    message: `There is no token for ${name} (${code}), so nothing was sent.${retryAfterMs === undefined ? '' : ` Try again in ${Math.ceil(retryAfterMs / 1_000)} s.`} See the cause.`,
    cause: error,
  })
}

const factsOf = (error: unknown): { readonly code: string; readonly detail: Record<string, unknown> } => {
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? Object(error) : {}
  const { code, detail } = fields
  return {
    code: typeof code === 'string' && /^[A-Za-z0-9_.-]{1,60}$/.test(code) ? code : 'UNKNOWN',
    detail: typeof detail === 'object' && detail !== null ? { ...detail } : {},
  }
}
