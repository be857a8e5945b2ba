import { describe, expect, it } from 'vitest'
import { createWorld, settle } from '../test/virtual-world.js'
import { createStoreGuard } from './store-guard.js'

function create() {
  const { options, world, advance, timers } = createWorld()
  const { monotonic, setTimer } = options.runtime
  const guard = createStoreGuard({ monotonic, setTimer })
  const changes: string[] = []
  const runs: { readonly answer: (value: string) => void; readonly fail: () => void }[] = []
  const late: string[] = []
  const call = () => {
    const seen: { attempt?: unknown } = {}
    const run = () =>
      new Promise<string>((resolve, reject) =>
        runs.push({ answer: resolve, fail: () => reject(new Error('store')) }),
      )
    const onChange = (change: string) => void changes.push(change)
    void guard({ run, onChange, late: (value) => void late.push(value) }).then((attempt) => {
      seen.attempt = attempt
    })
    return seen
  }
  const pass = async (ms: number) => {
    advance(ms)
    await settle()
  }
  return { call, runs, changes, late, pass, world, timers }
}

describe('the guard of a store', () => {
  it('passes answers and errors through, and neither leaves a timer', async () => {
    const { call, runs, changes, pass, timers } = create()
    const [one, two] = [call(), call()]
    runs[0]?.answer('hit')
    runs[1]?.fail()
    await pass(0)
    expect([one.attempt, two.attempt]).toEqual([{ value: 'hit' }, { problem: 'error' }])
    const three = call()
    runs[2]?.answer('again')
    await pass(0)
    expect(three.attempt).toEqual({ value: 'again' })
    expect([changes, timers.size]).toEqual([[], 0])
  })

  it('waits for 250 ms, and then leaves the store alone for a second', async () => {
    const { call, runs, changes, pass } = create()
    const one = call()
    await pass(249)
    expect(one.attempt).toBeUndefined()
    await pass(1)
    expect(one.attempt).toEqual({ problem: 'timeout' })
    expect(changes).toEqual(['resting'])
    await pass(999)
    const two = call()
    await pass(0)
    expect(two.attempt).toEqual({ problem: 'resting' })
    expect(runs).toHaveLength(1)
    await pass(1)
    call()
    expect(runs).toHaveLength(2)
  })

  it('lets one at a time find out, and all of them again when it is back', async () => {
    const { call, runs, changes, pass } = create()
    call()
    await pass(250)
    await pass(1_000)
    const [probe, other] = [call(), call()]
    await pass(0)
    expect([probe.attempt, other.attempt]).toEqual([undefined, { problem: 'resting' }])
    await pass(250)
    expect(probe.attempt).toEqual({ problem: 'timeout' })
    await pass(1_000)
    const second = call()
    runs.at(-1)?.answer('back')
    await pass(0)
    expect(second.attempt).toEqual({ value: 'back' })
    // Told once when it went and once when it came.
    expect(changes).toEqual(['resting', 'back'])
    call()
    call()
    expect(runs).toHaveLength(5)
  })

  it('asks again after an error, which takes no time, and says that it is back after an answer', async () => {
    const { call, runs, changes, pass } = create()
    call()
    await pass(250)
    await pass(1_000)
    call()
    runs.at(-1)?.fail()
    await pass(0)
    call()
    call()
    expect(runs).toHaveLength(4)
    expect(changes).toEqual(['resting'])
    runs.at(-1)?.answer('hit')
    await pass(0)
    expect(changes).toEqual(['resting', 'back'])
  })

  it('is told of several time-outs at once as of one', async () => {
    const { call, changes, pass } = create()
    call()
    call()
    await pass(250)
    expect(changes).toEqual(['resting'])
  })

  it('hands on what comes too late, and only that', async () => {
    const { call, runs, late, pass } = create()
    call()
    await pass(250)
    runs[0]?.answer('late')
    await pass(1_000)
    call()
    runs[1]?.answer('in time')
    await pass(0)
    expect(late).toEqual(['late'])
  })
})
