import { checkProfile } from './define-profile-checks.js'
import type { ExtendedProfile, ProfileDeviations } from './define-profile-deviations.js'
import { extendProfile } from './define-profile-extend.js'
import type { Profile } from './profile.js'

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}

/**
 * Freezes a profile and keeps its literal types, so that environments, credentials and services are checked at compile
 * time. With `extends` it takes another profile's slots and services where yours names no other.
 *
 * `only` names the inherited services that there are. A service merges by name: an entry changes only what it names,
 * `false` takes it out. `token: false` takes the token out. `paths` gives every inherited service another prefix. Your own are id, name, environments and evidence.
 *
 * @throws TypeError for what would be found only much later: a base URL that is none, an unknown or missing member, a
 * path without its slash, services without `sign` and `reply`, an inquiry by a service that is not there, no evidence.
 *
 * @example
 * ```ts
 * import { defineProfile } from '@x/providers'
 * import { snapB2b } from '@x/providers/schemes'
 * import { snapStandard } from '@x/providers/snap-standard'
 *
 * const mine = defineProfile({
 *   extends: snapStandard,
 *   id: 'mine',
 *   name: 'My bank',
 *   environments: { test: { baseUrl: 'https://bank.example' } },
 *   token: snapB2b({ path: '/openapi/v1.0/access-token/b2b' }),
 *   paths: { from: '/v1.0', to: '/openapi/v1.0' },
 *   only: ['balance-inquiry', 'transfer-interbank', 'transfer-status'],
 *   services: { 'transfer-interbank': { path: '/openapi/v2.0/transfer-interbank' } },
 *   evidence: [{ source: 'the PDF of 2026-11-01', checked: '2026-11-22', grade: 'documentation' }],
 * })
 * console.log(mine.services['balance-inquiry'].path) // /openapi/v1.0/balance-inquiry
 * ```
 */
export const defineProfile: DefineProfile = (given: Profile | ProfileDeviations): never => {
  const profile = isDeviation(given) ? extendProfile(given) : given
  checkProfile(profile, ['extends', 'only', 'paths'])
  // The two signatures say what comes out; the implementation serves both.
  return deepFreeze(profile) as never
}

const isDeviation = (given: object): given is ProfileDeviations => Object.hasOwn(Object(given), 'extends')

/** The two ways to write a profile: whole, or as deviations from another. */
export interface DefineProfile {
  <const P extends Profile & { readonly extends?: never }>(profile: P): P
  <const Base extends Profile, const Own extends ProfileDeviations<Base>>(
    deviations: Own & { readonly extends: Base },
  ): ExtendedProfile<Base, Own>
}
