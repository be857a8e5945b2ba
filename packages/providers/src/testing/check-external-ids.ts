import type { ExternalIdRule } from '../external-id.js'
import type { Profile } from '../profile.js'
import { makeCall } from './make-call.js'
import type { ProfileFixtures, ServiceFixture } from './profile-fixtures.js'
import { compare, type Difference } from './profile-problem.js'

const made: Readonly<Record<ExternalIdRule['alphabet'], RegExp>> = {
  digits: /^\d*$/,
  'letters-and-digits': /^(?=.*[A-Za-z])[\dA-Za-z]*$/,
  visible: /^(?=.*[A-Za-z])[\x21-\x7e]*$/,
}

/** The ids that a client makes, and those that it takes, seen from outside. */
export const checkExternalIds = async (
  profile: Profile,
  fixtures: ProfileFixtures,
  { service, fixture }: { readonly service: string; readonly fixture: ServiceFixture },
): Promise<readonly Difference[]> => {
  const { externalIds: rule } = fixtures
  const answer = { status: 500, body: '{}' }
  const { externalId: _, ...anyId } = fixture
  const { reply } = await makeCall(profile, fixtures, { service, fixture: anyId, answer })
  const takes = (externalId: string): Promise<boolean> =>
    makeCall(profile, fixtures, { service, fixture, answer, externalId }).then(
      () => true,
      () => false,
    )
  if (rule === undefined)
    return [...compare('own id', '', reply.externalId), ...compare('takes an id', false, await takes('1'))]
  const { alphabet, length, maximum } = rule
  return [
    ...compare('length of an own id', length, reply.externalId.length),
    ...compare(`own id in ${alphabet}`, true, made[alphabet].test(reply.externalId)),
    ...compare(`takes ${maximum} digits`, true, await takes('1'.repeat(maximum))),
    ...compare(`takes ${maximum + 1} digits`, false, await takes('1'.repeat(maximum + 1))),
    ...compare('takes a letter', alphabet !== 'digits', await takes('a')),
    ...compare('takes a hyphen', alphabet === 'visible', await takes('-')),
  ]
}
