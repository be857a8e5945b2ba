import type { InquiryPlan, JsonObject, Transaction } from '../../src/index.js'
import type { ExpectedInquiry, ServiceFixture } from '../../src/testing/index.js'
import { changeText, type Flip, type ProfileUnderTest, watch } from './flip.js'
import { withValue } from './paths.js'

const transactions: readonly Transaction[] = [
  'paid',
  'pending',
  'failed',
  'refunded',
  'cancelled',
  'not-found',
  'unknown',
]

type Rule<Given, Result> = (given: Given) => Result

/** The rules of each service, answering something else. */
export const flipRules = ({ profile, fixtures }: ProfileUnderTest): readonly Flip[] =>
  Object.entries(profile.services ?? {}).flatMap(([service, { transaction, inquiry }]) => {
    const wrap = (slot: string, name: string, rule: (watched: ReturnType<typeof watch>) => unknown): Flip => {
      const watched = watch()
      const path = ['services', service, slot]
      return {
        name: `${service}: ${slot}: ${name}`,
        service,
        profile: withValue(profile, path, rule(watched)),
        hasEffect: watched.hasEffect,
      }
    }
    const fixture = fixtures.services[service]
    const answers = (fixture?.answers ?? []).map(({ body }) => readObject(body))
    return [
      ...(transaction === undefined
        ? []
        : flipTransaction(transaction as Rule<JsonObject, Transaction>, { wrap, answers })),
      ...(inquiry === undefined
        ? []
        : flipInquiry(inquiry as Rule<Asked, InquiryPlan | undefined>, {
            wrap,
            plans: fixture === undefined ? [] : plansOf(fixture),
          })),
    ]
  })

type Wrap = (slot: string, name: string, rule: (watched: ReturnType<typeof watch>) => unknown) => Flip

/** What shows whether a rule looks at the answer at all. */
const probes: readonly JsonObject[] = [
  {},
  ...['00', '01', '02', '03', '04', '05', '06', '07', '08', '09'].map((status) => ({
    latestTransactionStatus: status,
  })),
]

const flipTransaction = (
  rule: Rule<JsonObject, Transaction>,
  { wrap, answers }: { readonly wrap: Wrap; readonly answers: readonly JsonObject[] },
): readonly Flip[] => {
  const said = new Set([...probes, ...answers].map((answer) => attempt(() => rule(answer))))
  return [
    ...[...transactions, undefined]
      // Replacing a rule that always says one word by that word is no flip; nothing said is `unknown` to the client.
      .filter((state) => said.size > 1 || !said.has(state ?? 'unknown'))
      .map((state) => ({
        ...wrap('transaction', `always ${state}`, () => () => state),
        hasEffect: () => true,
      })),
    wrap('transaction', 'each state is another', ({ note }) => (answer: JsonObject) => {
      const state = rule(answer)
      return note(state, state === 'paid' ? 'failed' : 'paid')
    }),
  ]
}

interface Asked {
  readonly body: JsonObject
  readonly answer: JsonObject | undefined
  readonly externalId: string
}

const flipInquiry = (
  rule: Rule<Asked, InquiryPlan | undefined>,
  { wrap, plans }: { readonly wrap: Wrap; readonly plans: readonly ExpectedInquiry[] },
): readonly Flip[] => {
  const change = (name: string, edit: (plan: InquiryPlan) => InquiryPlan | undefined): Flip =>
    wrap('inquiry', name, ({ note }) => (asked: Asked) => {
      const plan = rule(asked)
      return plan && note(plan, edit(plan))
    })
  const when = (name: string, isSo: (asked: Asked) => boolean): Flip =>
    wrap('inquiry', name, ({ note }) => (asked: Asked) => {
      const plan = rule(asked)
      return isSo(asked) ? note(plan, undefined) : plan
    })
  const hide = (name: string, edit: (asked: Asked) => Asked): Flip =>
    wrap(
      'inquiry',
      name,
      ({ note }) =>
        (asked: Asked) =>
          note(
            attempt(() => rule(asked)),
            attempt(() => rule(edit(asked))),
          ),
    )
  return [
    when('never', () => true),
    when('none when no answer came', ({ answer }) => answer === undefined),
    wrap('inquiry', 'none when an answer came', ({ note }) => (asked: Asked) => {
      if (asked.answer === undefined) return rule(asked)
      // The client then asks as if nothing had come.
      note(
        rule(asked),
        attempt(() => rule({ ...asked, answer: undefined })),
      )
      return undefined
    }),
    change('another service', (plan) => ({ ...plan, service: `${plan.service}-2` })),
    change('the other how', (plan) => ({ ...plan, how: plan.how === 'repeat' ? 'status' : 'repeat' })),
    ...(plans.some(({ undecided }) => undecided !== undefined)
      ? [change('all decides', ({ undecided: _, ...plan }) => plan)]
      : []),
    change('paid decides not', (plan) => ({
      ...plan,
      undecided: plan.undecided?.includes('paid') === true ? [] : ['paid'],
    })),
    change('an empty body', (plan) => ({ ...plan, body: {} })),
    ...membersOf(plans).map((member) =>
      change(`${member} in the body`, (plan) => ({
        ...plan,
        body: Object.fromEntries(
          Object.entries(plan.body).map(([name, value]) => [
            name,
            name === member ? otherThan(value) : value,
          ]),
        ),
      })),
    ),
    change('one more member of the body', (plan) => ({ ...plan, body: { ...plan.body, 'one-more': 'yes' } })),
    hide('blind for the external id', (asked) => ({ ...asked, externalId: 'another' })),
    hide('blind for the answer', (asked) => ({ ...asked, answer: asked.answer && {} })),
  ]
}

const otherThan = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' ? changeText(value) : 'x'

/** What no fixture has is a difference before anything is flipped. */
const plansOf = ({ answers, withoutAnswer }: ServiceFixture): readonly ExpectedInquiry[] =>
  [withoutAnswer, ...answers.map(({ expect }) => expect.inquiry)].filter((plan) => plan != null)

const membersOf = (plans: readonly ExpectedInquiry[]): readonly string[] => [
  ...new Set(plans.flatMap(({ body }) => Object.keys(body))),
]

const attempt = <T>(make: () => T): T | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}

const readObject = (text: string): JsonObject => {
  const value: unknown = attempt(() => JSON.parse(text))
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
