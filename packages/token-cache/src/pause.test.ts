import { describe, expect, it } from 'vitest'
import { at, failed, get, minted, rules, run } from '../test/script.js'
import { isPaused, pauseAfterFailure, pauseAfterRejection, pauseLeftMs } from './pause.js'
import { initialState, type State } from './state.js'

const cold = initialState(rules)
const afterFailures = (failures: number): State => ({
  ...cold,
  pause: { since: at(0), ms: 1, failures, reason: 'failed' },
})
const pause = (state: State, changes: { random?: number; retryAfterMs?: number; terminal?: boolean } = {}) =>
  pauseAfterFailure(state, {
    at: at(10),
    random: changes.random ?? 1,
    kind: changes.terminal ? 'terminal' : 'transient',
    retryAfterMs: changes.retryAfterMs,
  })

describe('pauseAfterFailure', () => {
  it('doubles up to 30 s; the first failure may be tried again at once', () => {
    const steps = [0, 1, 2, 3, 4, 5, 6, 7, 100].map((failures) => pause(afterFailures(failures)).ms)
    expect(steps).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
    expect(pause(cold).failures).toBe(1)
  })

  it('begins with 0.5 s if a usable token bridges it', () => {
    const { state } = run([get(0), minted(0)])
    expect(pause(state).ms).toBe(500)
  })

  it.each([
    { random: 0, ms: 500 },
    { random: 0.5, ms: 750 },
    { random: 1, ms: 1_000 },
  ])('lasts $ms ms of 1 000 at $random: half is sure, half is chance', ({ random, ms }) => {
    expect(pause(afterFailures(1), { random }).ms).toBe(ms)
  })

  it.each([
    { random: 0, ms: 15_000 },
    { random: 1, ms: 30_000 },
  ])('lasts $ms ms at $random if it will not work without a change', ({ random, ms }) => {
    expect(pause(cold, { random, terminal: true })).toMatchObject({ ms, reason: 'refused' })
  })

  it.each([
    { retryAfterMs: 60_000, random: 0, ms: 60_000 },
    { retryAfterMs: 60_000, random: 1, ms: 66_000 },
    { retryAfterMs: 3_600_000, random: 0, ms: 300_000 },
    { retryAfterMs: 100, random: 1, ms: 1_000 },
  ])('waits $ms ms if asked to wait $retryAfterMs ms', ({ ms, ...changes }) => {
    expect(pause(afterFailures(1), changes).ms).toBe(ms)
  })

  it('takes a quarter at most of what a usable token has left', () => {
    const { state } = run([get(0), minted(0)])
    const soon = (seconds: number) =>
      pauseAfterFailure(
        { ...state, pause: afterFailures(9).pause },
        { at: at(seconds), random: 1, kind: 'transient' },
      ).ms
    expect(soon(750)).toBe(30_000)
    expect(soon(830)).toBe(10_000)
    expect(soon(869)).toBe(250)
    expect(soon(870)).toBe(30_000)
    expect(soon(871)).toBe(30_000)
    const refused = pauseAfterFailure(state, { at: at(869), random: 1, kind: 'terminal' })
    expect(refused.ms).toBe(250)
    // The provider's wish stands above it.
    const asked = pauseAfterFailure(state, { at: at(869), random: 0, kind: 'transient', retryAfterMs: 9_000 })
    expect(asked.ms).toBe(9_000)
  })

  it('says what it is for', () => {
    expect(pause(afterFailures(2))).toEqual({ since: at(10), ms: 2_000, failures: 3, reason: 'failed' })
    expect(pauseAfterRejection(afterFailures(2), { at: at(10), random: 1 })).toEqual({
      since: at(10),
      ms: 30_000,
      failures: 3,
      reason: 'rejected',
    })
  })
})

it('measures a pause by both clocks', () => {
  const { state } = run([get(0), failed(0, 1, { retryAfterMs: 500, random: 0 })])
  const { pause: running } = state
  expect(pauseLeftMs(running, at(0.1))).toBe(400)
  expect(pauseLeftMs(running, { wall: at(0.4).wall, mono: at(0).mono })).toBe(100)
  expect(pauseLeftMs(running, { wall: at(-9).wall, mono: at(0.4).mono })).toBe(100)
  expect(pauseLeftMs(running, at(9))).toBe(0)
  expect(pauseLeftMs(undefined, at(0))).toBe(0)
  expect([0.499, 0.5].map((seconds) => isPaused(state, at(seconds)))).toEqual([true, false])
})
