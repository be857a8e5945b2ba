import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccessToken, type CachedTokenSource, createTokenCache, TokenCacheError } from '../src/index.js'
import { createWorld, key, settle, watch } from './virtual-world.js'

/** Worked out by hand, in ms: renewal begins between the two `refresh` ages, service ends at `end`. */
const LIVES = [
  { expiresIn: 900, refresh: { earliest: 630_000, latest: 720_000 }, end: 870_000, quarter: 225_000 },
  { expiresIn: 3599, refresh: { earliest: 3_149_000, latest: 3_299_000 }, end: 3_569_000, quarter: 899_750 },
  { expiresIn: 60, refresh: { earliest: 42_000, latest: 48_000 }, end: 57_000, quarter: 15_000 },
  { expiresIn: 6, refresh: { earliest: 3_500, latest: 3_500 }, end: 5_500, quarter: 1_500 },
  { expiresIn: 0, refresh: { earliest: 0, latest: 0 }, end: 0, quarter: 0 },
] as const
const TIMEOUT_MS = 30_000
/** After two failures nobody asks for as long as the first, and everybody may after the last. */
const PAUSE = { shortest: 500, longest: 30_000 }
const KEYS = [key(), key({ scope: ['b'] })]

type Life = (typeof LIVES)[number]
type Step =
  | { do: 'get'; of: number; signal: boolean; minValidityMs: number | undefined }
  | { do: 'abort' | 'invalidate' | 'confirm'; caller: number }
  | { do: 'grant'; request: number; life: Life }
  | { do: 'refuse'; request: number }
  | { do: 'advance' | 'advanceMono' | 'jumpWall'; ms: number }

const time = fc.oneof(
  fc.constantFrom(
    1,
    499,
    500,
    1_000,
    3_500,
    5_500,
    29_999,
    30_000,
    42_000,
    57_000,
    630_000,
    720_000,
    870_000,
  ),
  fc.integer({ min: 0, max: 900_000 }),
)
const index = fc.nat({ max: 50 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('get' as const),
      of: fc.nat({ max: KEYS.length - 1 }),
      signal: fc.boolean(),
      minValidityMs: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: time },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('abort' as const), caller: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('invalidate', 'confirm'), caller: index }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('grant' as const),
      request: index,
      life: fc.constantFrom(...LIVES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refuse' as const), request: index }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('advance', 'advanceMono'), ms: time }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('jumpWall' as const),
      ms: time.chain((ms) => fc.constantFrom(ms, -ms)),
    }),
  },
)

/** What really happened at the endpoint, kept apart from the code under test. */
interface Mint {
  readonly of: number
  readonly wall: number
  readonly mono: number
  readonly order: number
  settledAt: number
  /** Both clocks then. */
  ended: { wall: number; mono: number } | undefined
  given: Life | 'refused' | undefined
  /** Whether it was still good when it arrived; else it is handed on and not kept. */
  usable: boolean
  /** Whether the machine slept past the time limit, and the token ended meanwhile: then that counts as a failure. */
  slept: boolean
  readonly error: Error
  readonly name: string
}

function simulate(random: number) {
  const virtual = createWorld({ random })
  const { world } = virtual
  const cache = createTokenCache(virtual.options)
  const mints: Mint[] = []
  let clock = 0
  /** When the cache said that it has stopped asking. */
  const stops = new Map<number, { wall: number; mono: number }>()
  const sources: CachedTokenSource[] = KEYS.map((each, of) =>
    cache.source({
      key: each,
      fetchTimeoutMs: TIMEOUT_MS,
      fetchToken: (context) => {
        clock += 1
        const name = `token ${mints.length} of ${of}`
        const fate = {
          settledAt: Number.POSITIVE_INFINITY,
          given: undefined,
          usable: false,
          slept: false,
          ended: undefined,
        }
        mints.push({
          of,
          wall: world.wall,
          mono: world.mono,
          order: clock,
          error: new Error(name),
          name,
          ...fate,
        })
        return virtual.fetchToken(context)
      },
    }),
  )
  const since = (then: { wall: number; mono: number }) =>
    Math.max(0, world.wall - then.wall, world.mono - then.mono)
  const age = (mint: Mint) => since(mint)
  const hasFailed = (mint: Mint, at: number) =>
    mint.given === 'refused' || mint.slept || virtual.requests[at]?.signal.aborted
  /** How long ago the last fetch of this key failed, if none has worked since. */
  const failedAgo = (of: number): number | undefined => {
    const last = mints.findLast((mint) => mint.of === of && mint.ended)
    return last?.ended && hasFailed(last, mints.indexOf(last)) ? since(last.ended) : undefined
  }
  const running = (of: number) =>
    mints.filter((mint, at) => mint.of === of && !mint.given && !virtual.requests[at]?.signal.aborted)
  /** The last token of this key that came before its time limit, if it was kept. */
  const newest = (of: number) => {
    const last = mints.findLast((mint, at) => {
      const arrived = mint.given !== undefined && mint.given !== 'refused'
      return mint.of === of && arrived && !virtual.requests[at]?.signal.aborted
    })
    return last?.usable ? last : undefined
  }
  const callers: {
    of: number
    order: number
    controller: AbortController | undefined
    abortedFirst: boolean
    servable: ReadonlySet<string>
    seen: ReturnType<typeof watch<AccessToken>>
  }[] = []

  async function perform(each: Step): Promise<void> {
    clock += 1
    if (each.do === 'get') {
      const { of, signal, minValidityMs } = each
      const controller = signal ? new AbortController() : undefined
      const before = mints.length
      const failed = failedAgo(of)
      const stopped = stops.get(of)
      const mayFetch =
        (failed === undefined || failed >= PAUSE.longest) &&
        (stopped === undefined || since(stopped) >= PAUSE.longest)
      const isSecond = mints.filter((mint) => mint.of === of && mint.ended).at(-2)?.given === 'refused'
      const mustPause = isSecond && failed !== undefined && failed < PAUSE.shortest && !newest(of)
      const wasRunning = running(of).length > 0
      const current = newest(of)
      const servable = mints.filter((m) => typeof m.given === 'object' && m.of === of && age(m) < m.given.end)
      const asked =
        sources[of]?.get({ signal: controller?.signal, minValidityMs }) ?? expect.fail('no source')
      const names = new Set(servable.map(({ name }) => name))
      callers.push({ of, order: clock, controller, abortedFirst: false, servable: names, seen: watch(asked) })
      const fetched = mints.length > before
      expect(running(of).length).toBeLessThanOrEqual(1)
      if (fetched) expect(wasRunning).toBe(false)
      if (mustPause) expect(fetched).toBe(false)
      if (fetched) stops.delete(of)
      if (!wasRunning && !current && mayFetch) expect(fetched).toBe(true)
      if (current && typeof current.given === 'object') {
        const { refresh, quarter, end } = current.given
        const demanded = age(current) > quarter && end - age(current) < (minValidityMs ?? 0)
        if (demanded && !wasRunning && mayFetch) expect(fetched).toBe(true)
        // Never without need: the endpoint may count, and an early fetch may revoke the token in use.
        if (fetched) expect(age(current) >= refresh.earliest - 1e-6 || demanded).toBe(true)
      }
      if (!wasRunning && current && typeof current.given === 'object' && mayFetch) {
        if (age(current) >= current.given.refresh.latest) expect(fetched).toBe(true)
      }
    }
    if (each.do === 'invalidate' || each.do === 'confirm') {
      const caller = callers[each.caller % Math.max(callers.length, 1)]
      const source = caller && sources[caller.of]
      const token = caller?.seen.value
      if (source && token) {
        const before = source.peek()
        const running = mints.length
        if (each.do === 'confirm') {
          source.confirm(token)
          expect(source.peek()).toBe(before)
        } else {
          const verdict = source.invalidate(token)
          const dropped = mints.find(({ name }) => name === token.value)
          const isCurrent = dropped !== undefined && newest(caller.of) === dropped
          // Nothing but the rejected token is ever dropped, whoever reports it and however late.
          if (before !== token || verdict === 'kept') expect(source.peek()).toBe(before)
          else expect(source.peek()).toBeUndefined()
          if (isCurrent && verdict !== 'kept') dropped.usable = false
          if (isCurrent && age(dropped) < 1_500) expect(verdict).toBe('kept')
          if (verdict === 'paused') stops.set(caller.of, { wall: world.wall, mono: world.mono })
        }
        expect(mints.length).toBe(running)
      }
    }
    if (each.do === 'abort') {
      const caller = callers[each.caller % Math.max(callers.length, 1)]
      if (caller?.controller && caller.seen.state === 'pending') {
        caller.abortedFirst = true
        caller.controller.abort(`caller ${each.caller} left`)
      }
    }
    if (each.do === 'grant' || each.do === 'refuse') {
      const open = mints.filter(({ given }) => given === undefined)
      const mint = open[each.request % Math.max(open.length, 1)]
      const request = mint && virtual.requests[mints.indexOf(mint)]
      if (mint && request) {
        mint.given = each.do === 'grant' ? each.life : 'refused'
        mint.settledAt = clock
        mint.ended ??= { wall: world.wall, mono: world.mono }
        mint.usable = each.do === 'grant' && age(mint) < each.life.end
        mint.slept = each.do === 'grant' && each.life.expiresIn > 0 && !mint.usable && age(mint) >= TIMEOUT_MS
        if (each.do === 'grant') request.answer({ accessToken: mint.name, expiresIn: each.life.expiresIn })
        else request.refuse(mint.error)
      }
    }
    if (each.do === 'advance') virtual.advance(each.ms)
    if (each.do === 'advanceMono') virtual.advanceMono(each.ms)
    if (each.do === 'jumpWall') virtual.jumpWall(each.ms)
    for (const [index, { signal }] of virtual.requests.entries()) {
      const mint = mints[index]
      if (mint && signal.aborted) mint.ended ??= { wall: world.wall, mono: world.mono }
    }
    await settle()
  }

  function check(): void {
    for (const { of, order, controller, abortedFirst, servable, seen } of callers) {
      expect(seen.state).not.toBe('pending')
      if (abortedFirst) {
        expect(seen.reason).toBe(controller?.signal.reason)
        continue
      }
      if (seen.state === 'fulfilled') {
        const mint = mints.find(({ name }) => name === seen.value?.value)
        expect(mint?.of).toBe(of)
        // Either it was still good when asked for, or it came in answer to the wait.
        const waitedFor = mint !== undefined && mint.settledAt > order
        expect(waitedFor || servable.has(mint?.name ?? '')).toBe(true)
        continue
      }
      const refusal = mints.find(({ error }) => error === seen.reason)
      if (refusal) expect(refusal.of === of && refusal.settledAt > order).toBe(true)
      else {
        const codes = ['FETCH_TIMEOUT', 'PAUSED', 'REJECTED'].map((end) => `ERR_TOKEN_CACHE_${end}`)
        expect(codes).toContain(seen.reason instanceof TokenCacheError && seen.reason.code)
      }
    }
    expect(virtual.timers.size).toBe(0)
  }
  return { perform, check }
}

describe('any history of calls, answers and clocks', () => {
  it('keeps every promise of the cache', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 60 }),
        fc.constantFrom(0, 0.3, 0.999),
        async (steps, random) => {
          const { perform, check } = simulate(random)
          for (const each of steps) await perform(each)
          await perform({ do: 'advance', ms: TIMEOUT_MS })
          check()
        },
      ),
      { numRuns: 600 },
    )
  }, 60_000)
})

describe('any interleaving of callers who come and leave with fetches that end', () => {
  it('answers each caller with its own fate, by one fetch at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('stays', 'leaves'), { minLength: 2, maxLength: 6 }),
        fc.array(fc.constantFrom('token', 'failure'), { minLength: 1, maxLength: 3 }),
        async (scheduler, habits, fates) => {
          const virtual = createWorld()
          const failure = new Error('503')
          let started = 0
          let running = 0
          let mostAtOnce = 0
          const source = createTokenCache(virtual.options).source({
            key: key(),
            fetchToken: async () => {
              const fate = fates[started % fates.length]
              started += 1
              running += 1
              mostAtOnce = Math.max(mostAtOnce, running)
              await scheduler.schedule(Promise.resolve(), `fetch ${started}: ${fate}`)
              running -= 1
              if (fate === 'failure') throw failure
              return { accessToken: `token ${started}`, expiresIn: 900 }
            },
          })
          const ends = habits.map(async (habit, index) => {
            await scheduler.schedule(Promise.resolve(), `caller ${index} comes`)
            const controller = new AbortController()
            const seen = watch(source.get({ signal: controller.signal }))
            await scheduler.schedule(Promise.resolve(), `caller ${index} ${habit}`)
            const wasPending = seen.state === 'pending'
            if (habit === 'leaves') controller.abort(`caller ${index}`)
            return { habit, seen, wasPending, reason: controller.signal.reason }
          })
          await scheduler.waitAll()
          const callers = await Promise.all(ends)
          await settle()
          expect(mostAtOnce).toBe(1)
          for (const { habit, seen, wasPending, reason } of callers) {
            const isPaused = seen.reason instanceof TokenCacheError && seen.reason.cause === failure
            if (seen.state === 'fulfilled') expect(seen.value?.value).toMatch(/^token \d$/)
            else if (!isPaused)
              expect(habit === 'leaves' && wasPending ? [reason, failure] : [failure]).toContain(seen.reason)
            expect(seen.state).not.toBe('pending')
          }
          // A caller who stays is answered by a token whenever no fetch has failed.
          if (!fates.includes('failure')) {
            expect(started).toBe(1)
            for (const { habit, seen } of callers) if (habit === 'stays') expect(seen.state).toBe('fulfilled')
          }
        },
      ),
      { numRuns: 1_000 },
    )
  }, 60_000)
})
