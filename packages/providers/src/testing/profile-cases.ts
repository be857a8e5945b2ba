import type { Profile } from '../profile.js'
import { checkAnswer } from './check-answer.js'
import { checkCoverage } from './check-coverage.js'
import { checkExternalIds } from './check-external-ids.js'
import { checkIdentity } from './check-identity.js'
import { checkInquiry } from './check-inquiry.js'
import { checkToken } from './check-token.js'
import { makeCall, noAnswer } from './make-call.js'
import type { ProfileFixtures, ServiceFixture } from './profile-fixtures.js'
import { at, compare, type Difference, own, type ProfileProblem } from './profile-problem.js'

/** One thing that is looked at, for any test runner. */
export interface ProfileCase {
  /** The end of a sentence that starts with "it". */
  readonly name: string
  readonly service: string | undefined
  readonly run: () => Promise<readonly ProfileProblem[]>
}

/** @throws TypeError where `fixtures` is no object with `identity` and `services` */
export const profileCases = (profile: Profile, fixtures: ProfileFixtures): readonly ProfileCase[] => {
  for (const name of ['identity', 'services'] as const)
    if (!isObject(fixtures) || !isObject(fixtures[name]))
      throw new TypeError(`"fixtures" must be an object with "identity" and "services", and has no ${name}`)
  return [...profileOnly(profile, fixtures), ...servicesOf(profile, fixtures)]
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const profileOnly = (profile: Profile, fixtures: ProfileFixtures): readonly ProfileCase[] => [
  caseOf({ name: 'says what its pages say', run: async () => checkIdentity(profile, fixtures.identity) }),
  {
    name: 'has a fixture for each service, and a service for each fixture',
    service: undefined,
    run: async () => checkCoverage(profile, fixtures),
  },
  ...tokenCases(profile, fixtures),
]

const servicesOf = (profile: Profile, fixtures: ProfileFixtures): readonly ProfileCase[] =>
  Object.entries(fixtures.services)
    // One that the profile lacks is told above.
    .filter(([service]) => own(profile.services ?? {}, service) !== undefined)
    .flatMap(([service, fixture], index) => [
      ...(index === 0 ? [externalIdCase(profile, fixtures, { service, fixture })] : []),
      ...serviceCases(profile, fixtures, { service, fixture }),
    ])

const tokenCases = (profile: Profile, fixtures: ProfileFixtures): readonly ProfileCase[] => {
  const { token } = fixtures
  return (token?.answers ?? []).map((answer, index) =>
    caseOf({
      name: `gets a token: answer ${index + 1}, HTTP ${answer.status}`,
      place: `token answer ${index + 1}`,
      run: async () => (token === undefined ? [] : checkToken(profile, fixtures, { token, answer })),
    }),
  )
}

interface NamedFixture {
  readonly service: string
  readonly fixture: ServiceFixture
}

const externalIdCase = (profile: Profile, fixtures: ProfileFixtures, named: NamedFixture): ProfileCase =>
  caseOf({
    name: 'makes and takes the ids that the provider takes',
    place: 'X-EXTERNAL-ID',
    run: () => checkExternalIds(profile, fixtures, named),
  })

const serviceCases = (
  profile: Profile,
  fixtures: ProfileFixtures,
  { service, fixture }: NamedFixture,
): readonly ProfileCase[] => [
  caseOf({
    name: `${service}: is what its page says`,
    service,
    run: async () => {
      const { code, kind } = own(profile.services ?? {}, service) ?? {}
      return [...compare('code', fixture.code, code), ...compare('kind', fixture.kind, kind)]
    },
  }),
  ...fixture.answers.map((answer, index) =>
    caseOf({
      name: `${service}: answer ${index + 1}, HTTP ${answer.status} ${answer.expect.code ?? ''}`.trim(),
      service,
      place: `answer ${index + 1}`,
      run: () => checkAnswer(profile, fixtures, { service, fixture, answer, expect: answer.expect }),
    }),
  ),
  caseOf({
    name: `${service}: no answer`,
    service,
    place: 'no answer',
    run: async () => {
      const { inquire, reply } = await makeCall(profile, fixtures, { service, fixture, answer: noAnswer })
      return checkInquiry({ inquire, reply, expected: fixture.withoutAnswer })
    },
  }),
]

/** What throws is a problem like any other, so that one service's mistake hides none of another's. */
const caseOf = ({
  name,
  service,
  place,
  run,
}: {
  readonly name: string
  readonly service?: string
  readonly place?: string
  readonly run: () => Promise<readonly Difference[]>
}): ProfileCase => ({
  name,
  service,
  run: async () => {
    const differences = await run().catch((error: unknown) => [
      { what: 'call', expected: 'an answer', got: String(error) },
    ])
    return (place === undefined ? differences : at(place, differences)).map((difference) => ({
      service,
      ...difference,
    }))
  },
})
