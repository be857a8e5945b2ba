import { generateKeyPairSync } from 'node:crypto'
import { createSandbox } from '@x/sandbox'
import { describe, expect, it } from 'vitest'
import { rawRequest } from '../exchange/raw-http.js'
import { ask } from './ask.js'
import { danaDoor } from './dana-door.js'
import type { InputName, Values } from './door.js'
import { doors } from './doors.js'
import { hideHeaders, hideSlots, ownSecretsOf } from './hide-own-secrets.js'
import { reportFacts } from './report-facts.js'
import { samplesWith } from './samples.js'

const now = Date.UTC(2026, 10, 22, 3, 4, 5)
const newKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
const [demoKey, canaryKey, otherKey] = [newKey(), newKey(), newKey()]

/** Somebody's own values; each is found again wherever it turns up, also in a Basic value. */
const canaries: Values = {
  clientId: 'CANARY-ID',
  clientSecret: 'canary/secret+9f2d',
  privateKey: canaryKey,
  apiKey: 'canary-api-key-77c1',
  staticKey: 'canary-static-key-31ab',
  channelId: '95221',
}
const basic = Buffer.from(`${canaries.clientId}:${canaries.clientSecret}`).toString('base64')
const spellings = (input: InputName): readonly string[] => {
  const value = canaries[input]
  // All but the last character, which wrong turns mistype.
  const texts = input === 'privateKey' ? value.split('\n').slice(1, -2) : [value.slice(0, -1)]
  return texts.flatMap((text) => [
    text,
    encodeURIComponent(text),
    Buffer.from(text).toString('base64').slice(0, -4),
  ])
}

const sandbox = createSandbox({ now: () => now })
for (const door of doors.filter(({ id }) => sandbox.providers.some((provider) => provider.id === id)))
  describe(door.name, () => {
    const secrets = [...door.secrets.flatMap(spellings), basic.slice(0, -4), basic.slice(16)]

    for (const turn of door.turns)
      it(`tells no secret after the turn "${turn.id}"`, async () => {
        const asked = await ask({ door, turn, values: canaries, otherKey, sandbox, now: () => now })
        const report = reportFacts(door, turn.id, asked)
          .map((fact) => fact.join(': '))
          .join('\n')
        const own = ownSecretsOf(door, canaries, samplesWith(demoKey))
        expect([...own]).toEqual(door.secrets)
        const hide = (length: number): string => `<${length}>`
        const headers = hideHeaders(asked.request.headers, { door, own, hide })
        const slots = [asked.made, asked.request].flatMap((request) =>
          hideSlots(door.slots(request, asked.values), own, hide),
        )
        const shown = [report, rawRequest(asked.request, headers), ...slots.map(({ text }) => text)].join(
          '\n',
        )
        for (const secret of secrets) expect(shown).not.toContain(secret)

        const { headers: sent } = asked.request
        const token = /[Tt]oken":"([^"]+)"/.exec(asked.response.body ?? '')?.[1]
        for (const value of [sent['x-signature'], sent['authorization'], sent['oauth-signature'], token])
          if (value !== undefined) expect(report).not.toContain(value)
      })

    it('tells what a helpdesk asks for', async () => {
      const [turn] = door.turns
      if (turn === undefined) throw new Error('no turn')
      const asked = await ask({ door, turn, values: canaries, otherKey, sandbox, now: () => now })
      const facts = new Map(reportFacts(door, turn.id, asked))
      expect(facts.get('provider')).toBe(door.name)
      expect(facts.get('sentAt')).toBe('2026-11-22T03:04:05.000Z')
      expect(facts.get('status')).toBe('200')
      if (door.inputs.includes('privateKey'))
        expect(facts.get('keyFingerprint')).toContain(asked.registeredKey)
    })
  })

it('tells which part of the text arrived otherwise than it was signed', async () => {
  const facts = await Promise.all(
    (['none', 'body-changed'] as const).map(async (id) => {
      const turn = danaDoor.turns.find((candidate) => candidate.id === id)
      if (turn === undefined) throw new Error(id)
      const asked = await ask({ door: danaDoor, turn, values: canaries, otherKey, sandbox, now: () => now })
      return new Map(reportFacts(danaDoor, id, asked)).get('differs')
    }),
  )
  expect(facts).toEqual([undefined, 'bodyHash'])
})
