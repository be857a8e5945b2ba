import { describe, expect, it } from 'vitest'
import { at, confirmed, failed, get, minted, rejected, run } from '../test/script.js'

const kept = [get(0), minted(0)]
/** The first token was rejected and replaced by `v2` at 100 s. */
const replaced = [...kept, rejected(100, 'v1'), get(100), minted(100, { flight: 2 })]

describe('a rejected token', () => {
  it('is dropped, and the next call fetches another', () => {
    const { state, effects } = run([...kept, rejected(5, 'v1')])
    expect(effects).toEqual(['drop', 'renewed'])
    expect(state).toMatchObject({
      strikes: 1,
      rejected: { version: 'v1', accepted: false },
      token: undefined,
    })
    expect(run([...kept, rejected(5, 'v1'), get(5)]).effects).toEqual(['fetch 2', 'answer from flight'])
  })

  it('is deleted from the store, and no other is', () => {
    const { effects } = run([...kept, rejected(5, 'v1')], { hasStore: true })
    expect(effects).toEqual(['drop', 'forget v1', 'renewed'])
  })

  it('that is not the kept one is nobody any more', () => {
    expect(run([...replaced, rejected(101, 'v1')]).effects).toEqual(['renewed'])
    expect(run([...replaced, rejected(101, 'v1')]).state.token?.version).toBe('v2')
    expect(run([...kept, rejected(5, 'v1'), rejected(5, 'v1')]).effects).toEqual(['renewed'])
    expect(run([rejected(0, 'v0')]).effects).toEqual(['renewed'])
    // Its successor is there, whatever has become of an attempt to renew that.
    const failing = [...replaced, get(820), failed(820, 3), rejected(820, 'v1')]
    expect(run(failing).effects).toEqual(['renewed'])
    expect(run([...kept, rejected(9, 'v1'), rejected(9, 'v1')]).state.strikes).toBe(1)
  })

  it('is satisfied by a renewal that has begun already', () => {
    const renewing = [...kept, get(720), rejected(721, 'v1')]
    expect(run(renewing).effects).toEqual(['drop', 'renewed'])
    expect(run([...renewing, get(721)]).effects).toEqual(['answer from flight'])
  })

  it('is kept while it is too young to be known everywhere', () => {
    expect(run([...kept, rejected(4.999, 'v1')]).effects).toEqual(['kept'])
    expect(run([...kept, rejected(4.999, 'v1'), get(5)]).effects).toEqual(['answer from token'])
    expect(run([...kept, rejected(1, 'v1'), rejected(5, 'v1')]).effects).toEqual(['drop', 'renewed'])
    // Its age counts from its arrival, not from the request.
    expect(run([get(0), minted(3), rejected(7.999, 'v1')]).effects).toEqual(['kept'])
    expect(run([get(0), minted(3), rejected(8, 'v1')]).effects).toEqual(['drop', 'renewed'])
  })

  it('that has ended on its way is dropped, and the rejection counts for nothing', () => {
    const ended = [...kept, rejected(870, 'v1')]
    expect(run(ended).effects).toEqual(['drop', 'renewed'])
    expect(run(ended).state).toMatchObject({ strikes: 0, rejected: undefined, token: undefined })
    expect(run([...kept, rejected(869.999, 'v1')]).state.strikes).toBe(1)
    expect(run(ended, { hasStore: true }).effects).toEqual(['drop', 'forget v1', 'renewed'])
    expect(run([...replaced, rejected(970, 'v2')]).state).toMatchObject({ strikes: 0, rejected: undefined })
  })

  it('that comes again by a renewal that had begun before is asked for once more', () => {
    const renewing = [...kept, get(720), rejected(721, 'v1')]
    const again = [...renewing, minted(722, { flight: 2, version: 'v1' })]
    expect(run(again).effects).toEqual(['fetch 2'])
    expect(run([...again, minted(723, { flight: 2 })]).effects).toEqual(['keep v2', 'settle 2'])
    expect(run([...again, minted(723, { flight: 2, version: 'v1' })]).effects).toEqual([
      'settle 2 with pause',
    ])
  })

  it('of a short life is kept for a quarter of it at most', () => {
    const short = [get(0), minted(0, { lifetimeMs: 8_000 })]
    expect(run([...short, rejected(1.999, 'v1')]).effects).toEqual(['kept'])
    expect(run([...short, rejected(2, 'v1')]).effects).toEqual(['drop', 'renewed'])
  })
})

describe('the second in a row', () => {
  it('is kept for longer, and then stops everything: a third would fare no better', () => {
    expect(run([...replaced, rejected(109.999, 'v2')]).effects).toEqual(['kept'])
    const stopped = [...replaced, rejected(110, 'v2', 0)]
    expect(run(stopped).effects).toEqual(['drop', 'paused'])
    expect(run(stopped).state.pause).toMatchObject({ reason: 'rejected', ms: 15_000, failures: 1 })
    expect(run([...stopped, get(124.999)]).effects).toEqual(['answer from pause'])
    expect(run([...stopped, rejected(111, 'v2')]).effects).toEqual(['paused'])
    expect(run([...stopped, get(125)]).effects).toEqual(['fetch 3', 'answer from flight'])
  })

  it('lets the third try after a while, and stops again if that is rejected too', () => {
    const third = [...replaced, rejected(110, 'v2', 0), get(125), minted(125, { flight: 3 })]
    expect(run([...third, rejected(144.999, 'v3')]).effects).toEqual(['kept'])
    expect(run([...third, rejected(145, 'v3')]).effects).toEqual(['drop', 'paused'])
  })

  it('does not stop if a renewal is under way', () => {
    const renewing = [...replaced, get(820), rejected(821, 'v2')]
    expect(run(renewing).effects).toEqual(['drop', 'renewed'])
    expect(run([...renewing, get(821)]).effects).toEqual(['answer from flight'])
  })

  it('starts anew after a token that nobody rejected', () => {
    const renewed = [...replaced, get(820), minted(820, { flight: 3 })]
    expect(run(renewed).state).toMatchObject({ strikes: 0, rejected: undefined })
    expect(run([...renewed, rejected(825, 'v3')]).effects).toEqual(['drop', 'renewed'])
  })
})

describe('an accepted token', () => {
  it('never stops its successors when it is rejected', () => {
    const accepted = [...replaced, confirmed(101, 'v2'), rejected(110, 'v2')]
    expect(run(accepted).effects).toEqual(['drop', 'renewed'])
    // Its successor is spared too: tokens do work.
    const next = [...accepted, get(110), minted(110, { flight: 3 }), rejected(130, 'v3')]
    expect(run(next).effects).toEqual(['drop', 'renewed'])
    const last = [...next, get(130), minted(130, { flight: 4 }), rejected(170, 'v4')]
    expect(run(last).effects).toEqual(['drop', 'paused'])
  })

  it('is renewed for rejections less and less often: 5 s, 10 s, 20 s, 40 s, then each minute', () => {
    let events = kept
    let seconds = 0
    const waits: number[] = []
    for (let flight = 2; flight < 9; flight += 1) {
      const version = `v${flight - 1}`
      events = [...events, confirmed(seconds, version)]
      const landed = seconds
      while (run([...events, rejected(seconds, version)]).effects[0] === 'kept') seconds += 1
      waits.push(seconds - landed)
      events = [...events, rejected(seconds, version), get(seconds), minted(seconds, { flight })]
    }
    expect(waits).toEqual([5, 10, 20, 40, 60, 60, 60])
  })

  it('is not given up while other calls are accepted after the rejection', () => {
    const cleared = [...kept, rejected(3, 'v1'), confirmed(4, 'v1')]
    expect(run([...cleared, rejected(33.999, 'v1')]).effects).toEqual(['kept'])
    expect(run([...cleared, rejected(34, 'v1')]).effects).toEqual(['drop', 'renewed'])
    expect(run([...cleared, confirmed(60, 'v1'), rejected(61, 'v1')]).effects).toEqual(['kept'])
    // Accepted before it was rejected proves nothing: it may have been revoked in between.
    expect(run([...kept, confirmed(1, 'v1'), rejected(3, 'v1'), rejected(6, 'v1')]).effects).toEqual([
      'drop',
      'renewed',
    ])
  })

  it('may be known as such only after it was dropped', () => {
    const stopped = [...replaced, rejected(110, 'v2')]
    expect(run([...stopped, confirmed(111, 'v2'), get(111)]).effects).toEqual([
      'fetch 3',
      'answer from flight',
    ])
    expect(run([...stopped, confirmed(111, 'v1'), get(111)]).effects).toEqual(['answer from pause'])
    const failing = [
      ...kept,
      rejected(9, 'v1'),
      get(9),
      failed(9, 2, { kind: 'terminal' }),
      confirmed(9.1, 'v1'),
    ]
    expect(run([...failing, get(9.2)]).effects).toEqual(['answer from pause'])
    expect(run([...failing]).state.rejected).toMatchObject({ version: 'v1', accepted: true })
  })

  it('changes nothing if it is none of ours', () => {
    const { state } = run(kept)
    expect(run([...kept, confirmed(1, 'v0')]).state).toEqual(state)
  })
})

describe('the rejected token, issued again', () => {
  const again = (seconds: number) => minted(seconds, { flight: 2, version: 'v1' })

  it('stops everything: the token is not what is wrong', () => {
    const repeated = [...kept, rejected(5, 'v1'), get(5), again(6)]
    expect(run(repeated).effects).toEqual(['settle 2 with pause'])
    expect(run(repeated).state).toMatchObject({
      token: undefined,
      flights: [],
      pause: { reason: 'rejected', since: at(6), ms: 15_000 },
    })
    expect(run([...repeated, get(7)]).effects).toEqual(['answer from pause'])
    expect(run([...repeated, get(21)]).effects).toEqual(['fetch 3', 'answer from flight'])
  })

  it('is kept if calls were accepted with it', () => {
    const repeated = [...kept, confirmed(1, 'v1'), rejected(5, 'v1'), get(5), again(6)]
    expect(run(repeated).effects).toEqual(['keep v1', 'settle 2'])
    expect(run(repeated).state).toMatchObject({
      rejected: undefined,
      token: { accepted: true, doubted: true },
    })
    expect(run([...repeated, rejected(35.999, 'v1')]).effects).toEqual(['kept'])
    expect(run([...repeated, rejected(36, 'v1')]).effects).toEqual(['drop', 'renewed'])
    const dead = [...kept, confirmed(1, 'v1'), rejected(5, 'v1'), get(5)]
    const once = minted(6, { flight: 2, version: 'v1', lifetimeMs: 0 })
    expect(run([...dead, once]).effects).toEqual(['settle 2 with pause'])
  })
})

it('nothing follows once closed', () => {
  const close = { type: 'close' } as const
  expect(run([...kept, close, rejected(9, 'v1')]).effects).toEqual(['paused'])
  expect(run([...kept, close, confirmed(9, 'v1')]).effects).toEqual([])
})
