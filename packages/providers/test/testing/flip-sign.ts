import type {
  CallSigner,
  CallToSign,
  ExternalIdRule,
  JsonObject,
  Profile,
  SignedCall,
} from '../../src/index.js'
import type { ServiceFixture } from '../../src/testing/index.js'
import { changeText, type Flip, type ProfileUnderTest, watch } from './flip.js'
import { withValue } from './paths.js'

type Prepare = (...given: readonly unknown[]) => CallSigner

/** The prepared signer: what it is given, what it gives, and which ids it takes. */
export const flipSign = (
  { profile, fixtures }: ProfileUnderTest,
  headers: readonly string[],
): readonly Flip[] => {
  if (profile.sign === undefined) return []
  const prepare = profile.sign.prepare as unknown as Prepare
  const wrap = (
    name: string,
    change: (signer: CallSigner, watched: ReturnType<typeof watch>) => CallSigner,
  ): Flip => {
    const watched = watch()
    const changed: Prepare = (...given) => change(prepare(...given), watched)
    return {
      name: `sign: ${name}`,
      profile: withValue<Profile>(profile, ['sign', 'prepare'], changed),
      hasEffect: watched.hasEffect,
    }
  }
  const given = (name: string, edit: (call: CallToSign) => CallToSign): Flip =>
    wrap(name, (signer, { note }) => ({
      ...signer,
      sign: async (call) => {
        const [before, after] = [await signer.sign(call), await signer.sign(edit(call))]
        // What is masked in an audit is not on the wire.
        note({ ...before, secrets: [] }, { ...after, secrets: [] })
        return after
      },
    }))
  const made = (name: string, edit: (signed: SignedCall) => SignedCall): Flip =>
    wrap(name, (signer, { note }) => ({
      ...signer,
      sign: async (call) => {
        const signed = await signer.sign(call)
        return note(signed, edit(signed))
      },
    }))
  const rule = (name: string, edit: (rule: ExternalIdRule) => ExternalIdRule): Flip =>
    wrap(`external id: ${name}`, (signer, { note }) =>
      signer.externalId === undefined
        ? signer
        : { ...signer, externalId: note(signer.externalId, edit(signer.externalId)) },
    )
  const finish = (name: string, edit: (members: Members) => Members): Flip =>
    wrap(`finished body: ${name}`, (signer, { note }) => {
      const { finishBody } = signer
      if (finishBody === undefined) return signer
      return {
        ...signer,
        finishBody: async (...call) => {
          const body = await finishBody(...call)
          return note(body, editedBody(body, edit))
        },
      }
    })
  const requests = Object.values(fixtures.services)
  const { alphabet: own } = fixtures.externalIds ?? {}
  return [
    given('another method', (call) => ({ ...call, method: 'PATCH' })),
    given('another path', (call) => ({ ...call, path: changeText(call.path) })),
    given('another body', (call) => ({ ...call, body: '{"other":"body"}' })),
    given('another token', (call) => ({ ...call, accessToken: `${call.accessToken}x` })),
    given('another external id', (call) => ({ ...call, externalId: changeText(call.externalId) })),
    given('a second later', (call) => ({ ...call, epochMs: call.epochMs + 1_000 })),
    ...headers.flatMap((header) => [
      made(`${header} changed`, (signed) => ({
        ...signed,
        headers: edited(signed.headers, header, changeText),
      })),
      made(`${header} taken out`, (signed) => ({
        ...signed,
        headers: edited(signed.headers, header, () => undefined),
      })),
    ]),
    made('a header added', (signed) => ({ ...signed, headers: { ...signed.headers, 'x-one-more': 'yes' } })),
    ...(requests.some(({ request }) => request.url.includes('?'))
      ? [
          made('the query changed', ({ query = {}, ...signed }) => ({
            ...signed,
            query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, `${value}x`])),
          })),
          made('the query taken out', ({ query: _, ...signed }) => signed),
        ]
      : []),
    made('a query added', (signed) => ({ ...signed, query: { ...signed.query, 'one-more': 'yes' } })),
    ...(own === undefined
      ? []
      : [
          ...(['digits', 'letters-and-digits', 'visible'] as const)
            .filter((alphabet) => alphabet !== own)
            .map((alphabet) => rule(alphabet, (before) => ({ ...before, alphabet }))),
          rule('one longer', (before) => ({ ...before, length: before.length + 1 })),
          rule('one shorter', (before) => ({ ...before, length: before.length - 1 })),
          rule('a larger maximum', (before) => ({ ...before, maximum: before.maximum + 1 })),
          rule('a smaller maximum', (before) => ({ ...before, maximum: before.maximum - 1 })),
        ]),
    wrap('external id: there or not', ({ externalId, ...signer }, { note }) =>
      note(externalId ?? {}, externalId) === undefined
        ? { ...signer, externalId: { alphabet: 'digits', length: 32, maximum: 36 } }
        : signer,
    ),
    ...(requests.some(isFinished)
      ? [
          finish('its first member taken out', (members) => members.slice(1)),
          finish('its last member taken out', (members) => members.slice(0, -1)),
          finish('its order turned', (members) => members.toReversed()),
          finish('a member added', (members) => [...members, ['one-more', 'yes']]),
          wrap('finished body: not finished', ({ finishBody, ...signer }, { note }) => {
            note(finishBody === undefined, true)
            return signer
          }),
        ]
      : []),
  ]
}

type Members = readonly (readonly [string, unknown])[]

/** A body that a scheme wrote itself stays text: its members are those of the object that it shows. */
const editedBody = (body: JsonObject | string, edit: (members: Members) => Members): JsonObject | string => {
  if (typeof body !== 'string') return Object.fromEntries(edit(Object.entries(body)))
  return JSON.stringify(Object.fromEntries(edit(Object.entries(JSON.parse(body)))))
}

/** What goes out is not what the call gave. */
const isFinished = ({ call: { body }, request }: ServiceFixture): boolean =>
  typeof body === 'object' && JSON.stringify(body) !== request.body

/** One entry changed, or taken out where the change gives nothing. */
export const edited = (
  record: Readonly<Record<string, string>>,
  name: string,
  change: (value: string) => string | undefined,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const after = key === name ? change(value) : value
      return after === undefined ? [] : [[key, after]]
    }),
  )
