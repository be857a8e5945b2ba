import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { profileCases } from '../src/testing/profile-cases.js'
import type { Flip, ProfileUnderTest } from './testing/flip.js'
import { flipsOf } from './testing/flips-of.js'
import { madeUp, madeUpFixtures } from './testing/made-up-profile.js'

const profiles: readonly ProfileUnderTest[] = [
  { profile: madeUp, fixtures: madeUpFixtures, ownCodes: ['ok'] },
]

/** Shipped, and not yet with fixtures. */
const waiting: readonly string[] = ['bni', 'nicepay']

/** As `checkProfile` does, but no further than to the first problem, and first where it must show. */
const isSeen = async ({ profile, service }: Flip, { fixtures }: ProfileUnderTest): Promise<boolean> => {
  const cases = profileCases(profile, fixtures)
  const near = cases.filter((each) => service === undefined || each.service === service)
  const far = cases.filter((each) => !near.includes(each))
  for (const { run } of [...near, ...far]) if ((await run()).length > 0) return true
  return false
}

const judge = async (tested: ProfileUnderTest) => {
  const [seen, unseen, without]: [string[], string[], string[]] = [[], [], []]
  for (const flip of flipsOf(tested)) {
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
      expect(unseen).toEqual([])
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
