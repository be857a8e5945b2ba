import { generateKeyPairSync } from 'node:crypto'
import { getEventListeners } from 'node:events'
import { createClient, type Inquiry, type ProviderEvent, type Reply } from '@x/providers'
import { createTokenCache } from '@x/token-cache'
import { describe, expect, it } from 'vitest'
import { type Arrival, type Bank, deadEnds, openBank } from './bank.js'
import { killBank } from './profile.js'
import { acts, endings, type Fault, faults, randomOf, type Story, storyOf } from './story.js'

const seed = Number(process.env['KILL_SEED'] ?? 1_117)
const calls = process.env['FULL'] === '1' ? 10_000 : 1_000
/** One call of a seed, told again alone. */
const only = process.env['KILL_CALL']
const batch = 20
const batchesAtOnce = 4
const timeoutMs = 300
const tokenTimeoutMs = 4_000
/** Two attempts and two tokens, each with a timeout of its own, on a machine that does other work. */
const longestMs = 2 * (timeoutMs + tokenTimeoutMs) + 15_000

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const credentials = { environment: 'test', clientId: 'kill', clientSecret: 'a secret', privateKey } as const

/** No two readings are the same, so that a second signature can be told from the first. */
let latest = 0
const now = (): number => {
  latest = Math.max(Date.now(), latest + 1)
  return latest
}

type End = { readonly reply: Reply } | { readonly thrown: unknown }

interface Told {
  readonly story: Story
  readonly end: End
  readonly tookMs: number
  readonly listenersLeft: number
  readonly inquiryBefore: Inquiry | undefined
}

/** Aborts by X-EXTERNAL-ID, for those who leave as the request is sent. */
const onSending = new Map<string, () => void>()

/** X-EXTERNAL-IDs whose `beforeSend` has ended, and those that were sent before that. */
const ended = new Set<string>()
const early = new Set<string>()

const onEvent = (event: ProviderEvent): unknown => {
  if (event.type === 'sending' && !ended.has(event.externalId)) early.add(event.externalId)
  if (event.type === 'sending') onSending.get(event.externalId)?.()
  if (event.type === 'replied') throw new Error('a broken listener')
  return Promise.reject(new Error('another'))
}
const audit = (): Promise<never> => Promise.reject(new Error('no disk'))

type KillClient = ReturnType<typeof open>
const open = (baseUrl: string, more: object = {}) =>
  createClient(killBank, { ...credentials, baseUrl, now, timeoutMs: tokenTimeoutMs, onEvent, audit, ...more })

interface Telling {
  readonly bank: Bank
  readonly client: KillClient
  readonly patienceMs?: number
}

const tell = async (story: Story, { bank, client, patienceMs = timeoutMs }: Telling): Promise<Told> => {
  const { reference, act, service } = story
  const controller = new AbortController()
  const { signal } = controller
  const abort = (): void => controller.abort(new Error('the caller left'))
  const point = {
    'abort at the arrival': 'arrival',
    'abort at the headers': 'headers',
    'abort in the body': 'body',
  }
  bank.stories.set(reference, story)
  bank.points.set(reference, (here) => {
    if (Reflect.get(point, act) === here) abort()
  })
  let inquiryBefore: Inquiry | undefined
  const started = performance.now()
  if (act === 'abort before') abort()
  const ending: Promise<End> = client
    .call(service, {
      body: { partnerReferenceNo: reference, amount: { value: '10000.00', currency: 'IDR' } },
      headers: { 'x-story': reference },
      signal,
      timeoutMs: patienceMs,
      beforeSend: async (attempt) => {
        await new Promise(setImmediate)
        bank.announced.set(reference, [...(bank.announced.get(reference) ?? []), attempt.externalId])
        ended.add(attempt.externalId)
        inquiryBefore = attempt.inquiry
        if (act === 'abort as it is sent') onSending.set(attempt.externalId, abort)
        if (act === 'abort while connecting')
          onSending.set(attempt.externalId, () => void setImmediate(abort))
        if (act === 'abort in beforeSend') abort()
        if (act === 'throw in beforeSend') throw new Error('the database is down')
      },
    })
    .then(
      (reply) => ({ reply }),
      (thrown: unknown) => ({ thrown }),
    )
  if (act === 'abort while waiting for the token') abort()
  const end = await ending
  const tookMs = performance.now() - started
  return { story, end, tookMs, inquiryBefore, listenersLeft: getEventListeners(signal, 'abort').length }
}

const executions = (arrivals: readonly Arrival[]): number =>
  arrivals.filter(({ executed }) => executed).length

/** Whether the story may end with this reply: by its table, unless something of another story came between. */
const mayEndSo = (story: Story, { outcome, problem }: Reply, arrivals: readonly Arrival[]): boolean => {
  if (endings[story.fault].includes(outcome)) return true
  const isUnheard = arrivals.every(({ answer }) => /^401..01$/.test(answer))
  if (outcome === 'unknown') {
    // A slow machine; a caller who left; a connection that somebody else's fault had killed, or a dead end.
    if (problem === 'aborted') return story.act.startsWith('abort')
    return problem === 'timeout' || problem === 'transport'
  }
  // The second arrival is fetch's own, and what it is refused says nothing of the first.
  if (outcome === 'rejected' && arrivals[0]?.answer === '421') return true
  // Whoever the cache gives no other token keeps the refusal; how many are sent again is counted below.
  return outcome === 'rejected' && arrivals.length > 0 && isUnheard
}

/** Every rule that a call broke, in words; none for an honest engine. */
const broken = ({ story, end, tookMs, listenersLeft }: Told, arrivals: readonly Arrival[]): string[] => {
  const done = executions(arrivals)
  const [first, second, ...more] = arrivals
  // Node's own fetch answers a 421 by sending the request over another connection; nobody is asked.
  const isOfFetch = first?.answer === '421'
  const mayBeSentAgain = isOfFetch || (first?.executed === false && /^401..01$/.test(first.answer))
  const rules: (readonly [boolean, string])[] = [
    [done <= 1, 'executed more than once'],
    [more.length === 0 && (second === undefined || mayBeSentAgain), 'sent again without leave'],
    [tookMs < longestMs, `settled after ${Math.round(tookMs)} ms`],
    [arrivals.every(({ externalId }) => !early.has(externalId)), 'signed before beforeSend ended'],
    [listenersLeft === 0, 'left a listener on the signal'],
    [arrivals.every(({ genuine }, at) => genuine || (isOfFetch && at === 1)), 'a signature did not verify'],
    [
      arrivals.every(({ announced }, at) => announced || (isOfFetch && at === 1)),
      'sent before beforeSend ended',
    ],
  ]
  if (second !== undefined)
    rules.push([first?.externalId === second.externalId, 'another X-EXTERNAL-ID in the second attempt'])
  if (second !== undefined && !isOfFetch)
    rules.push(
      [first?.timestamp !== second.timestamp, 'the same timestamp in the second attempt'],
      [first?.signature !== second.signature, 'the same signature in the second attempt'],
    )
  if ('thrown' in end) rules.push([done === 0, 'thrown, and executed'])
  else {
    const { outcome, inquiry, externalId } = end.reply
    rules.push(
      [outcome !== 'success' || done === 1, 'a success that is none'],
      [outcome !== 'pending' || done === 1, 'pending, and never accepted'],
      [outcome !== 'rejected' || done === 0 || isOfFetch, 'rejected, and executed'],
      [mayEndSo(story, end.reply, arrivals), `${outcome} is no ending of this story`],
      [outcome === 'success' || outcome === 'rejected' || inquiry !== undefined, 'no way to ask later'],
      [arrivals.every((one) => one.externalId === externalId), 'the reply names another X-EXTERNAL-ID'],
    )
  }
  // Unless the time was over, or the caller gone, before the refusal was heard.
  const problem = 'thrown' in end ? undefined : end.reply.problem
  if (story.to === 'nobody' && problem !== 'timeout' && problem !== 'aborted')
    rules.push(['thrown' in end, 'a refused connection was not thrown'])
  return rules.filter(([kept]) => !kept).map(([, rule]) => rule)
}

const summary = (
  { story, end, inquiryBefore }: Told,
  arrivals: readonly Arrival[],
  rules: readonly string[],
) => {
  const { reference } = story
  const [, number = ''] = reference.split('-')
  const how =
    'thrown' in end
      ? `thrown ${String(end.thrown)}`
      : `${end.reply.outcome}, problem ${end.reply.problem}, code ${end.reply.code?.value}`
  return [
    `${rules.join('; ')}`,
    `  again: KILL_SEED=${seed} KILL_CALL=${number}`,
    `  story: ${JSON.stringify(story)}`,
    `  end: ${how}; announced ${inquiryBefore?.how}`,
    ...arrivals.map((arrival) => `  arrival: ${JSON.stringify(arrival)}`),
  ].join('\n')
}

/** Each is told once more in quiet, with all the time it wants, so that a slow machine cannot lose it. */
const mustEndSo: readonly (readonly [fault: Fault, outcome: string, arrivals: number])[] = [
  ['accepted', 'pending', 1],
  ['none', 'success', 1],
  ['refused', 'rejected', 1],
  ['token refused', 'success', 2],
  ['token refused twice', 'rejected', 2],
  ['token refused, then commit and 409', 'unknown', 2],
  ['commit, then 421', 'unknown', 2],
]

/** A client whose token is a minute old: a younger one that is refused would be kept, and nothing sent again. */
const openWithOldToken = async (baseUrl: string): Promise<KillClient> => {
  let older = 0
  const tokens = createTokenCache({
    now: () => Date.now() + older,
    runtime: { monotonic: () => performance.now() + older },
  })
  const client = open(baseUrl, { tokens })
  await client.accessToken().catch(() => undefined)
  older = 60_000
  return client
}

const resources = (kind: string): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === kind).length

describe('a bank that fails at every point', () => {
  it(`${calls} calls: none is executed twice, none is lost, none lies`, {
    timeout: calls * 60 + 30_000,
  }, async () => {
    const timersBefore = resources('Timeout')
    const socketsBefore = resources('TCPSocketWrap')
    const unhandled: unknown[] = []
    const onUnhandled = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', onUnhandled)
    const bank = await openBank({ publicKey, clientId: 'kill', clientSecret: 'a secret' })
    const ends = await deadEnds()
    const random = randomOf(seed)

    const tellBatch = async (numbers: readonly number[], index: number): Promise<Told[]> => {
      // A token that fails makes its client pause, so that it troubles a few clients only.
      if (index % 4 === 3)
        for (const fault of ['500', 'reset', 'garbage', 'slow', 'refused'] as const)
          if (random() < 0.4) bank.tokenFaults.push(fault)
      const clientsOf = (client: KillClient) => {
        const tokens = { get: (options: object) => client.accessToken(options), peek: () => undefined }
        return {
          bank: client,
          'hang-up': open(ends.hangUp, { tokens }),
          nobody: open(ends.nobody, { tokens }),
        }
      }
      const shared = clientsOf(open(bank.url))
      const told = numbers.map(async (number) => {
        const story = storyOf(seed, number)
        // A token that is refused makes its client pause, which is another test's matter.
        const clients = story.fault.includes('token') ? clientsOf(await openWithOldToken(bank.url)) : shared
        return tell(story, { bank, client: clients[story.to] })
      })
      return Promise.all(told)
    }

    const numbers = only === undefined ? Array.from({ length: calls }, (_, at) => at) : [Number(only)]
    const queue = Array.from({ length: Math.ceil(numbers.length / batch) }, (_, index) =>
      numbers.slice(index * batch, (index + 1) * batch),
    ).entries()
    const all: Told[] = []
    const work = async (): Promise<void> => {
      for (const [index, mine] of queue) all.push(...(await tellBatch(mine, index)))
    }
    await Promise.all(Array.from({ length: batchesAtOnce }, work))
    if (only === undefined) {
      bank.tokenFaults.length = 0
      for (const [index, [fault]] of mustEndSo.entries()) {
        const reference = `K${seed}-quiet-${index}`
        const story: Story = { reference, service: 'transfer-intrabank', fault, act: 'wait', to: 'bank' }
        const client = await openWithOldToken(bank.url)
        all.push(await tell(story, { bank, client, patienceMs: 10_000 }))
      }
    }

    const healed = await bank.heal()

    const failures = all.flatMap((told) => {
      const arrivals = bank.ledger.get(told.story.reference) ?? []
      const rules = broken(told, arrivals)
      return rules.length === 0 ? [] : [summary(told, arrivals, rules)]
    })

    // Everybody asks, by both inquiries, from what a database would have kept.
    const asking = open(healed, { timeoutMs: 20_000, onEvent: undefined, audit: undefined })
    const asked = new Map<string, number>()
    for (const told of all) {
      const { story, end, inquiryBefore } = told
      const { reference, service } = story
      const ofReply = 'reply' in end ? end.reply.inquiry : undefined
      for (const [whose, kept] of Object.entries({ attempt: inquiryBefore, reply: ofReply })) {
        if (kept === undefined) continue
        const arrivals = bank.ledger.get(reference) ?? []
        const done = executions(arrivals)
        const inquiry: Inquiry = JSON.parse(JSON.stringify(kept))
        const { transaction, code } = await asking.inquire(inquiry, { repeat: true })
        asked.set(whose, (asked.get(whose) ?? 0) + 1)
        const says = `${code?.value} ${transaction}`
        const truth = done === 1 ? /^2003600 paid$/ : /^4043601 not-found$/
        // The same request again: a duplicate of what is there, or it is made now.
        const truthOfRepeat = done === 1 ? /^4094701 unknown$/ : /^2004700 pending$/
        if (!(service === 'qr-generate' ? truthOfRepeat : truth).test(says))
          failures.push(
            summary(told, arrivals, [`the inquiry of the ${whose} says ${says}; ${done} executed`]),
          )
        const after = executions(bank.ledger.get(reference) ?? [])
        if (after !== (service === 'qr-generate' ? 1 : done))
          failures.push(summary(told, arrivals, [`after the inquiry of the ${whose} there are ${after}`]))
      }
    }

    await bank.close()
    await ends.close()
    process.off('unhandledRejection', onUnhandled)
    const outcomes = new Map<string, number>()
    for (const { end } of all) {
      const word = 'thrown' in end ? 'thrown' : end.reply.outcome
      outcomes.set(word, (outcomes.get(word) ?? 0) + 1)
    }
    expect(failures.slice(0, 5).join('\n'), `seed ${seed}: ${failures.length} of ${all.length}`).toBe('')
    expect(unhandled).toEqual([])
    if (only === undefined) {
      // A story that nobody lives through tells nothing.
      const ended = (fault: Fault, outcome: string, sent: number): number =>
        all.filter(
          ({ story, end }) =>
            story.fault === fault &&
            'reply' in end &&
            end.reply.outcome === outcome &&
            bank.ledger.get(story.reference)?.length === sent,
        ).length
      expect([...outcomes.keys()].sort()).toEqual(['pending', 'rejected', 'success', 'thrown', 'unknown'])
      for (const [fault, outcome, sent] of mustEndSo)
        expect(ended(fault, outcome, sent), `${fault}: ${outcome} after ${sent}`).toBeGreaterThanOrEqual(1)
      expect(bank.stale()).toBeGreaterThanOrEqual(1)
      expect(asked.get('attempt')).toBeGreaterThan(calls / 2)
      expect(asked.get('reply')).toBeGreaterThan(calls / 2)
    }
    await expect
      .poll(() => resources('TCPSocketWrap') - socketsBefore, { timeout: 5_000 })
      .toBeLessThanOrEqual(0)
    expect(resources('Timeout') - timersBefore).toBeLessThanOrEqual(0)
  })

  it('tells every story that there is', () => {
    const told = Array.from({ length: 1_000 }, (_, number) => storyOf(seed, number))
    expect(new Set(told.map(({ fault }) => fault)).size).toBe(faults.length)
    expect(new Set(told.map(({ act }) => act)).size).toBe(acts.length)
    expect(new Set(told.map(({ to }) => to)).size).toBe(3)
  })
})
