import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, failed, found, get, minted, missed, rejected, rules, run, short } from '../test/script.js'
import { decide } from './decide.js'
import { initialState } from './state.js'

const kept = [get(0), minted(0.2)]

describe('a call without a usable token', () => {
  it('fetches once, and the others join', () => {
    expect(run([get(0)]).effects).toEqual(['fetch 1', 'answer from flight'])
    expect(run([get(0), get(0.1)]).effects).toEqual(['answer from flight'])
    expect(run([get(0), get(0.1)]).state.flights).toEqual([{ id: 1, since: at(0), minValidityMs: 0 }])
  })

  it('is answered by what the flight brings, and that is kept', () => {
    const { effects, state } = run(kept)
    expect(effects).toEqual(['keep v1', 'settle 1'])
    expect(state).toMatchObject({ flights: [], pause: undefined, strikes: 0, rejected: undefined })
    expect(state.token).toMatchObject({ since: at(0), landed: at(0.2), accepted: false, doubted: false })
  })
})

describe('a call with a token', () => {
  it.each([
    { seconds: 0.3, effects: ['answer from token'] },
    { seconds: 719.999, effects: ['answer from token'] },
    { seconds: 720, effects: ['fetch 2', 'answer from token'] },
    { seconds: 869.999, effects: ['fetch 2', 'answer from token'] },
    { seconds: 870, effects: ['fetch 2', 'answer from flight'] },
  ])('of 900 s at $seconds s does $effects', ({ seconds, effects }) => {
    expect(run([...kept, get(seconds)]).effects).toEqual(effects)
  })

  it('counts its life from the start of the request', () => {
    expect(run([get(0), minted(20), get(719)]).effects).toEqual(['answer from token'])
    expect(run([get(0), minted(20), get(870)]).effects).toEqual(['fetch 2', 'answer from flight'])
  })

  it('renews once in the soft window, however many ask', () => {
    expect(run([...kept, get(720), get(721)]).effects).toEqual(['answer from token'])
    expect(run([...kept, get(720), get(870)]).effects).toEqual(['answer from flight'])
  })

  it('is not renewed early where that would end it', () => {
    const exclusive = { rotation: 'exclusive' } as const
    expect(run([...kept, get(869.999)], exclusive).effects).toEqual(['answer from token'])
    expect(run([...kept, get(870)], exclusive).effects).toEqual(['fetch 2', 'answer from flight'])
    const independent = { rotation: 'independent' } as const
    expect(run([...kept, get(720)], independent).effects).toEqual(['fetch 2', 'answer from token'])
  })

  it('fetches if more validity is needed than is left', () => {
    // 870 s are served in all: 600 s are left at 270 s.
    expect(run([...kept, get(270, 600_000)]).effects).toEqual(['answer from token'])
    expect(run([...kept, get(270.001, 600_000)]).effects).toEqual(['fetch 2', 'answer from flight'])
    expect(run([...kept, get(271, 600_000), get(272)]).effects).toEqual(['answer from token'])
    expect(run([...kept, get(271, 600_000), get(272, 600_000)]).effects).toEqual(['answer from flight'])
  })

  it('is content with a young token if no token could meet the demand', () => {
    expect(run([...kept, get(225, 3_600_000)]).effects).toEqual(['answer from token'])
    expect(run([...kept, get(225.001, 3_600_000)]).effects).toEqual(['fetch 2', 'answer from flight'])
  })
})

describe('a failed renewal', () => {
  it('leaves the token in service, pauses, and is tried again', () => {
    const once = [...kept, get(720), failed(720, 2)]
    expect(run(once).effects).toEqual(['settle 2'])
    // 0.5 s at most after a first failure, at random = 1.
    expect(run([...once, get(720.499)]).effects).toEqual(['answer from token'])
    expect(run([...once, get(720.5)]).effects).toEqual(['fetch 3', 'answer from token'])
    const twice = [...once, get(720.5), failed(720.5, 3)]
    expect(run([...twice, get(721.499)]).effects).toEqual(['answer from token'])
    expect(run([...twice, get(721.5)]).effects).toEqual(['fetch 4', 'answer from token'])
  })

  it('pauses a call that cannot do with the token', () => {
    const once = [...kept, get(720), failed(720, 2)]
    expect(run([...once, get(720.4, 600_000)]).effects).toEqual(['answer from pause'])
    expect(run([...once, get(720.5, 600_000)]).effects).toEqual(['fetch 3', 'answer from flight'])
  })

  it('is forgotten after a success', () => {
    const renewed = run([...kept, get(720), failed(720, 2), get(721), minted(721, { flight: 3 })])
    expect(renewed.effects).toEqual(['keep v3', 'settle 3'])
    expect(renewed.state.pause).toBeUndefined()
  })
})

describe('a failed fetch', () => {
  it('is tried again at once, and from the second one on after a pause', () => {
    const once = [get(0), failed(1, 1)]
    expect(run(once).state).toMatchObject({ flights: [], pause: { failures: 1, reason: 'failed', ms: 0 } })
    expect(run([...once, get(1)]).effects).toEqual(['fetch 2', 'answer from flight'])
    const twice = [...once, get(1), failed(1, 2)]
    expect(run([...twice, get(1.999)]).effects).toEqual(['answer from pause'])
    expect(run([...twice, get(2)]).effects).toEqual(['fetch 3', 'answer from flight'])
  })

  it('that will not work without a change pauses for longer', () => {
    const once = [get(0), failed(1, 1, { kind: 'terminal', random: 0 })]
    expect(run(once).state.pause).toMatchObject({ reason: 'refused' })
    expect(run([...once, get(15.999)]).effects).toEqual(['answer from pause'])
    expect(run([...once, get(16)]).effects).toEqual(['fetch 2', 'answer from flight'])
  })

  it('or any other end of a flight that is not the current one changes nothing', () => {
    const late = run([get(0), failed(30, 1)])
    for (const event of [minted(31), failed(31, 1), found(31), missed(31, 1)]) {
      expect(decide(late.state, event)).toEqual({ state: late.state, effects: [] })
    }
    const again = run([get(0), failed(30, 1), get(31)])
    for (const event of [minted(32), failed(32, 1), found(32), missed(32, 1)]) {
      expect(decide(again.state, event)).toEqual({ state: again.state, effects: [] })
    }
  })
})

describe('a token that cannot be kept', () => {
  it.each([
    { why: 'has no lifetime', event: minted(0.2, { lifetimeMs: 0 }) },
    { why: 'took longer than its life', event: minted(12, { lifetimeMs: 10_000 }) },
    { why: 'took as long as it may be served', event: minted(9.2, { lifetimeMs: 10_000 }) },
  ])('since it $why is handed on', ({ event }) => {
    expect(run([get(0), event]).effects).toEqual(['drop', 'settle 1'])
    expect(run([get(0), event, get(12)]).effects).toEqual(['fetch 2', 'answer from flight'])
  })

  it('since the machine slept while it was on its way is not handed on either', () => {
    const asleep = { wall: at(3_600).wall, mono: at(1).mono }
    const slept = [get(0), minted(0, { at: asleep })]
    expect(run(slept).effects).toEqual(['settle 1 with timeout'])
    expect(run(slept).state).toMatchObject({ token: undefined, flights: [], pause: { reason: 'failed' } })
    expect(run([get(0), minted(30, { lifetimeMs: 29_000 })]).effects).toEqual(['settle 1 with timeout'])
    expect(run([get(0), minted(29.999, { lifetimeMs: 29_000 })]).effects).toEqual(['drop', 'settle 1'])
    expect(run([get(0), minted(3_600, { lifetimeMs: 0 })]).effects).toEqual(['drop', 'settle 1'])
  })

  it('takes its predecessor with it, and ends a pause', () => {
    const unkept = minted(721, { flight: 2, lifetimeMs: 0 })
    expect(run([...kept, get(720), unkept, get(722)]).effects).toEqual(['fetch 3', 'answer from flight'])
    const failedBefore = [get(0), failed(0, 1), get(1), minted(1, { flight: 2, lifetimeMs: 0 })]
    expect(run(failedBefore).state.pause).toBeUndefined()
  })
})

describe('a token that the provider issues again while it lives', () => {
  const again = (lifetimeMs: number) => [
    ...kept,
    get(720),
    minted(720, { flight: 2, version: 'v1', lifetimeMs }),
  ]

  it('keeps its end, and the next attempt waits as after a failure', () => {
    const repeated = run(again(180_000))
    expect(repeated.effects).toEqual(['settle 2 with kept'])
    expect(repeated.state.token).toMatchObject({ since: at(0), lifetimeMs: 900_000 })
    expect(run([...again(180_000), get(720.249)]).effects).toEqual(['answer from token'])
    expect(run([...again(180_000), get(720.25)]).effects).toEqual(['fetch 3', 'answer from token'])
  })

  it('is all that those get who need more than it has: nothing has failed', () => {
    const demand = [
      ...kept,
      get(500, 600_000),
      minted(500, { flight: 2, version: 'v1', lifetimeMs: 400_000 }),
    ]
    expect(run(demand).effects).toEqual(['settle 2 with kept'])
    expect(run([...demand, get(500.249, 600_000)]).effects).toEqual(['answer from token'])
    expect(run([...demand, get(500.25, 600_000)]).effects).toEqual(['fetch 3', 'answer from flight'])
    // Once it is gone there is a reason to ask again.
    expect(run([...demand, rejected(500.1, 'v1'), get(500.1)]).effects).toEqual([
      'fetch 3',
      'answer from flight',
    ])
  })

  it('lives on if its life was prolonged', () => {
    const repeated = run([...again(900_000), get(1_439.999)])
    expect(run(again(900_000)).effects).toEqual(['keep v1', 'settle 2'])
    expect(run(again(900_000)).state.pause).toBeUndefined()
    expect(repeated.effects).toEqual(['answer from token'])
    expect(run([...again(900_000), get(1_440)]).effects).toEqual(['fetch 3', 'answer from token'])
  })

  it('is prolonged only by more than its first request may have taken', () => {
    expect(run(again(210_000)).effects).toEqual(['settle 2 with kept'])
    expect(run(again(210_001)).effects).toEqual(['keep v1', 'settle 2'])
  })

  it('is served with what it has left once it is past its margin: there is no better one', () => {
    const late = (lifetimeMs: number) => [
      ...kept,
      get(870),
      minted(870, { flight: 2, version: 'v1', lifetimeMs }),
    ]
    expect(run(late(30_000)).effects).toEqual(['keep v1', 'settle 2'])
    // 5 % of 30 s are 1.5 s.
    expect(run([...late(30_000), get(893)]).effects).toEqual(['answer from token'])
    expect(run([...late(30_000), get(898.5)]).effects).toEqual(['fetch 3', 'answer from flight'])
    expect(run(late(0)).effects).toEqual(['drop', 'settle 2'])
  })

  it('does not lose what calls have shown', () => {
    const proven = run([get(0), minted(0), { type: 'confirmed', at: at(9), version: 'v1' }, get(720)])
    const { state } = decide(proven.state, minted(720, { flight: 2, version: 'v1' }))
    expect(state.token).toMatchObject({ accepted: true, since: at(720) })
  })
})

describe('where a store is', () => {
  const store = { hasStore: true }

  it('it is asked before the provider', () => {
    expect(run([get(0)], store).effects).toEqual(['read 1', 'answer from flight'])
    expect(run([get(0), get(0.1)], store).effects).toEqual(['answer from flight'])
    expect(run([get(0), missed(0.2, 1)], store).effects).toEqual(['fetch 1'])
  })

  it('a life counts from the request to the provider, not from that to the store', () => {
    const { state } = run([get(0), missed(0.2, 1), minted(1)], store)
    expect(state.token?.since).toEqual(at(0.2))
  })

  it('what the provider brings is written to it', () => {
    const effects = ['keep v1', 'settle 1', 'publish v1']
    expect(run([get(0), missed(0, 1), minted(1)], store).effects).toEqual(effects)
    const unkept = [get(0), missed(0, 1), minted(1, { lifetimeMs: 0 })]
    expect(run(unkept, store).effects).toEqual(['drop', 'settle 1'])
    const after = [get(0), missed(0, 1), minted(1), get(720), missed(720, 2)]
    const unkeptLater = minted(721, { flight: 2, lifetimeMs: 0 })
    expect(run([...after, unkeptLater], store).effects).toEqual(['drop', 'forget v1', 'settle 2'])
    const longer = [get(0), missed(0, 1), minted(1), get(720), missed(720, 2)]
    const prolonged = minted(720, { flight: 2, version: 'v1' })
    expect(run([...longer, prolonged], store).effects).toEqual(['keep v1', 'settle 2', 'publish v1'])
  })

  it('what it has is adopted with the age that it has', () => {
    const adopted = [get(0), found(0.1, { ageMs: 300_000 })]
    expect(run(adopted, store).effects).toEqual(['keep shared', 'settle 1'])
    expect(run([...adopted, get(420.099)], store).effects).toEqual(['answer from token'])
    expect(run([...adopted, get(420.1)], store).effects).toEqual(['read 2', 'answer from token'])
    expect(run([...adopted, get(570.1)], store).effects).toEqual(['read 2', 'answer from flight'])
  })

  it('what was adopted ages by both clocks', () => {
    const adopted = run([get(0), found(0, { ageMs: 300_000 })], store).state
    const ask = (wall: number, mono: number) =>
      decide(adopted, {
        type: 'get',
        at: { wall: at(wall).wall, mono: at(mono).mono },
        minValidityMs: 0,
      }).effects.map(short)
    expect(ask(570, 0)).toEqual(['read 2', 'answer from flight'])
    expect(ask(0, 570)).toEqual(['read 2', 'answer from flight'])
    expect(ask(419, -600)).toEqual(['answer from token'])
    expect(ask(-600, 419)).toEqual(['answer from token'])
  })

  it('a token of another fleet member replaces one that is to be renewed', () => {
    const held = [get(0), missed(0, 1), minted(0), get(720)]
    expect(run([...held, found(720, { flight: 2 })], store).effects).toEqual(['keep shared', 'settle 2'])
  })

  it.each([
    { why: 'is past its end', event: found(720, { flight: 2, ageMs: 870_000 }) },
    { why: 'is the one to be renewed', event: found(720, { flight: 2, version: 'v1', ageMs: 100_000 }) },
    { why: 'ends no later', event: found(720, { flight: 2, ageMs: 720_000 }) },
  ])('a token that $why is not adopted', ({ event }) => {
    const held = [get(0), missed(0, 1), minted(0), get(720)]
    expect(run([...held, event], store).effects).toEqual(['fetch 2'])
  })

  it('a token that ends a little later is, even if little is left of it', () => {
    const event = found(720, { flight: 2, ageMs: 719_000 })
    const held = [get(0), missed(0, 1), minted(0), get(720)]
    expect(run([...held, event], store).effects).toEqual(['keep shared', 'settle 2'])
    const expired = [get(0), missed(0, 1), minted(0), get(900)]
    expect(run([...expired, found(900, { flight: 2, ageMs: 860_000 })], store).effects).toEqual([
      'keep shared',
      'settle 2',
    ])
    expect(run([...expired, found(900, { flight: 2, ageMs: 870_000 })], store).effects).toEqual(['fetch 2'])
  })

  it('a token that lasts too short for the caller is not adopted', () => {
    const demand = [get(0, 600_000)]
    expect(run([...demand, found(0, { ageMs: 270_000 })], store).effects).toEqual(['keep shared', 'settle 1'])
    expect(run([...demand, found(0, { ageMs: 270_001 })], store).effects).toEqual(['fetch 1'])
  })

  it('a caller who joins the reading may need more of its token', () => {
    const joined = [get(0), get(0, 600_000), get(0, 1_000)]
    expect(run([...joined, found(0, { ageMs: 270_000 })], store).effects).toEqual(['keep shared', 'settle 1'])
    expect(run([...joined, found(0, { ageMs: 270_001 })], store).effects).toEqual(['fetch 1'])
  })

  it('a token of any age is known everywhere, and dropped as soon as it is rejected', () => {
    const adopted = [get(0), found(0, { ageMs: 5_000 })]
    expect(run([...adopted, rejected(0, 'shared')], store).effects).toContain('drop')
    const young = [get(0), found(0, { ageMs: 4_999 })]
    expect(run([...young, rejected(0, 'shared')], store).effects).toEqual(['kept'])
    // After a rejection each further one is given its time, so that a call that is always rejected drops few.
    const second = [
      ...adopted,
      rejected(0, 'shared'),
      get(0),
      found(0, { flight: 2, version: 'v2', ageMs: 50_000 }),
    ]
    expect(run([...second, rejected(9.999, 'v2')], store).effects).toEqual(['kept'])
  })

  it('a pause does not keep anyone from a token that another process has', () => {
    const pausing = [get(0), missed(0, 1), failed(0, 1, { retryAfterMs: 200_000 }), get(1)]
    expect(run(pausing, store).effects).toEqual(['read 2', 'answer from flight'])
    expect(run([...pausing, missed(1, 2)], store).effects).toEqual(['settle 2 with pause'])
    expect(run([...pausing, missed(1, 2)], store).state.flights).toEqual([])
    const adopted = [...pausing, found(1, { flight: 2, ageMs: 719_000 })]
    expect(run(adopted, store).effects).toEqual(['keep shared', 'settle 2'])
    // The provider is left alone all the same: 200 s and a tenth, at random = 1.
    expect(run([...adopted, get(100)], store).effects).toEqual(['answer from token'])
    expect(run([...adopted, get(219), missed(219, 3)], store).effects).toEqual(['settle 3 with pause'])
    expect(run([...adopted, get(220.001), missed(220.001, 3)], store).effects).toEqual(['fetch 3'])
  })

  it('the rejected token is not adopted', () => {
    const dropped = [get(0), missed(0, 1), minted(0), rejected(100, 'v1'), get(100)]
    expect(run(dropped, store).effects).toEqual(['read 2', 'answer from flight'])
    expect(run([...dropped, found(100, { flight: 2, version: 'v1' })], store).effects).toEqual(['fetch 2'])
    expect(run([...dropped, found(100, { flight: 2 })], store).effects).toEqual(['keep shared', 'settle 2'])
  })

  it('each flight keeps its own start when another one turns to the provider', () => {
    const two = [get(0), get(1), missed(2, 1)]
    const { flights } = run(two, { ...store, joins: false }).state
    expect(flights.map(({ since }) => since)).toEqual([at(2), at(1)])
  })
})

describe('where flights are not joined', () => {
  const alone = { joins: false }

  it('each caller without a token fetches', () => {
    expect(run([get(0), get(0.1)], alone).effects).toEqual(['fetch 2', 'answer from flight'])
    expect(run([get(0), get(0.1), minted(1), minted(1, { flight: 2 })], alone).state.flights).toEqual([])
  })

  it('a token is renewed once all the same', () => {
    expect(run([...kept, get(720), get(721)], alone).effects).toEqual(['answer from token'])
  })

  it('a renewal that vanished with its request is not waited for', () => {
    const begun = [...kept, get(720)]
    expect(run([...begun, get(749.999)], alone).effects).toEqual(['answer from token'])
    expect(run([...begun, get(750)], alone).effects).toEqual(['cancel 2', 'fetch 3', 'answer from token'])
    expect(run([...begun, get(750)], alone).state.flights.map(({ id }) => id)).toEqual([3])
    expect(run([...begun, get(750)]).effects).toEqual(['answer from token'])
  })

  it('only the vanished one is given up', () => {
    const two = run([get(0), get(20), get(31)], alone)
    expect(two.effects).toEqual(['cancel 1', 'fetch 3', 'answer from flight'])
    expect(two.state.flights.map(({ id }) => id)).toEqual([2, 3])
  })

  it('what was overtaken is told by both clocks', () => {
    // The wall clock was set back between the two flights: by it, the second started first.
    const setBack = { wall: at(-60).wall, mono: at(1).mono }
    const second = { type: 'get', at: setBack, minValidityMs: 0 } as const
    const landed = (seconds: number) => ({ wall: at(seconds - 61).wall, mono: at(seconds).mono })
    const events = [get(0), second, minted(2, { flight: 2, at: landed(2) }), minted(3, { at: landed(3) })]
    expect(run(events, alone).effects).toEqual(['keep v1', 'settle 1'])
  })

  it('what was overtaken does not replace what is newer, which its callers get too', () => {
    const two = [get(0), get(1), minted(2, { flight: 2 })]
    expect(run([...two, minted(3)], alone).effects).toEqual(['settle 1 with kept'])
    expect(run([...two, minted(3)], alone).state.token?.version).toBe('v2')
    const inOrder = [get(0), get(1), minted(2)]
    expect(run([...inOrder, minted(3, { flight: 2 })], alone).effects).toEqual(['keep v2', 'settle 2'])
    // The newer one has ended meanwhile.
    const ended = [get(0), get(1), minted(2, { flight: 2, lifetimeMs: 10_000 }), minted(20)]
    expect(run(ended, alone).effects).toEqual(['keep v1', 'settle 1'])
  })

  it('the pause counts for all', () => {
    const asked = failed(1, 1, { retryAfterMs: 200 })
    expect(run([get(0), get(0), asked, get(1.1)], alone).effects).toEqual(['answer from pause'])
  })

  it('a pause that the provider asked for is not cut short by the failure of another attempt', () => {
    const busy = failed(1, 1, { retryAfterMs: 60_000, random: 0 })
    const two = [get(0), get(0), busy, failed(1, 2)]
    expect(run([...two, get(60.999)], alone).effects).toEqual(['answer from pause'])
    expect(run([...two, get(61)], alone).effects).toEqual(['fetch 3', 'answer from flight'])
  })

  it('a token that was rejected while a newer one is held stops nothing', () => {
    const two = [get(0), get(0), minted(0.1), rejected(6, 'v1'), get(6), minted(7, { flight: 3 })]
    const late = minted(8, { flight: 2, version: 'v1' })
    expect(run([...two, late], alone).effects).toEqual(['settle 2 with kept'])
    expect(run([...two, late], alone).state.pause).toBeUndefined()
  })
})

describe('once closed', () => {
  it('nothing is given any more', () => {
    const close = { type: 'close' } as const
    expect(run([...kept, close]).effects).toEqual(['drop'])
    expect(run([get(0), close]).effects).toEqual(['drop', 'cancel 1'])
    expect(run([get(0), get(0), close], { joins: false }).effects).toEqual(['drop', 'cancel 1', 'cancel 2'])
    expect(run([...kept, close, get(1)]).effects).toEqual(['answer from closed'])
    for (const late of [minted(1), failed(1, 1), found(1), missed(1, 1)]) {
      expect(run([get(0), close, late]).effects).toEqual([])
    }
    expect(run([get(0), failed(0, 1), close]).state).toMatchObject({
      token: undefined,
      pause: undefined,
      flights: [],
      closed: true,
    })
  })
})

describe('decide', () => {
  const seconds = fc.integer({ min: 0, max: 1000 })
  const flight = fc.integer({ min: 1, max: 4 })
  const version = fc.constantFrom('v1', 'v2', 'shared')
  const event = fc.oneof(
    seconds.map((s) => get(s)),
    fc.tuple(seconds, flight).map(([s, f]) => failed(s, f)),
    fc.tuple(seconds, flight, version).map(([s, f, v]) => minted(s, { flight: f, version: v })),
    fc.tuple(seconds, flight, version).map(([s, f, v]) => found(s, { flight: f, version: v })),
    fc.tuple(seconds, flight).map(([s, f]) => missed(s, f)),
    fc.tuple(seconds, version).map(([s, v]) => rejected(s, v)),
    fc.tuple(seconds, version).map(([s, v]) => ({ type: 'confirmed' as const, at: at(s), version: v })),
  )

  it('neither changes what it was given nor depends on anything else', () => {
    const frozen = (value: object): void => {
      for (const part of Object.values(Object.freeze(value))) if (part instanceof Object) frozen(part)
    }
    fc.assert(
      fc.property(fc.array(event), fc.boolean(), fc.boolean(), (events, joins, hasStore) => {
        let state = initialState({ ...rules, joins, hasStore })
        for (const each of events) {
          frozen(state)
          const first = decide(state, each)
          expect(decide(state, each)).toEqual(first)
          state = first.state
        }
      }),
    )
  })

  it('has one flight at most where they are joined, and settles each exactly once', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.boolean(), (events, hasStore) => {
        let state = initialState({ ...rules, hasStore })
        const open = new Set<string>()
        for (const each of [...events, { type: 'close' } as const]) {
          const { state: next, effects } = decide(state, each)
          state = next
          expect(state.flights.length).toBeLessThanOrEqual(1)
          for (const effect of effects.map(short)) {
            const [what, id = ''] = effect.split(' ')
            if (what === 'read' || (what === 'fetch' && !open.has(id))) {
              expect(open.has(id)).toBe(false)
              open.add(id)
            }
            if (what === 'settle' || what === 'cancel') expect(open.delete(id)).toBe(true)
          }
        }
        expect(open.size).toBe(0)
      }),
    )
  })
})
