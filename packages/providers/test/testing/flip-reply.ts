import type { CallAnswer, Profile, Reading } from '../../src/index.js'
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
  const answers = Object.entries(fixtures.services).flatMap(([service, { kind, answers: all }]) =>
    all
      // Where no object came, the client decides and not the scheme.
      .filter(({ body }) => isObject(body))
      .map(({ status, expect }) => ({ service, kind, status, ...expect })),
  )
  const seen = new Map(answers.map((answer) => [`${answer.kind} ${answer.status} ${answer.code}`, answer]))
  return [
    ...[...seen].flatMap(([name, { kind, status, code, outcome, service }]) => {
      const applies = (answer: CallAnswer, reading: Reading): boolean =>
        answer.kind === kind && answer.status === status && reading.code?.value === code
      return [
        ...outcomes
          .filter((other) => other !== outcome)
          .map((other) =>
            wrap(`${name} is ${other}`, applies, (reading) => ({ ...reading, outcome: other })),
          ),
        wrap(`${name} has no code`, applies, (reading) => ({ ...reading, code: undefined })),
        wrap(`${name} says not-found or not`, applies, toggleNotFound),
        // Only a refusal can be of a token.
        ...(outcome === 'rejected' ? [wrap(`${name} blames the token or not`, applies, toggleToken)] : []),
        wrap(`${name} hands out the wrapping`, applies, ({ body: _, ...reading }) => reading),
      ].map((flip) => ({ ...flip, service }))
    }),
    ...ownCodes.flatMap((key) => {
      const pattern = new RegExp(`^${key.replace('xx', '..')}$`)
      const applies = (_: CallAnswer, { code }: Reading): boolean => pattern.test(code?.value ?? '')
      return [
        wrap(`${key} otherwise in English`, applies, (reading) => say(reading, 'english')),
        wrap(`${key} otherwise in Indonesian`, applies, (reading) => say(reading, 'indonesian')),
        wrap(`${key} is pending`, applies, (reading) => ({
          ...reading,
          outcome: reading.outcome === 'pending' ? 'success' : 'pending',
        })),
      ].map((flip) => ({ ...flip, hasEffect: () => true }))
    }),
  ]
}

const toggleToken: Edit = (reading) => ({ ...reading, tokenRejected: !reading.tokenRejected })

const toggleNotFound: Edit = ({ transaction, ...reading }) =>
  transaction === undefined ? { ...reading, transaction: 'not-found' } : reading

const say = (reading: Reading, language: 'english' | 'indonesian'): Reading => ({
  ...reading,
  meaning: { english: '', indonesian: '', ...reading.meaning, [language]: 'Something else.' },
})

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
