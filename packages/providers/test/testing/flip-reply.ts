import type { CallAnswer, JsonObject, Profile, Reading } from '../../src/index.js'
import { type Flip, type ProfileUnderTest, watch } from './flip.js'
import { withValue } from './paths.js'

type Edit = (reading: Reading) => Reading

const outcomes = ['success', 'pending', 'rejected', 'unknown'] as const

/** Each answer of the fixtures and each code of the provider's own, read as something else. */
export const flipReply = ({ profile, fixtures, ownCodes = [] }: ProfileUnderTest): readonly Flip[] => {
  const { reply } = profile
  if (reply === undefined) return []
  const wrap = (
    name: string,
    applies: (answer: CallAnswer, reading: Reading) => boolean,
    edit: Edit,
  ): Flip => {
    const { note, hasEffect } = watch()
    const read = (answer: CallAnswer): Reading => {
      const reading = reply.read(answer)
      return applies(answer, reading) ? note(reading, edit(reading)) : reading
    }
    return {
      name: `reply: ${name}`,
      profile: withValue<Profile>(profile, ['reply', 'read'], read),
      hasEffect,
    }
  }
  const answers = Object.entries(fixtures.services).flatMap(([service, { kind, code, answers: all }]) =>
    all.flatMap(({ status, body: text, expect }, index) => {
      const body = readObject(text)
      // Where no object came, the client decides and not the scheme.
      if (body === undefined) return []
      const reading = reply.read({ status, body, kind, service: code, resent: false })
      return [{ service, kind, status, reading, expect, place: `${service}: answer ${index + 1},` }]
    }),
  )
  const seen = new Map(
    answers.map((answer) => [`${answer.kind} ${answer.status} ${answer.expect.code}`, answer]),
  )
  return [
    ...[...seen].flatMap(([name, { kind, status, reading, expect, service, place }]) => {
      const applies = (answer: CallAnswer, { code }: Reading): boolean =>
        answer.kind === kind && answer.status === status && code?.value === expect.code
      return [
        ...outcomes
          .filter((other) => other !== expect.outcome)
          .map((other) => wrap(`${name} is ${other}`, applies, (before) => ({ ...before, outcome: other }))),
        ...(reading.code === undefined
          ? []
          : [wrap(`${name} has no code`, applies, (before) => ({ ...before, code: undefined }))]),
        wrap(`${name} says not-found or not`, applies, toggleNotFound),
        // Only a refusal can be of a token.
        ...(expect.outcome === 'rejected'
          ? [wrap(`${name} blames the token or not`, applies, toggleToken)]
          : []),
      ].map((flip) => ({ ...flip, service, place }))
    }),
    ...(answers.some(({ reading }) => reading.body !== undefined)
      ? [
          wrap(
            'hands out the wrapping',
            () => true,
            ({ body: _, ...reading }) => reading,
          ),
        ]
      : []),
    ...ownCodes.flatMap((key) => {
      const pattern = new RegExp(`^${key.replace('xx', '..')}$`)
      const applies = (_: CallAnswer, { code }: Reading): boolean => pattern.test(code?.value ?? '')
      const first = answers.find(({ expect }) => pattern.test(expect.code ?? '') && expect.english)
      return [
        wrap(`${key} otherwise in English`, applies, (reading) => say(reading, 'english')),
        wrap(`${key} otherwise in Indonesian`, applies, (reading) => say(reading, 'indonesian')),
        wrap(`${key} is pending`, applies, (reading) => ({
          ...reading,
          outcome: reading.outcome === 'pending' ? 'success' : 'pending',
        })),
        // A code that no fixture answers is one that nobody looks at, and not one without effect.
      ].map((flip) => ({ ...flip, hasEffect: () => true, service: first?.service, place: first?.place }))
    }),
  ]
}

const toggleToken: Edit = (reading) => ({ ...reading, tokenRejected: !reading.tokenRejected })

const toggleNotFound: Edit = ({ transaction, ...reading }) =>
  transaction === 'not-found' ? reading : { ...reading, transaction: 'not-found' }

const say = (reading: Reading, language: 'english' | 'indonesian'): Reading => ({
  ...reading,
  meaning: { english: '', indonesian: '', ...reading.meaning, [language]: 'Something else.' },
})

const readObject = (text: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
