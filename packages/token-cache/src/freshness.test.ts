import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageMs, type Instant, remainingMs, stage, tokenLife } from './freshness.js'

const since: Instant = { wall: 1_800_000_000_000, mono: 5_000 }
const life = ({ seconds, random = 0 }: { seconds: number; random?: number }) =>
  tokenLife({ version: 'v', since, lifetimeMs: seconds * 1000, random })
const after = ({ wall, mono }: Instant): Instant => ({ wall: since.wall + wall, mono: since.mono + mono })

describe('tokenLife', () => {
  // By hand: soft = 20 % within 5 s and 300 s, hard = 5 % within 1 s and 30 s, halved in step when above life / 2.
  it.each([
    { seconds: 900, refresh: 720, expiry: 870 },
    { seconds: 3599, refresh: 3299, expiry: 3569 },
    { seconds: 86_400, refresh: 86_100, expiry: 86_370 },
    { seconds: 299, refresh: 239.2, expiry: 284.05 },
    { seconds: 60, refresh: 48, expiry: 57 },
    { seconds: 20, refresh: 15, expiry: 19 },
    { seconds: 12, refresh: 7, expiry: 11 },
    { seconds: 6, refresh: 3.5, expiry: 5.5 },
    { seconds: 1.2, refresh: 0.7, expiry: 1.1 },
    { seconds: 0, refresh: 0, expiry: 0 },
  ])('renews a token of $seconds s from $refresh s and stops serving it at $expiry s', (row) => {
    const { refreshAgeMs, expiryAgeMs } = life({ seconds: row.seconds })
    expect(refreshAgeMs).toBeCloseTo(row.refresh * 1000, 6)
    expect(expiryAgeMs).toBeCloseTo(row.expiry * 1000, 6)
  })

  it.each([
    { seconds: 900, random: 0.5, refresh: 675 },
    { seconds: 900, random: 1, refresh: 630 },
    { seconds: 3599, random: 1, refresh: 3149 },
    { seconds: 12, random: 1, refresh: 7 },
    { seconds: 16, random: 1, refresh: 9 },
  ])('draws the renewal of $seconds s forward to $refresh s at $random', ({ seconds, random, refresh }) => {
    expect(life({ seconds, random }).refreshAgeMs).toBeCloseTo(refresh * 1000, 6)
  })

  it('leaves at least half of any life without renewal, whatever the jitter', () => {
    const lifetimes = fc.oneof(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 86_400, noNaN: true }),
    )
    fc.assert(
      fc.property(lifetimes, fc.double({ min: 0, max: 1, noNaN: true }), (seconds, random) => {
        const { lifetimeMs, refreshAgeMs, expiryAgeMs } = life({ seconds, random })
        const { refreshAgeMs: latest } = life({ seconds, random: 0 })
        const soft = lifetimeMs - refreshAgeMs
        const hard = lifetimeMs - expiryAgeMs
        const rounding = 1e-6
        expect(soft + hard).toBeLessThanOrEqual(lifetimeMs / 2 + rounding)
        expect(refreshAgeMs).toBeLessThanOrEqual(latest + rounding)
        expect(soft).toBeLessThanOrEqual((lifetimeMs - latest) * 1.5 + rounding)
        expect(expiryAgeMs).toBeGreaterThanOrEqual(refreshAgeMs - rounding)
        expect(hard).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('stage', () => {
  const token = life({ seconds: 900 })
  it.each([
    { wall: 0, mono: 0, expected: 'fresh' },
    { wall: 719_999, mono: 719_999, expected: 'fresh' },
    { wall: 720_000, mono: 0, expected: 'refresh' },
    { wall: 0, mono: 720_000, expected: 'refresh' },
    { wall: 869_999, mono: 869_999, expected: 'refresh' },
    { wall: 870_000, mono: 0, expected: 'expired' },
    { wall: 0, mono: 870_000, expected: 'expired' },
    { wall: -3_600_000, mono: 870_000, expected: 'expired' },
    { wall: -3_600_000, mono: 719_999, expected: 'fresh' },
    { wall: Number.NaN, mono: 0, expected: 'expired' },
    { wall: 0, mono: Number.NaN, expected: 'expired' },
  ])('is $expected at wall $wall ms, monotonic $mono ms', ({ wall, mono, expected }) => {
    expect(stage(token, after({ wall, mono }))).toBe(expected)
  })
})

describe('ageMs', () => {
  it.each([
    { wall: 10, mono: 20, age: 20 },
    { wall: 20, mono: 10, age: 20 },
    { wall: -50, mono: 10, age: 10 },
    { wall: -50, mono: -10, age: 0 },
  ])('is $age ms when the wall clock says $wall and the monotonic one $mono', ({ wall, mono, age }) => {
    expect(ageMs(since, after({ wall, mono }))).toBe(age)
  })
})

it('counts what remains up to the hard end', () => {
  const token = life({ seconds: 900 })
  expect(remainingMs(token, after({ wall: 100_000, mono: 0 }))).toBe(770_000)
  expect(remainingMs(token, after({ wall: 0, mono: 880_000 }))).toBe(-10_000)
})
