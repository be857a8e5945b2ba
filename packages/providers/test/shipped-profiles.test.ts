import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeProfile } from '../src/testing/index.js'
import { openClient } from '../src/testing/open-client.js'
import { testTokens } from '../src/testing/test-tokens.js'
import { shippedProfiles } from './shipped-profiles.js'

for (const { profile, fixtures } of shippedProfiles) describeProfile(profile, fixtures, { describe, it })

const services = shippedProfiles.flatMap(({ profile, fixtures }) =>
  Object.entries(fixtures.services).map(([service, fixture]) => ({ profile, fixtures, service, fixture })),
)

it.each(services)('$profile.id $service: a broken connection leaves it unknown', async (tried) => {
  const { profile, fixtures, service, fixture } = tried
  const client = openClient(profile, fixtures, {
    at: fixture.at,
    tokens: testTokens(fixture.accessToken ?? ''),
    fetch: () => Promise.reject(new Error('the connection broke')),
  })
  const { externalId, call, withoutAnswer } = fixture
  const reply = await client.call(service, { ...call, ...(externalId !== undefined && { externalId }) })
  expect(reply).toMatchObject({ outcome: 'unknown', problem: 'transport' })
  if (withoutAnswer == null) expect(reply.inquiry).toBeUndefined()
  else
    expect(reply.inquiry).toMatchObject({
      provider: profile.id,
      environment: fixtures.environment,
      of: service,
      ...withoutAnswer,
    })
})

it('none that is shipped is left out', () => {
  const source = join(import.meta.dirname, '../src')
  const shipped = readdirSync(source).filter((name) => existsSync(join(source, name, 'profile.ts')))
  expect(shippedProfiles.map(({ profile }) => profile.id).sort()).toEqual(shipped.sort())
})
