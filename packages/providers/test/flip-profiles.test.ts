import { describe, expect, it } from 'vitest'
import { profileCases } from '../src/testing/profile-cases.js'
import { shippedProfiles } from './shipped-profiles.js'
import type { Flip, ProfileUnderTest } from './testing/flip.js'
import { flipsOf } from './testing/flips-of.js'
import { madeUp, madeUpFixtures } from './testing/made-up-profile.js'
import { prepareOnce } from './testing/prepare-once.js'

const profiles: readonly ProfileUnderTest[] = [
  {
    profile: madeUp,
    fixtures: madeUpFixtures,
    ownCodes: ['ok'],
    unread: [
      'pay: inquiry: blind for the external id',
      'pay: inquiry: blind for the answer',
      'sign: another method',
      'sign: another body',
    ],
  },
  ...shippedProfiles,
]

/** As `checkProfile` does, but no further than to the first problem, and first where it must show. */
const isSeen = async (
  { profile, service, place }: Flip,
  { fixtures }: ProfileUnderTest,
): Promise<boolean> => {
  const rank = (each: { readonly name: string; readonly service: string | undefined }): number =>
    place !== undefined && each.name.startsWith(place) ? 0 : each.service === service ? 1 : 2
  const cases = profileCases(profile, fixtures).toSorted((left, right) => rank(left) - rank(right))
  for (const { run } of cases) if ((await run()).length > 0) return true
  return false
}

const judge = async (tested: ProfileUnderTest) => {
  const [seen, unseen, unread]: [string[], string[], string[]] = [[], [], []]
  for (const flip of flipsOf({ ...tested, profile: prepareOnce(tested.profile) })) {
    const list = (await isSeen(flip, tested)) ? seen : flip.hasEffect?.() === false ? unread : unseen
    list.push(flip.name)
  }
  return { seen, unseen, unread }
}

describe('flipping any one field of a profile turns a test red', () => {
  it.each(profiles.map((tested) => ({ tested, name: tested.profile.name })))(
    '$name',
    async ({ tested }) => {
      for (const { run } of profileCases(tested.profile, tested.fixtures)) expect(await run()).toEqual([])
      const { seen, unseen, unread } = await judge(tested)
      expect(unseen).toEqual([])
      expect(unread.toSorted()).toEqual([...(tested.unread ?? [])].sort())
      expect(seen.length).toBeGreaterThan(100)
    },
    120_000,
  )
})
