import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nicepayCodes } from '../src/nicepay/codes.js'
import { nicepay } from '../src/nicepay/index.js'
import { profileCases } from '../src/testing/profile-cases.js'
import { fixtures as nicepayFixtures } from './nicepay/fixtures.js'
import type { Flip, ProfileUnderTest } from './testing/flip.js'
import { flipsOf } from './testing/flips-of.js'
import { madeUp, madeUpFixtures } from './testing/made-up-profile.js'
import { prepareOnce } from './testing/prepare-once.js'

const profiles: readonly ProfileUnderTest[] = [
  { profile: madeUp, fixtures: madeUpFixtures, ownCodes: ['ok'] },
  {
    profile: nicepay,
    fixtures: nicepayFixtures,
    ownCodes: Object.keys(nicepayCodes),
    gaps: [
      'reply: 404xx11 otherwise in English',
      'reply: 404xx13 otherwise in English',
      'reply: 404xx18 otherwise in English',
      'reply: 404xx19 otherwise in English',
      'token: no lifetime',
    ],
  },
]

/** Shipped, and not yet with fixtures. */
const waiting: readonly string[] = ['bni']

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
  const [seen, unseen, without]: [string[], string[], string[]] = [[], [], []]
  for (const flip of flipsOf({ ...tested, profile: prepareOnce(tested.profile) })) {
    const list = (await isSeen(flip, tested)) ? seen : flip.hasEffect?.() === false ? without : unseen
    list.push(flip.name)
  }
  return { seen, unseen, without }
}

describe('flipping any one field of a profile turns a test red', () => {
  it.each(profiles.map((tested) => ({ tested, name: tested.profile.name })))(
    '$name',
    async ({ tested, name }) => {
      for (const { run } of profileCases(tested.profile, tested.fixtures)) expect(await run()).toEqual([])
      const { seen, unseen, without } = await judge(tested)
      process.stdout.write(
        `${name}: ${seen.length} flips seen; ${without.length} change nothing: ${without.join(', ')}\n`,
      )
      expect(unseen).toEqual(tested.gaps ?? [])
      expect(seen.length).toBeGreaterThan(50)
    },
    120_000,
  )

  it('is tried with every profile that is shipped', () => {
    const source = join(import.meta.dirname, '../src')
    const shipped = readdirSync(source).filter((name) => existsSync(join(source, name, 'profile.ts')))
    const tried = profiles.map(({ profile }) => profile.id).filter((id) => id !== madeUp.id)
    expect([...tried, ...waiting].sort()).toEqual(shipped.sort())
  })
})
