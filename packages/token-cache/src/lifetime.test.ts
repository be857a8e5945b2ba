import { describe, expect, it } from 'vitest'
import { lifetimeMs } from './lifetime.js'

const read = (expiresIn: unknown, defaultLifetimeSeconds?: number) =>
  lifetimeMs({ expiresIn, defaultLifetimeSeconds, provider: 'bank' })

describe('lifetimeMs', () => {
  it.each([
    { expiresIn: 900, ms: 900_000 },
    { expiresIn: 3599, ms: 3_599_000 },
    { expiresIn: 0.5, ms: 500 },
    { expiresIn: 0, ms: 0 },
    { expiresIn: 86_400, ms: 86_400_000 },
    { expiresIn: 86_401, ms: 86_400_000 },
    { expiresIn: Number.MAX_VALUE, ms: 86_400_000 },
  ])('reads $expiresIn s as $ms ms', ({ expiresIn, ms }) => {
    expect(read(expiresIn)).toBe(ms)
    expect(read(expiresIn, 60)).toBe(ms)
  })

  it('takes the default only when the server names no lifetime', () => {
    expect(read(undefined, 600)).toBe(600_000)
    expect(read(undefined, 1e9)).toBe(86_400_000)
  })

  it('refuses a missing lifetime without a default: never "forever"', () => {
    expect(() => read(undefined)).toThrow(
      expect.objectContaining({
        code: 'ERR_TOKEN_CACHE_NO_LIFETIME',
        detail: { provider: 'bank', retryable: false },
      }),
    )
  })

  it.each([
    { expiresIn: -1 },
    { expiresIn: Number.NaN },
    { expiresIn: Number.POSITIVE_INFINITY },
    { expiresIn: '900' },
    { expiresIn: '3600abc' },
    { expiresIn: '' },
    { expiresIn: null },
    { expiresIn: true },
    { expiresIn: {} },
    { expiresIn: 900n },
  ])('refuses $expiresIn, with or without a default', ({ expiresIn }) => {
    const refusal = expect.objectContaining({
      code: 'ERR_TOKEN_CACHE_BAD_TOKEN',
      detail: expect.objectContaining({ provider: 'bank', field: 'expiresIn' }),
    })
    expect(() => read(expiresIn)).toThrow(refusal)
    expect(() => read(expiresIn, 600)).toThrow(refusal)
  })
})
