import { describe, expect, it } from 'vitest'
import {
  committed,
  confirmed,
  failed,
  found,
  get,
  granted,
  minted,
  missed,
  rejected,
  run,
  unavailable,
} from '../test/script.js'

const fleet = { hasStore: true, coordinates: true } as const
const exclusive = { ...fleet, rotation: 'exclusive' } as const
const independent = { ...fleet, rotation: 'independent' } as const
/** The first process of a fleet has fetched a token for all. */
const shared = [get(0), granted(0), minted(0.2), committed(0.2)]
/** The store is gone, and this process has fetched one for itself. */
const alone = [get(0), unavailable(0.3), minted(0.5)]

describe('a wait that was in vain', () => {
  it('is no failure of the provider', () => {
    const waited = run([get(0), failed(30, 1, { kind: 'waited' })], fleet)
    expect(waited.effects).toEqual(['settle 1'])
    expect(waited.state.pause).toBeUndefined()
  })
})

describe('a call without a token, where a store grants leases', () => {
  it('asks for a token or the lease, and fetches with the lease alone', () => {
    expect(run([get(0)], fleet).effects).toEqual(['lock 1', 'answer from flight'])
    expect(run([get(0), get(0.1)], fleet).effects).toEqual(['answer from flight'])
    expect(run([get(0), granted(0)], fleet).effects).toEqual(['fetch 1'])
  })

  it('is answered when the others can have the token too', () => {
    expect(run([get(0), granted(0), minted(0.2)], fleet).effects).toEqual(['commit v1 of 1'])
    const { effects, state } = run(shared, fleet)
    expect(effects).toEqual(['keep v1', 'settle 1'])
    expect(state).toMatchObject({ flights: [], alone: undefined, token: { version: 'v1' } })
  })

  it('is given what the store has', () => {
    const { effects } = run([get(0), found(0.01)], fleet)
    expect(effects).toEqual(['keep shared', 'settle 1'])
  })

  it('counts the life from the request, not from the wait for the lease', () => {
    const late = [get(0), granted(25), minted(25.2), committed(25.2)]
    expect(run(late, fleet).state.token?.since).toEqual(
      run([get(25), granted(25)], fleet).state.flights[0]?.since,
    )
  })

  it('asks again for what the store cannot give: a token that is too short for it', () => {
    const short = found(0.01, { ageMs: 600_000 })
    expect(run([get(0, 600_000), short], fleet).effects).toEqual(['lock 1 replacing shared'])
    const named = found(0.01, { ageMs: 600_000, storedAs: 'theirs' })
    expect(run([get(0, 600_000), named], fleet).effects).toEqual(['lock 1 replacing theirs'])
  })

  it('hears of a failure, and the next one starts with the store again', () => {
    const once = [get(0), granted(0), failed(1, 1)]
    expect(run(once, fleet).effects).toEqual(['settle 1'])
    expect(run([...once, get(1)], fleet).effects).toEqual(['lock 2', 'answer from flight'])
  })

  it('takes no lease that it may not use yet', () => {
    const twice = [get(0), granted(0), failed(1, 1), get(1), granted(1, 2), failed(1, 2)]
    expect(run([...twice, get(1.5)], fleet).effects).toEqual(['read 3', 'answer from flight'])
    expect(run([...twice, get(1.5), missed(1.5, 3)], fleet).effects).toEqual(['settle 3 with pause'])
    // The pause ended while the store was asked.
    expect(run([...twice, get(1.5), missed(2, 3)], fleet).effects).toEqual(['lock 3'])
  })

  it('does not use a lease that comes when nobody is to be asked any more', () => {
    const side = { ...fleet, joins: false } as const
    const refused = [get(0), get(0), granted(0), failed(1, 1, { kind: 'terminal' })]
    expect(run([...refused, granted(1, 2)], side).effects).toEqual(['settle 2 with pause'])
  })
})

describe('a renewal, where a store grants leases', () => {
  it('replaces the kept token, and serves it meanwhile', () => {
    expect(run([...shared, get(720)], fleet).effects).toEqual(['lock 2 replacing v1', 'answer from token'])
    const renewed = [...shared, get(720), granted(720, 2), minted(721, { flight: 2 })]
    expect(run(renewed, fleet).effects).toEqual(['commit v2 of 2'])
    expect(run([...renewed, get(721)], fleet).effects).toEqual(['answer from token'])
    expect(run([...renewed, committed(721, 'written', 2)], fleet).effects).toEqual(['keep v2', 'settle 2'])
  })

  it('after a rejection replaces the rejected one', () => {
    expect(run([...shared, rejected(6, 'v1'), get(6)], fleet).effects).toEqual([
      'lock 2 replacing v1',
      'answer from flight',
    ])
  })

  it('that brings the same token shares nothing', () => {
    const again = [
      ...shared,
      get(720),
      granted(720, 2),
      minted(721, { flight: 2, version: 'v1', lifetimeMs: 179_000 }),
    ]
    expect(run(again, fleet).effects).toEqual(['settle 2 with kept'])
  })

  it('that brings the rejected token again shares nothing', () => {
    const again = [
      ...shared,
      rejected(6, 'v1'),
      get(6),
      granted(6, 2),
      minted(7, { flight: 2, version: 'v1' }),
    ]
    expect(run(again, fleet).effects).toEqual(['settle 2 with pause'])
  })
})

describe('a token that came too late', () => {
  const late = [get(0), granted(0), minted(9)]

  it('is given up for the one that was faster, which is waited for', () => {
    expect(run([...late, committed(9, 'overtaken')], fleet).effects).toEqual(['lock 1'])
    const { effects, state } = run([...late, committed(9, 'overtaken'), found(9)], fleet)
    expect(effects).toEqual(['keep shared', 'settle 1'])
    expect(state.token?.version).toBe('shared')
  })

  it('is shared after all if whoever was faster has none', () => {
    const again = [...late, committed(9, 'overtaken'), granted(10)]
    expect(run(again, fleet).effects).toEqual(['commit v1 of 1'])
    expect(run([...again, committed(10)], fleet).effects).toEqual(['keep v1', 'settle 1'])
  })

  it.each([unavailable(9), found(9, { ageMs: 890_000 }), failed(30, 1, { kind: 'waited' })])(
    'is used after all if the other one cannot be read, is spent, or does not come (%#)',
    (event) => {
      const { effects, state } = run([...late, committed(9, 'overtaken'), event], fleet)
      expect(effects).toEqual(['keep v1', 'settle 1'])
      expect(state).toMatchObject({ flights: [], pause: undefined })
    },
  )

  it('is used, and shared later, if the store is gone by then', () => {
    const { effects, state } = run([...late, committed(9, 'unavailable')], fleet)
    expect(effects).toEqual(['keep v1', 'settle 1', 'publish v1'])
    expect(state.alone).toMatchObject({ lifetimeMs: 900_000 })
  })

  it('changes nothing if nobody waits for it', () => {
    expect(run([get(0), committed(1)], fleet).effects).toEqual([])
    expect(run([committed(1), granted(1), unavailable(1)], fleet).effects).toEqual([])
  })
})

describe('a store that is gone', () => {
  it('lets each process fetch for itself, and share it later', () => {
    expect(run([get(0), unavailable(0.3)], fleet).effects).toEqual(['fetch 1'])
    expect(run(alone, fleet).effects).toEqual(['keep v1', 'settle 1', 'publish v1'])
  })

  it('leaves a valid token in service, which is not renewed early', () => {
    const gone = [...shared, get(720), unavailable(720.3, 2)]
    expect(run(gone, fleet).effects).toEqual(['trust', 'settle 2 with kept'])
    // For a second nobody asks, however many call.
    expect(run([...gone, get(721.2)], fleet).effects).toEqual(['answer from token'])
    expect(run([...gone, get(721.3)], fleet).effects).toEqual(['lock 3 replacing v1', 'answer from token'])
  })

  it('is no reason to wait where tokens live side by side', () => {
    expect(run([...shared, get(720), unavailable(720.3, 2)], independent).effects).toEqual(['fetch 2'])
  })

  it('keeps nobody without a token, once the kept one has ended', () => {
    const gone = [...shared, get(720), unavailable(720.3, 2), get(869.9), unavailable(869.95, 3)]
    const ended = [...gone, get(870.2)]
    expect(run(ended, fleet).effects).toEqual(['read 4', 'answer from flight'])
    expect(run([...ended, unavailable(870.2, 4)], fleet).effects).toEqual(['fetch 4'])
  })

  it('makes processes whose tokens end each other fetch once in a quarter of a life', () => {
    const dead = [...alone, rejected(30, 'v1'), get(30)]
    expect(run([...dead, unavailable(30.3, 2)], exclusive).effects).toEqual(['settle 2 with pause'])
    const paused = run([...dead, unavailable(30.3, 2)], exclusive)
    // 225 s after the token came.
    expect(paused.state.pause).toMatchObject({ reason: 'alone', ms: expect.closeTo(195_200, 0) })
    const later = [...dead, unavailable(30.3, 2), get(225.6), unavailable(225.6, 3)]
    expect(run(later, exclusive).effects).toEqual(['fetch 3'])
    expect(run([...dead, unavailable(30.3, 2)], fleet).effects).toEqual(['fetch 2'])
  })

  it('that is back ends that pause at once', () => {
    const paused = [...alone, rejected(30, 'v1'), get(30), unavailable(30.3, 2)]
    expect(run([...paused, get(31)], exclusive).effects).toEqual(['read 3', 'answer from flight'])
    expect(run([...paused, get(31), missed(31, 3)], exclusive).effects).toEqual(['lock 3 replacing v1'])
    const back = run([...paused, get(31), found(31, { flight: 3 })], exclusive)
    expect(back.effects).toEqual(['keep shared', 'settle 3'])
    expect(back.state.pause).toBeUndefined()
  })

  it('is forgotten with the next token that is shared', () => {
    const back = [
      ...alone,
      get(871),
      granted(871, 2),
      minted(871, { flight: 2 }),
      committed(871, 'written', 2),
    ]
    expect(run(back, exclusive).state.alone).toBeUndefined()
  })
})

describe('a copy of a token that another process may end', () => {
  it('is compared with the store every 5 s, behind a call', () => {
    expect(run([...shared, get(5.199)], exclusive).effects).toEqual(['answer from token'])
    const checked = [...shared, get(5.2)]
    expect(run(checked, exclusive).effects).toEqual(['read 2', 'answer from token'])
    expect(run([...checked, get(5.3)], exclusive).effects).toEqual(['answer from token'])
    const same = [...checked, found(5.3, { flight: 2, version: 'v1', ageMs: 5_300 })]
    expect(run(same, exclusive).effects).toEqual(['trust', 'settle 2 with kept'])
    expect(run([...same, get(10.299)], exclusive).effects).toEqual(['answer from token'])
    expect(run([...same, get(10.3)], exclusive).effects).toEqual(['read 3', 'answer from token'])
  })

  it('goes when the store has another', () => {
    const { effects, state } = run([...shared, get(6), found(6, { flight: 2 })], exclusive)
    expect(effects).toEqual(['keep shared', 'settle 2'])
    expect(state.token?.version).toBe('shared')
  })

  it.each([missed(6, 2), unavailable(6, 2)])('stays when the store has none, or is gone (%#)', (event) => {
    expect(run([...shared, get(6), event], exclusive).effects).toEqual(['trust', 'settle 2 with kept'])
  })

  it('that is rejected meanwhile is renewed by the same flight', () => {
    const rejectedMeanwhile = [...shared, get(6), rejected(6, 'v1'), get(6)]
    expect(run(rejectedMeanwhile, exclusive).effects).toEqual(['answer from flight'])
    expect(run([...rejectedMeanwhile, missed(6, 2)], exclusive).effects).toEqual(['lock 2 replacing v1'])
  })

  it('that is too short for a caller who joins is renewed by the same flight', () => {
    const demanding = [...shared, get(400), get(400, 600_000)]
    expect(run(demanding, exclusive).effects).toEqual(['answer from flight'])
    expect(run([...demanding, missed(400, 2)], exclusive).effects).toEqual(['lock 2 replacing v1'])
  })

  it('is compared with a store that grants no leases too', () => {
    const plain = { hasStore: true, rotation: 'exclusive' } as const
    const kept = [get(0), missed(0, 1), minted(0.2)]
    expect(run([...kept, get(5.2)], plain).effects).toEqual(['read 2', 'answer from token'])
    expect(run([...kept, get(5.2), unavailable(5.2, 2)], plain).effects).toEqual([
      'trust',
      'settle 2 with kept',
    ])
    expect(run([...kept, get(100)], { hasStore: true }).effects).toEqual(['answer from token'])
    expect(run([get(0), minted(0.2), get(100)], { rotation: 'exclusive' }).effects).toEqual([
      'answer from token',
    ])
  })
})

describe('the pause of a process that was alone', () => {
  it('ends when the store answers, whatever it has', () => {
    const alone = [get(0), unavailable(0.3), minted(0.5)]
    const paused = [...alone, rejected(30, 'v1'), get(30), unavailable(30.3, 2)]
    // What was fetched alone had been published; the rejection could not be told.
    const back = [...paused, get(40), found(40, { flight: 3, version: 'v1', ageMs: 40_000 })]
    expect(run(back, exclusive).effects).toEqual(['lock 3 replacing v1'])
  })

  it('is no reason to tell that nothing comes, once the token is gone that it was for', () => {
    const gone = [...shared, get(720), unavailable(720.3, 2), rejected(720.5, 'v1')]
    // And `get` would fetch.
    const { effects } = run([...gone, get(720.5), unavailable(720.5, 3)], fleet)
    expect(effects).toEqual(['fetch 3'])
    expect(run(gone, fleet).effects).toEqual(['drop', 'forget v1', 'renewed'])
  })
})

describe('where a new token ends the old one', () => {
  it('a newer one of the store is adopted, though it is shorter', () => {
    const newer = found(100, { flight: 2, ageMs: 1_000, lifetimeMs: 300_000 })
    expect(run([...shared, get(100), newer], exclusive).effects).toEqual(['keep shared', 'settle 2'])
  })

  it('one that is older than the last that we know of is not adopted', () => {
    const old = found(0, { version: 'v0', ageMs: 0 })
    const alone = [
      get(0),
      old,
      rejected(30, 'v0'),
      get(30),
      unavailable(30.3, 2),
      minted(30.5, { flight: 2, version: 'v1' }),
      confirmed(31, 'v1'),
    ]
    const killed = [...alone, rejected(80, 'v1'), get(80), unavailable(80.3, 3)]
    const back = [...killed, get(90), found(90, { flight: 4, version: 'v0', ageMs: 90_000 })]
    expect(run(back, exclusive).effects).toEqual(['lock 4 replacing v0'])
  })
})

describe('a store without leases that is gone', () => {
  const plain = { hasStore: true, rotation: 'exclusive' } as const

  it('makes nobody wait: there is nothing that its answer would prevent', () => {
    const fetched = [get(0), unavailable(0.3), minted(0.5)]
    expect(run(fetched, plain).state.alone).toBeUndefined()
    expect(run([...fetched, rejected(30, 'v1'), get(30), unavailable(30.3, 2)], plain).effects).toEqual([
      'fetch 2',
    ])
  })
})

describe('where fetches are not joined', () => {
  const side = { ...fleet, joins: false } as const

  it('what another flight has brought meanwhile is enough for this one', () => {
    const both = [get(0), get(0), granted(0), minted(0.2), committed(0.2)]
    const same = found(0.3, { flight: 2, version: 'v1', ageMs: 300 })
    expect(run([...both, same], side).effects).toEqual(['trust', 'settle 2 with kept'])
    // Not where it has to be renewed, or is too short.
    const late = found(721, { flight: 2, version: 'v1', ageMs: 721_000 })
    expect(run([...both, late], side).effects).toEqual(['lock 2 replacing v1'])
  })
})

describe('failures before the store went', () => {
  it('are still counted when it is back', () => {
    const failedTwice = [...shared, get(720), granted(720, 2), failed(720, 2), get(721), unavailable(721, 3)]
    expect(run(failedTwice, fleet).state.pause).toMatchObject({ reason: 'alone', failures: 1 })
  })
})
