import type { Profile } from '../profile.js'
import type { ProfileIdentity } from './profile-fixtures.js'
import { compare, compareEntries, type Difference } from './profile-problem.js'

/** What a profile says about itself, against what its pages say. */
export const checkIdentity = (profile: Profile, identity: ProfileIdentity): readonly Difference[] => [
  ...compare('id', identity.id, profile.id),
  ...compare('name', identity.name, profile.name),
  ...compareEntries('environment', identity.environments, profile.environments),
  ...compare('token flow', identity.flows.token, profile.token?.flow),
  ...compare('sign flow', identity.flows.sign, profile.sign?.flow),
  ...compareEntries('evidence', { ...identity.evidence }, { ...profile.evidence }),
]
