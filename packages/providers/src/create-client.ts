import { type AccessToken, createTokenCache, type TokenCache, type TokenSource } from '@x/token-cache'
import { checkOptions } from './check-options.js'
import { ProviderError } from './errors.js'
import { fetchToken } from './fetch-token.js'
import type { CredentialsOf, EnvironmentOf, Profile } from './profile.js'
import type { PreparedEnvironment, TokenFlow } from './token-scheme.js'

/** What every client takes beside its credentials. */
export interface ClientSettings<Name extends string = string> {
  /** One of the profile's environments. There is no default: money moves in one of them. */
  readonly environment: Name
  /** Replaces the environment's base URL: `https:`, or `http:` on a loopback host. */
  readonly baseUrl?: string
  /** A cache to share between clients, or any other source of this client's tokens. Default: a cache of its own. */
  readonly tokens?: TokenCache | TokenSource
  /** Default: the runtime's `fetch`, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
  /** For one exchange with the provider, its body included; 1 to 600 000, default 15 000 milliseconds. */
  readonly timeoutMs?: number
}

export type ClientOptions<P extends Profile> = CredentialsOf<P> & ClientSettings<EnvironmentOf<P>>

/** A provider, as one set of credentials sees it. Printing it shows no secret. */
export interface Client {
  readonly provider: string
  readonly environment: string
  readonly baseUrl: string
  /**
   * The current access token: from the cache, else asked for once for all who wait.
   *
   * `signal` lets this caller go; it never cancels a request that others may wait for.
   *
   * @throws ProviderError; see its codes. TokenCacheError, when a shared cache was closed.
   */
  readonly accessToken: (options?: { readonly signal?: AbortSignal }) => Promise<AccessToken>
}

/**
 * Makes a client of one provider.
 *
 * Everything that can be checked without the network is checked here.
 *
 * @throws TypeError for a missing or contradictory option.
 * @throws ProviderError `ERR_PROVIDER_CREDENTIALS` for a key that cannot work; `cause` names the rule it broke.
 *
 * Each profile's own page has an example.
 */
export const createClient = <const P extends Profile>(profile: P, options: ClientOptions<P>): Client => {
  const { environment, tokens, fetch, now, timeoutMs } = checkOptions(profile, options)
  const flow = prepareFlow(profile, options, environment)

  const openSource = async (): Promise<TokenSource> => {
    const cache = tokens ?? createTokenCache({ now })
    if (!('source' in cache)) return cache
    return cache.source({
      key: {
        provider: profile.id,
        environment: options.environment,
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

  return Object.freeze({
    provider: profile.id,
    environment: options.environment,
    baseUrl: environment.baseUrl,
    accessToken: async (call?: { readonly signal?: AbortSignal }) => (source ?? (await open())).get(call),
  })
}

const prepareFlow = (profile: Profile, options: object, environment: PreparedEnvironment): TokenFlow => {
  const scheme = profile.token
  if (scheme === undefined)
    throw new TypeError(`${profile.name} gives no access token: its calls carry only a signature`)
  try {
    // The caller's options were checked against the scheme's credentials by `createClient`'s type.
    return scheme.prepare(options as never, environment)
  } catch (error) {
    if (error instanceof TypeError || !(error instanceof Error)) throw error
    const reason = 'code' in error && typeof error.code === 'string' ? error.code : error.name
    throw new ProviderError({
      code: 'ERR_PROVIDER_CREDENTIALS',
      provider: profile.id,
      detail: { reason, retryable: false },
      message: `The credentials for ${profile.name} cannot work: ${error.message}`,
      cause: error,
    })
  }
}
