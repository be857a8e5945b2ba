import { bni } from '@x/providers/bni'
import { bniSnap } from '@x/providers/bni-snap'
import { describe, expect, it } from 'vitest'
import { fixtures as bniSnapFixtures } from '../bni-snap/fixtures.js'
import { drive, expected, serviceOf } from './drive.js'
import { fixtures as bniFixtures } from './fixtures.js'

describe.each([
  [bni, bniFixtures],
  [bniSnap, bniSnapFixtures],
] as const)('$name', (profile, fixtures) => {
  it('is who it says, with a fixture for each service', () => {
    const { id, name, environments, evidence } = profile
    const { flows, ...identity } = fixtures.identity
    expect({ id, name, environments, evidence }).toEqual(identity)
    expect({ token: profile.token?.flow, sign: profile.sign.flow }).toEqual(flows)
    expect(Object.keys(profile.services)).toEqual(Object.keys(fixtures.services))
    for (const [name, { kind, code }] of Object.entries(profile.services))
      expect({ kind, code }).toEqual({
        kind: serviceOf(fixtures, name).kind,
        code: serviceOf(fixtures, name).code,
      })
  })

  describe.each(Object.keys(fixtures.services))('%s', (name) => {
    const { request, answers, withoutAnswer } = serviceOf(fixtures, name)

    it('goes out as the page has it', async () => {
      const { requests } = await drive(profile, fixtures, name, { status: 200, body: '{}' })
      expect(requests).toEqual([request])
    })

    it.each(answers)('HTTP $status with $body', async ({ expect: want, ...answer }) => {
      const { requests, reply } = await drive(profile, fixtures, name, answer)
      expect(requests).toHaveLength(1)
      expect(reply).toMatchObject(expected(want, { name, of: profile }))
      expect(reply.code?.value).toBe(want.code)
    })

    it('without an answer it is unknown, and says how to ask', async () => {
      const { reply } = await drive(profile, fixtures, name, undefined)
      expect(reply).toMatchObject({ outcome: 'unknown', problem: 'transport' })
      if (withoutAnswer == null) expect(reply.inquiry).toBeUndefined()
      else expect(reply.inquiry).toMatchObject(withoutAnswer)
    })
  })
})
