import { expect, it } from 'vitest'
import { clockAfter, readSandboxClock } from './sandbox-clock.js'

it('knows the time of a sandbox by what was set', () => {
  expect(readSandboxClock(clockAfter({}), 1_000)).toBe(1_000)
  expect(readSandboxClock(clockAfter({ offsetMs: 0 }), 1_000)).toBe(1_000)
  expect(readSandboxClock(clockAfter({ offsetMs: -400 }), 1_000)).toBe(600)
  expect(readSandboxClock(clockAfter({ stoppedAt: 5 }), 1_000)).toBe(5)
  expect(readSandboxClock({ kind: 'unknown' }, 1_000)).toBeUndefined()
})
