import {
  type AccessToken,
  type CachedTokenSource,
  createTokenCache,
  type Invalidation,
  type TokenSource,
} from '@x/token-cache'
import type { CheckedSettings } from './check-options.js'
import { ProviderError } from './errors.js'
import { ignoreRejection } from './events.js'
import { factsOfCause } from './facts-of-cause.js'
import { fetchToken } from './fetch-token.js'
import type { Profile } from './profile.js'
import { settleWithin } from './settle-within.js'
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

  const isForeign = given !== undefined && !('source' in given)

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
    opening ??= openSource().then(
      (opened) => {
        source = opened
        return opened
      },
      (error: unknown) => {
        opening = undefined
        throw error
      },
    )
    return opening
  }

  return {
    get: async (options) => {
      try {
        const opened = source ?? (await open())
        if (!isForeign) return await opened.get(options)
        // Somebody's own source may heed no signal.
        return readToken(
          await settleWithin(opened.get(options), { timeoutMs: timeoutMs + 5_000, signal: options?.signal }),
        )
      } catch (error) {
        throw asProviderError(error, { profile, signal: options?.signal, isForeign })
      }
    },
    // Told after an answer, which a broken source must not cost.
    invalidate: (token) => {
      try {
        const learned: unknown = learns(source) ? source.invalidate(token) : undefined
        ignoreRejection(learned)
        return learned === 'renewed' ? 'renewed' : 'kept'
      } catch {
        return 'kept'
      }
    },
    confirm: (token) => {
      try {
        if (learns(source)) ignoreRejection(source.confirm(token))
      } catch {}
    },
  }
}

const learns = (source: TokenSource | undefined): source is CachedTokenSource =>
  source !== undefined && 'invalidate' in source && 'confirm' in source

/** What goes into a header: anything else would fail in the midst of sending, when nobody can say what went out. */
const readToken = (given: unknown): AccessToken => {
  const { value } = Object(given) as Partial<AccessToken>
  if (typeof value === 'string' && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value))
    return given as AccessToken
  throw Object.assign(new Error('The source gave no usable token'), { code: 'BAD_TOKEN' })
}

interface TokenFailure {
  readonly profile: Profile
  readonly signal: AbortSignal | undefined
  readonly isForeign: boolean
}

/** Passes on a caller's own abort, misuse, and what is one already. */
const asProviderError = (error: unknown, { profile, signal, isForeign }: TokenFailure): unknown => {
  if (signal?.aborted === true && error === signal.reason) return error
  const { reason, cause, detail } = factsOfCause(error)
  // A TypeError of somebody's own source is a fetch that failed, not misuse of this client.
  if (cause instanceof ProviderError || (!isForeign && error instanceof TypeError)) return error
  const { retryable, retryAfterMs: wait } = detail as { retryable?: unknown; retryAfterMs?: unknown }
  const retryAfterMs = typeof wait === 'number' ? wait : undefined
  return new ProviderError({
    code: 'ERR_PROVIDER_TOKEN',
    provider: profile.id,
    detail: { reason, retryable: retryable !== false, retryAfterMs },
    message: `There is no token for ${profile.name} (${reason}), so nothing was sent.${retryAfterMs === undefined ? '' : ` Try again in ${Math.ceil(retryAfterMs / 1_000)} s.`} ${cause === undefined ? 'Check the source that "tokens" names.' : 'See the cause.'}`,
    cause,
  })
}
