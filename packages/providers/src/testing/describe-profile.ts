import type { Profile } from '../profile.js'
import { profileCases } from './profile-cases.js'
import type { ProfileFixtures } from './profile-fixtures.js'
import type { ProfileProblem } from './profile-problem.js'

/** What this package needs of a test runner: Vitest, Jest, Mocha and `node:test` all have it. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown
  readonly it: (name: string, test: () => Promise<void>) => unknown
}

/**
 * Defines one test for each service and literal answer of a profile's fixtures.
 *
 * @throws TypeError where `describe` or `it` is no function.
 */
export const describeProfile = (
  profile: Profile,
  fixtures: ProfileFixtures,
  { describe, it }: TestRunner,
): void => {
  for (const [name, value] of Object.entries({ describe, it }))
    if (typeof value !== 'function') throw new TypeError(`"${name}" must be a function, got ${typeof value}`)
  describe(profile.name, () => {
    for (const { name, run } of profileCases(profile, fixtures))
      it(name, async () => {
        const problems = await run()
        if (problems.length > 0) throw new Error(problems.map(sentence).join('\n'))
      })
  })
}

const sentence = ({ service, what, expected, got }: ProfileProblem): string =>
  `${service === undefined ? '' : `${service}: `}${what}: expected ${expected}, got ${got}`
