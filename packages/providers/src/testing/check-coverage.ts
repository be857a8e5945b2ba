import type { Profile } from '../profile.js'
import type { ProfileFixtures, ServiceFixture } from './profile-fixtures.js'
import { own, type ProfileProblem } from './profile-problem.js'

/** Whether the fixtures speak of all that the profile has, and of nothing else. */
export const checkCoverage = (
  { token, services = {} }: Profile,
  fixtures: ProfileFixtures,
): readonly ProfileProblem[] => [
  ...(token !== undefined && fixtures.token === undefined
    ? [{ service: undefined, what: 'fixtures', expected: 'the token request', got: 'nothing' }]
    : []),
  ...Object.keys(fixtures.services)
    .filter((name) => own(services, name) === undefined)
    .map((service) => ({ service, what: 'profile', expected: 'a service of this name', got: 'nothing' })),
  ...Object.entries(services).flatMap(([service, { transaction, inquiry }]) => {
    const fixture = own(fixtures.services, service)
    return missing(fixture, {
      transaction: transaction !== undefined,
      inquiry: inquiry !== undefined,
    }).map((expected) => ({ service, what: 'fixtures', expected, got: 'nothing' }))
  }),
]

const missing = (
  fixture: ServiceFixture | undefined,
  rules: { readonly transaction: boolean; readonly inquiry: boolean },
): readonly string[] => {
  if (fixture === undefined) return ['a fixture for this service']
  const { answers, withoutAnswer } = fixture
  const found = {
    answer: answers.length > 0,
    transaction: answers.some(({ expect }) => expect.outcome === 'success'),
    inquiry: Boolean(withoutAnswer) || answers.some(({ expect }) => Boolean(expect.inquiry)),
  }
  return [
    ...(found.answer ? [] : ['an answer']),
    ...(rules.transaction && !found.transaction ? ['an answer that worked, for the transaction rule'] : []),
    ...(rules.inquiry && !found.inquiry ? ["withoutAnswer, or inquiry in one answer's expect"] : []),
  ]
}
