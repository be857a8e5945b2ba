import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeProfile } from '../src/testing/index.js'
import { shippedProfiles } from './shipped-profiles.js'

for (const { profile, fixtures } of shippedProfiles) describeProfile(profile, fixtures, { describe, it })

it('none that is shipped is left out', () => {
  const source = join(import.meta.dirname, '../src')
  const shipped = readdirSync(source).filter((name) => existsSync(join(source, name, 'profile.ts')))
  expect(shippedProfiles.map(({ profile }) => profile.id).sort()).toEqual(shipped.sort())
})
