import type { JsonObject } from './json.js'
import type { ReplyScheme } from './reply-scheme.js'
import type { Service } from './service.js'
import type { SignScheme } from './sign-scheme.js'
import type { TokenScheme } from './token-scheme.js'

/**
 * What a provider is: data, and the schemes it imports.
 *
 * A profile holds no credential and no state, so one frozen value serves every client in a process.
 */
export interface Profile {
  /** Lower-case, stable; part of cache keys and events. */
  readonly id: string
  readonly name: string
  readonly environments: Readonly<Record<string, Environment>>
  /** Absent where a provider's calls carry a signature and no token. */
  readonly token?: TokenScheme<never>
  /** How calls are signed; with `reply` and `services`, or not at all where a profile only gives tokens. */
  readonly sign?: SignScheme<never>
  readonly reply?: ReplyScheme
  readonly services?: Readonly<Record<string, Service>>
  readonly evidence: readonly [Evidence, ...Evidence[]]
}

/**
 * A profile with its names, credentials and services spelled out; what each provider's constant is annotated with.
 *
 * `Services` is a type alias, not an interface: only that may be read as a record.
 */
export interface ProfileOf<
  Name extends string,
  Credentials extends object,
  Services extends Readonly<Record<string, Service>>,
> extends Profile {
  readonly environments: Readonly<Record<Name, Environment>>
  readonly sign: SignScheme<Credentials>
  readonly reply: ReplyScheme
  readonly services: Services
}

/** One set of servers. Keys and clients of one environment mean nothing to another. */
export interface Environment {
  /** Absent where the provider tells it at onboarding: the client then requires the `baseUrl` option. */
  readonly baseUrl?: string
  /** Smallest RSA modulus in bits that this environment takes; 2048 unless it says otherwise. */
  readonly minimumKeyBits?: number
}

/** Where a fact comes from, so that nobody has to trust a guess. */
export interface Evidence {
  readonly source: string
  /** The day it was read, `yyyy-mm-dd`. */
  readonly checked: string
  /** `documentation`: the provider's page. `sdk`: its published code. `third-party`: others who run against it. */
  readonly grade: 'documentation' | 'sdk' | 'third-party'
}

/** What a client of this profile must be given: what its token scheme and its signatures need. */
export type CredentialsOf<P extends Profile> = (P extends { readonly sign: SignScheme<infer Sign> }
  ? Sign
  : unknown) &
  (P extends { readonly token: TokenScheme<infer Token> } ? Token : unknown)

/** The names of a profile's environments. */
export type EnvironmentOf<P extends Profile> = keyof P['environments'] & string

/** The names of a profile's services. */
export type ServiceNameOf<P extends Profile> = keyof NonNullable<P['services']> & string

type TypesOf<S> =
  S extends Service<infer Body, infer Answer>
    ? { readonly body: Or<BodyOfMethod<S>, Body>; readonly answer: Or<JsonObject, Answer> }
    : { readonly body: JsonObject; readonly answer: JsonObject }

/** A service that names no types takes and gives any JSON object; a GET takes none. */
type Or<Other, T> = unknown extends T ? Other : [T] extends [never] ? Other : T
type BodyOfMethod<S> = S extends { readonly method: 'GET' } ? undefined : JsonObject

/** The body that a service takes; `undefined` for a service without one. */
export type BodyOf<P extends Profile, Name extends ServiceNameOf<P>> = TypesOf<
  NonNullable<P['services']>[Name]
>['body']

/** The answer that a service gives when the call worked. */
export type AnswerOf<P extends Profile, Name extends ServiceNameOf<P>> = TypesOf<
  NonNullable<P['services']>[Name]
>['answer']
