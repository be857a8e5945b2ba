import type { Profile } from '../profile.js'
import { profileCases } from './profile-cases.js'
import type { ProfileFixtures } from './profile-fixtures.js'
import type { ProfileProblem } from './profile-problem.js'

/**
 * Lists every difference between what a profile does and what its fixtures say; empty where there is none.
 *
 * Each service is called through `createClient` with a clock that stands still and a `fetch` that answers literally:
 * nothing goes over a network. What it lists shows the fixtures' credentials, which are for tests.
 *
 * @throws TypeError where `fixtures` is no object with `identity` and `services`.
 *
 * @see packages/providers/README.md, "Testing a profile", for an example
 */
export const checkProfile = async (
  profile: Profile,
  fixtures: ProfileFixtures,
): Promise<readonly ProfileProblem[]> => {
  const problems: ProfileProblem[] = []
  for (const { run } of profileCases(profile, fixtures)) problems.push(...(await run()))
  return problems
}
