import { describe, expect, it } from 'vitest'
import type { Profile } from '../../src/index.js'
import { checkProfile, describeProfile, type ProfileFixtures } from '../../src/testing/index.js'
import { madeUp, madeUpFixtures } from './made-up-profile.js'
import { atPath, leavesOf, withValue } from './paths.js'

const problemsOf = async (profile: Profile, fixtures: ProfileFixtures): Promise<readonly string[]> =>
  (await checkProfile(profile, fixtures)).map(
    ({ service = 'profile', what, expected, got }) => `${service}: ${what}: ${expected} | ${got}`,
  )

describe('checkProfile', () => {
  it('finds nothing where all agree', async () => {
    expect(await checkProfile(madeUp, madeUpFixtures)).toEqual([])
  })

  // A citation, and what the server says: nothing that the profile must do.
  const isGiven = (path: string): boolean => /\.source$|\.answers\.\d+\.(?:status|body)$/.test(path)

  const fields = leavesOf(madeUpFixtures).filter((path) => !isGiven(path.join('.')))

  it('has fields to change', () => {
    expect(fields.length).toBeGreaterThan(80)
  })

  it.each(fields.map((path) => ({ path, name: path.join('.') })))('sees $name changed', async ({ path }) => {
    const value = atPath(madeUpFixtures, path)
    const changed = typeof value === 'string' ? changeText(path, value) : Number(value ?? 0) + 1
    const other = typeof value === 'boolean' ? !value : changed
    expect(await problemsOf(madeUp, withValue(madeUpFixtures, path, other))).not.toEqual([])
  })

  it.each([
    ['identity.id', 'other', 'profile: id: "other" | "made-up"'],
    [
      'identity.environments.live.baseUrl',
      'https://x.example',
      'profile: environment live: {"baseUrl":"https://x.example"} | {}',
    ],
    ['identity.evidence.0.checked', '2026-11-20', 'profile: evidence 0: '],
    ['identity.flows.sign', 'HMAC', 'profile: sign flow: "HMAC" | "plain mark"'],
    ['externalIds.maximum', 25, 'profile: X-EXTERNAL-ID: takes 25 digits: true | false'],
    ['externalIds.maximum', 23, 'profile: X-EXTERNAL-ID: takes 24 digits: false | true'],
    ['externalIds.alphabet', 'visible', 'profile: X-EXTERNAL-ID: takes a hyphen: true | false'],
    [
      'token.request.url',
      'https://x.example',
      'profile: token answer 1: url: "https://x.example" | "https://bank.example/token"',
    ],
    ['token.answers.3.expect', 'unreadable', 'profile: token answer 4: token: "unreadable" | "refused"'],
    [
      'token.answers.0.expect.expiresIn',
      31,
      'profile: token answer 1: token: {"accessToken":"abc","expiresIn":31} | {"accessToken":"abc","expiresIn":30}',
    ],
    ['services.pay.code', '18', 'pay: code: "18" | "17"'],
    ['services.pay.kind', 'read', 'pay: kind: "read" | "money"'],
    [
      'services.pay.request.headers.x-mark',
      'no',
      'pay: answer 1: header x-mark: "no" | "K|1795230000000|/pay"',
    ],
    ['services.pay.request.headers.x-more', 'yes', 'pay: answer 1: header x-more: "yes" | nothing'],
    ['services.pay.request.body', '{"reference": "R1"}', 'pay: answer 1: body: '],
    ['services.pay.answers.0.expect.outcome', 'pending', 'pay: answer 1: outcome: "pending" | "success"'],
    ['services.pay.answers.0.expect.transaction', undefined, 'pay: answer 1: transaction: nothing | "paid"'],
    ['services.pay.answers.0.expect.code', undefined, 'pay: answer 1: code: nothing | "ok"'],
    [
      'services.pay.answers.0.expect.english',
      'No.',
      'pay: answer 1: meaning in English: "No." | "It said ok."',
    ],
    ['services.pay.answers.0.expect.body', {}, 'pay: answer 1: body: {} | {"state":"done"}'],
    ['services.pay.answers.0.expect.inquiry', null, 'pay: answer 1: inquiry: null | '],
    ['services.pay.answers.0.expect.inquiry.how', 'repeat', 'pay: answer 1: inquiry: '],
    ['services.pay.answers.3.expect.tokenRejected', undefined, 'pay: answer 4: number of requests: 1 | 2'],
    ['services.pay.answers.0.expect.tokenRejected', true, 'pay: answer 1: number of requests: 2 | 1'],
    ['services.pay.withoutAnswer', null, 'pay: no answer: inquiry: null | '],
    ['services.pay.answers', [], 'pay: fixtures: an answer | nothing'],
    ['services.pay.at', 'yesterday', 'pay: answer 1: call: an answer | TypeError: "at" must be a date'],
    ['services.status', undefined, 'status: fixtures: a fixture for this service | nothing'],
    ['services.other', madeUpFixtures.services['status'], 'other: profile: a service of this name | nothing'],
    ['token', undefined, 'profile: fixtures: the token request | nothing'],
    ['externalIds', undefined, 'profile: X-EXTERNAL-ID: takes an id: false | true'],
  ])('says what is wrong with %s = %j', async (path, value, problem) => {
    const found = await problemsOf(madeUp, withValue(madeUpFixtures, path.split('.'), value))
    expect(found.find((line) => line.startsWith(problem))).toBeDefined()
  })

  it('sees a blamed token where there is no other to try', async () => {
    const path = ['services', 'pay', 'answers', '3', 'expect', 'tokenRejected']
    expect(
      await problemsOf(withValue(madeUp, ['token'], undefined), withValue(madeUpFixtures, path, false)),
    ).toContain('pay: answer 4: tokenRejected: false | true')
  })

  it('sees a rule that no answer tries', async () => {
    const { pay, status } = madeUpFixtures.services
    const answers = status?.answers.map((answer) => ({ ...answer, expect: { outcome: 'rejected' } }))
    const untried = { ...pay, answers, withoutAnswer: null }
    const found = await problemsOf(madeUp, withValue(madeUpFixtures, ['services', 'pay'], untried))
    expect(found).toContain('pay: fixtures: an answer that worked, for the transaction rule | nothing')
    expect(found).toContain("pay: fixtures: withoutAnswer, or inquiry in one answer's expect | nothing")
  })

  it('sees an inquiry that names no service, and one that cannot be sent', async () => {
    const inquiring = (service: string, body: object): Profile =>
      withValue(madeUp, ['services', 'pay', 'inquiry'], () => ({ service, body }))
    // The client drops a plan that names no service, or one that does more than read.
    for (const service of ['constructor', 'pay'])
      expect(await problemsOf(inquiring(service, {}), madeUpFixtures)).toContainEqual(
        expect.stringMatching(/^pay: no answer: inquiry: .* \| null$/s),
      )
    expect(await problemsOf(inquiring('status', { amount: 1 }), madeUpFixtures)).toContainEqual(
      expect.stringMatching(/^pay: no answer: inquiry, when it is sent: "sent" \| "TypeError: "?/),
    )
  })

  it('sees a second request that changes the id or keeps the token', async () => {
    let count = 0
    const signing = (headersOf: (token: string, id: string) => Record<string, string>): Profile =>
      withValue(madeUp, ['sign', 'prepare'], () => ({
        externalId: { alphabet: 'digits', length: 20, maximum: 24 },
        sign: ({ accessToken, externalId }: { accessToken: string; externalId: string }) => ({
          headers: headersOf(accessToken, externalId),
          secrets: [],
        }),
      }))
    const sameToken = await problemsOf(
      signing((_, id) => ({ 'x-external-id': id })),
      madeUpFixtures,
    )
    expect(sameToken).toContain('pay: answer 4: second request: another token | the same request')
    const otherId = await problemsOf(
      signing(() => ({ 'x-external-id': String(count++) })),
      madeUpFixtures,
    )
    expect(otherId).toContainEqual(
      expect.stringMatching(/^pay: answer 4: second request: header x-external-id: /),
    )
  })

  it('goes on after a rule that throws, and after a service that cannot be called', async () => {
    const profile = withValue(madeUp, ['services', 'pay', 'method'], 'GET')
    const found = await problemsOf(profile, withValue(madeUpFixtures, ['identity', 'id'], 'x'))
    expect(found).toContain('pay: answer 1: call: an answer | TypeError: "body" must be left out of a GET')
    expect(found).toContain('profile: id: "x" | "made-up"')
  })

  it.each([[undefined], [null], ['fixtures'], [{}], [{ identity: {} }]])('refuses %j', async (fixtures) => {
    await expect(checkProfile(madeUp, fixtures as never)).rejects.toThrow(TypeError)
  })
})

describe('describeProfile', () => {
  const collect = (fixtures: ProfileFixtures) => {
    const tests = new Map<string, () => Promise<void>>()
    const titles: string[] = []
    describeProfile(madeUp, fixtures, {
      describe: (name, define) => {
        titles.push(name)
        define()
      },
      it: (name, test) => tests.set(name, test),
    })
    return { titles, tests }
  }

  it('defines a test for each service and answer', () => {
    const { titles, tests } = collect(madeUpFixtures)
    expect(titles).toEqual(['Made Up'])
    expect([...tests.keys()]).toEqual([
      'says what its pages say',
      'has a fixture for each service, and a service for each fixture',
      'gets a token: answer 1, HTTP 200',
      'gets a token: answer 2, HTTP 200',
      'gets a token: answer 3, HTTP 200',
      'gets a token: answer 4, HTTP 401',
      'makes and takes the ids that the provider takes',
      'pay: is what its page says',
      'pay: answer 1, HTTP 200 ok',
      'pay: answer 2, HTTP 200 wait',
      'pay: answer 3, HTTP 200 ok',
      'pay: answer 4, HTTP 401 bad token',
      'pay: answer 5, HTTP 500',
      'pay: no answer',
      'status: is what its page says',
      'status: answer 1, HTTP 200 ok',
      'status: answer 2, HTTP 404 no',
      'status: no answer',
    ])
  })

  it('fails exactly the tests that have a problem, and says which', async () => {
    const wrong = withValue(madeUpFixtures, ['services', 'pay', 'answers', '1', 'expect', 'code'], 'later')
    const failed: string[] = []
    for (const [name, test] of collect(wrong).tests)
      await test().catch((error: Error) => failed.push(`${name} / ${error.message}`))
    expect(failed).toEqual([
      'pay: answer 2, HTTP 200 later / pay: answer 2: code: expected "later", got "wait"',
    ])
  })

  it('refuses what is no runner', () => {
    expect(() => describeProfile(madeUp, madeUpFixtures, { describe } as never)).toThrow(
      '"it" must be a function, got undefined',
    )
  })
})

describeProfile(madeUp, madeUpFixtures, { describe, it })

/** Another text of the same shape where only that is another statement: a time, an alphabet, a JSON text. */
const changeText = (path: readonly string[], value: string): string => {
  const name = path.at(-1)
  if (name === 'at') return value.replace('10:00:00', '10:00:01')
  return `${value}x`
}
