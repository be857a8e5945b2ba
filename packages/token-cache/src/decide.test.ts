import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, type Effect, type Event, initialState, type State } from './decide.js'

/** Seconds after the start, by both clocks. */
const at = (seconds: number) => ({ wall: 1_800_000_000_000 + seconds * 1000, mono: 7_000 + seconds * 1000 })
const get = (seconds: number, minValidityMs = 0): Event => ({ type: 'get', at: at(seconds), minValidityMs })
const minted = (seconds: number, changes: Partial<Event & { type: 'minted' }> = {}): Event => ({
  type: 'minted',
  at: at(seconds),
  flight: 1,
  version: 'v1',
  lifetimeMs: 900_000,
  random: 0,
  ...changes,
})
const failed = (seconds: number, flight: number, random = 1): Event => ({
  type: 'failed',
  at: at(seconds),
  flight,
  random,
})

/** Feeds the events one after the other; returns the last effects in short. */
function run(...events: Event[]): { state: State; effects: string[] } {
  let state = initialState
  let effects: readonly Effect[] = []
  for (const event of events) ({ state, effects } = decide(state, event))
  return { state, effects: effects.map(short) }
}

function short(effect: Effect): string {
  if (effect.type === 'answer') return `answer from ${effect.from}`
  if (effect.type === 'keep') return `keep ${effect.token.version}`
  return effect.type === 'drop' ? 'drop' : `${effect.type} ${effect.flight}`
}

const kept = [get(0), minted(0.2)]

describe('decide', () => {
  it('fetches for the first caller and lets the others join', () => {
    expect(run(get(0)).effects).toEqual(['fetch 1', 'answer from flight'])
    expect(run(get(0), get(0.1)).effects).toEqual(['answer from flight'])
  })

  it('keeps what the flight brings and answers those who wait', () => {
    expect(run(...kept).effects).toEqual(['keep v1', 'settle 1'])
  })

  it.each([
    { seconds: 0.3, effects: ['answer from token'] },
    { seconds: 719.999, effects: ['answer from token'] },
    { seconds: 720, effects: ['fetch 2', 'answer from token'] },
    { seconds: 869.999, effects: ['fetch 2', 'answer from token'] },
    { seconds: 870, effects: ['fetch 2', 'answer from flight'] },
  ])('serves a token of 900 s at $seconds s with $effects', ({ seconds, effects }) => {
    expect(run(...kept, get(seconds)).effects).toEqual(effects)
  })

  it('counts a life from the start of the request', () => {
    expect(run(get(0), minted(20), get(719)).effects).toEqual(['answer from token'])
    expect(run(get(0), minted(20), get(870)).effects).toEqual(['fetch 2', 'answer from flight'])
  })

  it('renews once in the soft window, however many ask', () => {
    expect(run(...kept, get(720), get(721)).effects).toEqual(['answer from token'])
    expect(run(...kept, get(720), get(870)).effects).toEqual(['answer from flight'])
  })

  it('serves the former token while a failed renewal pauses, and tries again after it', () => {
    const once = [...kept, get(720), failed(720, 2)]
    // 0.5 s at most after a first failure, at random = 1.
    expect(run(...once, get(720.499)).effects).toEqual(['answer from token'])
    expect(run(...once, get(720.5)).effects).toEqual(['fetch 3', 'answer from token'])
    const twice = [...once, get(720.5), failed(720.5, 3)]
    expect(run(...twice, get(721.499)).effects).toEqual(['answer from token'])
    expect(run(...twice, get(721.5)).effects).toEqual(['fetch 4', 'answer from token'])
  })

  it('pauses at random between nothing and the full step', () => {
    const once = (random: number) => [...kept, get(720), failed(720, 2, random)]
    expect(run(...once(0), get(720)).effects).toEqual(['fetch 3', 'answer from token'])
    expect(run(...once(0.5), get(720.249)).effects).toEqual(['answer from token'])
    expect(run(...once(0.5), get(720.25)).effects).toEqual(['fetch 3', 'answer from token'])
  })

  it('doubles the pause up to 30 s, and never beyond a quarter of what is left', () => {
    let { state } = run(get(0), minted(0, { lifetimeMs: 86_400_000 }))
    let seconds = 86_100
    const pauses: number[] = []
    for (let flight = 2; flight < 12; flight += 1) {
      state = decide(state, get(seconds)).state
      state = decide(state, failed(seconds, flight)).state
      pauses.push(state.pause?.ms ?? Number.NaN)
      seconds += (state.pause?.ms ?? Number.NaN) / 1000
    }
    // 270 s are left at first: 31.5 s of pauses, then 30 s steps until a quarter of the rest is less.
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000, 30000])
    const near = run(get(0), minted(0), get(868), failed(868, 2))
    expect(near.state.pause?.ms).toBe(500)
    const nearest = run(get(0), minted(0), get(869), failed(869, 2))
    expect(nearest.state.pause?.ms).toBe(250)
  })

  it('measures a pause by both clocks', () => {
    const { state } = run(...kept, get(720), failed(720, 2))
    const suspended = { wall: at(721).wall, mono: at(720).mono }
    const setBack = { wall: at(0).wall, mono: at(721).mono }
    for (const instant of [suspended, setBack]) {
      const { effects } = decide(state, { type: 'get', at: instant, minValidityMs: 0 })
      expect(effects.map(short)).toEqual(['fetch 3', 'answer from token'])
    }
  })

  it('never pauses callers who have no usable token', () => {
    expect(run(get(0), failed(1, 1), get(1)).effects).toEqual(['fetch 2', 'answer from flight'])
    expect(run(...kept, get(720), failed(870, 2), get(870)).effects).toEqual([
      'fetch 3',
      'answer from flight',
    ])
    expect(run(...kept, get(720), failed(870, 2)).state.pause).toBeUndefined()
    const paused = [...kept, get(869.9), failed(869.9, 2)]
    expect(run(...paused, get(870)).effects).toEqual(['fetch 3', 'answer from flight'])
  })

  it('forgets the pause after a success', () => {
    const renewed = [...kept, get(720), failed(720, 2), get(721), minted(721, { flight: 3, version: 'v2' })]
    expect(run(...renewed).state.pause).toBeUndefined()
  })

  it('ignores the outcome of a flight that is not the current one', () => {
    const late = [get(0), failed(30, 1)]
    const before = run(...late)
    expect(run(...late, minted(31))).toEqual({ state: before.state, effects: [] })
    const again = [...late, get(31)]
    expect(run(...again, failed(32, 1))).toEqual({ state: run(...again).state, effects: [] })
    expect(run(...again, minted(32))).toEqual({ state: run(...again).state, effects: [] })
  })

  it.each([
    { why: 'has no lifetime', event: minted(0.2, { lifetimeMs: 0 }) },
    { why: 'took longer than its life', event: minted(12, { lifetimeMs: 10_000 }) },
  ])('hands on a token that $why and does not keep it', ({ event }) => {
    expect(run(get(0), event).effects).toEqual(['drop', 'settle 1'])
    expect(run(get(0), event, get(12)).effects).toEqual(['fetch 2', 'answer from flight'])
  })

  it('drops the former token when its successor cannot be kept', () => {
    const unkept = minted(721, { flight: 2, lifetimeMs: 0 })
    expect(run(...kept, get(720), unkept, get(722)).effects).toEqual(['fetch 3', 'answer from flight'])
  })

  it('fetches for a caller who needs more validity than is left', () => {
    // 870 s are served in all: 600 s are left at 270 s.
    expect(run(...kept, get(270, 600_000)).effects).toEqual(['answer from token'])
    expect(run(...kept, get(270.001, 600_000)).effects).toEqual(['fetch 2', 'answer from flight'])
    expect(run(...kept, get(271, 600_000), get(272)).effects).toEqual(['answer from token'])
  })

  it('lets a young token meet a demand that no token can meet', () => {
    expect(run(...kept, get(225, 3_600_000)).effects).toEqual(['answer from token'])
    expect(run(...kept, get(225.001, 3_600_000)).effects).toEqual(['fetch 2', 'answer from flight'])
  })

  it('gives nothing more once closed', () => {
    expect(run(...kept, { type: 'close' }).effects).toEqual(['drop'])
    expect(run(get(0), { type: 'close' }).effects).toEqual(['drop', 'cancel 1'])
    expect(run(...kept, { type: 'close' }, get(1)).effects).toEqual(['answer from closed'])
    expect(run(get(0), { type: 'close' }, minted(1)).effects).toEqual([])
    expect(run(get(0), { type: 'close' }, failed(1, 1)).effects).toEqual([])
  })

  it('neither changes what it was given nor depends on anything else', () => {
    const event = fc.oneof(
      fc.integer({ min: 0, max: 1000 }).map((seconds) => get(seconds)),
      fc
        .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 4 }))
        .map(([s, f]) => failed(s, f)),
      fc
        .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 4 }))
        .map(([s, flight]) => minted(s, { flight })),
    )
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const frozen = (value: object): void => {
          for (const part of Object.values(Object.freeze(value))) if (part instanceof Object) frozen(part)
        }
        let state = initialState
        for (const each of events) {
          frozen(state)
          const first = decide(state, each)
          expect(decide(state, each)).toEqual(first)
          state = first.state
        }
      }),
    )
  })
})
