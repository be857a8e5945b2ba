import { describe, expect, it } from 'vitest'
import { createClock } from './clock.js'
import { SandboxError } from './errors.js'

const firstMs = Date.parse('0000-01-01T00:00:00.000Z')
const lastMs = Date.parse('9999-12-31T23:59:59.999Z')

describe('createClock', () => {
  it.each([
    [{ stoppedAt: firstMs }, firstMs],
    [{ stoppedAt: lastMs }, lastMs],
    [{ offsetMs: firstMs - 1_000 }, firstMs],
    [{ offsetMs: lastMs - 1_000 }, lastMs],
    [{}, 1_000],
  ])('takes %j', (setting, expected) => {
    const clock = createClock(() => 1_000)
    clock.set(setting)
    expect(clock.now()).toBe(expected)
  })

  it.each([
    [{ stoppedAt: firstMs - 1 }],
    [{ stoppedAt: lastMs + 1 }],
    [{ stoppedAt: 1.5 }],
    [{ stoppedAt: '1' }],
    [{ offsetMs: firstMs - 1_001 }],
    [{ offsetMs: lastMs - 999 }],
    [{ offsetMs: Number.NaN }],
    [{ offsetMs: 1, stoppedAt: 1 }],
    [{ offsetMs: 1, zone: 'Z' }],
    [{ when: 1 }],
    [[]],
    [null],
    [undefined],
    [7],
    ['now'],
  ])('refuses %j, and goes on as before', (setting) => {
    const clock = createClock(() => 1_000)
    clock.set({ stoppedAt: 42 })
    let error: unknown
    try {
      clock.set(setting as never)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(SandboxError)
    expect(error).toMatchObject({ code: 'ERR_SANDBOX_CLOCK', message: expect.stringMatching(/ /) })
    expect(clock.now()).toBe(42)
  })
})
