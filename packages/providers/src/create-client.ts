import type { AccessToken, TokenCache, TokenSource } from '@x/token-cache'
import type { AuditedExchange } from './audit.js'
import type { CallOptions, FetchOptions, InquireOptions, Prepared } from './call-options.js'
import { checkOptions } from './check-options.js'
import { ProviderError } from './errors.js'
import type { ProviderEvent } from './events.js'
import { factsOfCause } from './facts-of-cause.js'
import type { Inquiry } from './inquiry.js'
import { type Calls, openCalls } from './open-calls.js'
import { openTokens } from './open-tokens.js'
import type { AnswerOf, BodyOf, CredentialsOf, EnvironmentOf, Profile, ServiceNameOf } from './profile.js'
import type { Reply } from './reply.js'

/** What every client takes beside its credentials. */
export interface ClientSettings<Name extends string = string> {
  /** One of the profile's environments. There is no default: money moves in one of them. */
  readonly environment: Name
  /** Replaces the environment's base URL: `https:`, or `http:` on a loopback host. */
  readonly baseUrl?: string
  /**
   * A cache to share between clients and, with a store, between processes; or any other source of this client's tokens.
   * Default: a cache of its own.
   */
  readonly tokens?: TokenCache | TokenSource
  /** Default: the runtime's `fetch`, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
  /** For one exchange with the provider, its body included; 1 to 600 000, default 15 000 milliseconds. */
  readonly timeoutMs?: number
  /** Is told of every exchange of a call, bodies whole, credentials masked: personal data, so off by default. */
  readonly audit?: (exchange: AuditedExchange) => unknown
  /** Is told what happens to calls, without bodies. What it throws disturbs nothing. */
  readonly onEvent?: (event: ProviderEvent) => unknown
}

export type ClientOptions<P extends Profile> = CredentialsOf<P> & ClientSettings<EnvironmentOf<P>>

/** What every client has, whatever its provider's services are. Printing it shows no secret. */
export interface AnyClient {
  readonly provider: string
  readonly environment: string
  readonly baseUrl: string
  /**
   * The current access token: from the cache, else asked for once for all who wait.
   *
   * `signal` lets this caller go; it never cancels a request that others may wait for.
   *
   * @throws ProviderError; see its codes.
   * @throws TypeError where the provider's calls carry no token.
   */
  readonly accessToken: (options?: { readonly signal?: AbortSignal | undefined }) => Promise<AccessToken>
  /**
   * Asks what became of an earlier call; `transaction` of the reply says it.
   *
   * @throws TypeError for an inquiry of another client, or one that would send the call again without `repeat: true`.
   * @throws ProviderError as `call`.
   */
  readonly inquire: (inquiry: Inquiry, options?: InquireOptions) => Promise<Reply>
  /** A signed call to a path that has no service entry; judged as money unless `kind` says otherwise. @throws as `call` */
  readonly fetch: (path: string, options?: FetchOptions) => Promise<Reply>
}

/** A provider, as one set of credentials sees it, with its services by name. */
export interface Client<P extends Profile> extends AnyClient {
  /**
   * Calls a service: token, signature, headers; at most one re-send, after the provider refused the token.
   *
   * What is returned may have been executed; what is thrown was certainly not.
   *
   * @throws TypeError for a wrong option, before anything is sent.
   * @throws ProviderError where no token could be had, nothing could be signed or no connection made.
   */
  readonly call: <Name extends ServiceNameOf<P>>(
    service: Name,
    options: CallOptions<BodyOf<P, Name>>,
  ) => Promise<Reply<AnswerOf<P, Name>>>
  /** Signs a call for your own HTTP client, and reads its answer. @throws as `call` */
  readonly prepare: <Name extends ServiceNameOf<P>>(
    service: Name,
    options: CallOptions<BodyOf<P, Name>>,
  ) => Promise<Prepared<AnswerOf<P, Name>>>
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
export const createClient = <const P extends Profile>(profile: P, options: ClientOptions<P>): Client<P> => {
  const settings = checkOptions(profile, options)
  const { environment, environmentName, fetch, now, timeoutMs, audit, onEvent } = settings
  const prepared = prepareCredentials(profile, () => ({
    // The caller's options were checked against the schemes' credentials by the type of `createClient`.
    flow: profile.token?.prepare(options as never, environment),
    signer: profile.sign?.prepare(options as never, environment),
  }))
  const { flow, signer } = prepared
  const tokens = flow && openTokens(profile, flow, settings)
  const { reply: scheme } = profile
  const calls =
    signer === undefined || scheme === undefined
      ? noCalls(profile)
      : openCalls({
          profile,
          environment: environmentName,
          account: flow?.clientId ?? signer.account ?? '',
          baseUrl: environment.baseUrl,
          signer,
          scheme,
          tokens,
          fetch,
          now,
          timeoutMs,
          audit,
          onEvent,
        })
  return Object.freeze({
    provider: profile.id,
    environment: environmentName,
    baseUrl: environment.baseUrl,
    accessToken: async (call?: { readonly signal?: AbortSignal | undefined }) => {
      if (tokens === undefined)
        throw new TypeError(`${profile.name} gives no access token: its calls carry only a signature`)
      return tokens.get(call)
    },
    // The engine knows services by name; only the caller's view of them is typed by the profile.
    ...(calls as unknown as Pick<Client<P>, 'call' | 'inquire' | 'prepare' | 'fetch'>),
  })
}

const noCalls = (profile: Profile): Calls => {
  const refuse = async (): Promise<never> => {
    throw new TypeError(`The profile of ${profile.name} only gets tokens: it has no "sign" and "reply"`)
  }
  return { call: refuse, inquire: refuse, prepare: refuse, fetch: refuse }
}

const prepareCredentials = <Prepared>(profile: Profile, prepare: () => Prepared): Prepared => {
  try {
    return prepare()
  } catch (error) {
    if (error instanceof TypeError || !(error instanceof Error)) throw error
    const { reason, cause } = factsOfCause(error)
    throw new ProviderError({
      code: 'ERR_PROVIDER_CREDENTIALS',
      provider: profile.id,
      detail: { reason, retryable: false },
      message: `The credentials for ${profile.name} cannot work: ${cause?.message ?? 'reading them failed'}`,
      cause,
    })
  }
}
