import type { Environment, Evidence, Profile } from './profile.js'
import type { ReplyScheme } from './reply-scheme.js'
import type { Service } from './service.js'
import type { SignScheme } from './sign-scheme.js'
import type { TokenScheme } from './token-scheme.js'

type ServicesOf<P> = P extends { readonly services: infer Services } ? Services : Record<never, never>

/** A service by its inherited name: what changes, or `false` to take it out. */
type ServiceDeviations<Base> = {
  readonly [Name in keyof ServicesOf<Base>]?: Partial<ServicesOf<Base>[Name]> | false
}

/** What differs from the profile that is extended. */
export interface ProfileDeviations<Base = Profile> {
  readonly extends: Profile
  readonly id: string
  readonly name: string
  readonly environments: Readonly<Record<string, Environment>>
  /** `false` where calls carry a signature and no token. */
  readonly token?: TokenScheme<never> | false
  readonly sign?: SignScheme<never>
  readonly reply?: ReplyScheme
  /** The inherited services that the provider has. Default: all of them. */
  readonly only?: readonly (keyof ServicesOf<Base> & string)[]
  /** Another prefix for every inherited service's path, which is signed: `{ from: '/v1.0', to: '/openapi/v1.0' }`. */
  readonly paths?: { readonly from: `/${string}`; readonly to: `/${string}` | '' }
  readonly services?: ServiceDeviations<Base> & Readonly<Record<string, Service | Partial<Service> | false>>
  readonly evidence: readonly [Evidence, ...Evidence[]]
}

type Slot<Name extends string, Base, Own> =
  Own extends Readonly<Record<Name, infer Mine>>
    ? Mine extends false
      ? unknown
      : Readonly<Record<Name, Mine>>
    : Base extends Readonly<Record<Name, infer Theirs>>
      ? Readonly<Record<Name, Theirs>>
      : unknown

type Inherited<Base, Own> = Own extends { readonly only: readonly (infer Name)[] }
  ? Name & keyof ServicesOf<Base>
  : keyof ServicesOf<Base>

type NamesLeft<Base, Own> =
  | Exclude<Inherited<Base, Own>, keyof ServicesOf<Own>>
  | {
      [Name in keyof ServicesOf<Own>]: ServicesOf<Own>[Name] extends false ? never : Name
    }[keyof ServicesOf<Own>]

/** A whole entry is typed as it is written, a part of one as the one it changes. */
type MergedServices<Base, Own> = {
  readonly [Name in NamesLeft<Base, Own> & string]: Name extends keyof ServicesOf<Own>
    ? ServicesOf<Own>[Name] extends Service
      ? ServicesOf<Own>[Name]
      : Name extends keyof ServicesOf<Base>
        ? ServicesOf<Base>[Name]
        : ServicesOf<Own>[Name]
    : Name extends keyof ServicesOf<Base>
      ? ServicesOf<Base>[Name]
      : never
}

/** What comes out of `defineProfile({ extends: … })`. */
export type ExtendedProfile<Base extends Profile, Own extends ProfileDeviations<Base>> = Omit<
  Profile,
  'environments' | 'token' | 'sign' | 'reply' | 'services'
> & { readonly environments: Own['environments'] } & Slot<'token', Base, Own> &
  Slot<'sign', Base, Own> &
  Slot<'reply', Base, Own> & { readonly services: MergedServices<Base, Own> }
