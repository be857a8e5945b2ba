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
  readonly evidence: readonly [Evidence, ...Evidence[]]
}

/** A profile with its environment names and credentials spelled out; what each provider's constant is annotated with. */
export interface ProfileOf<Name extends string, Credentials extends object> extends Profile {
  readonly environments: Readonly<Record<Name, Environment>>
  readonly token: TokenScheme<Credentials>
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

/** What a client of this profile must be given: the credentials of its token scheme. */
export type CredentialsOf<P extends Profile> =
  P['token'] extends TokenScheme<infer Credentials> ? Credentials : object

/** The names of a profile's environments. */
export type EnvironmentOf<P extends Profile> = keyof P['environments'] & string
