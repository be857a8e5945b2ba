import { expect, it } from 'vitest'
import { lifeOfToken } from './life-of-token.js'

const [receivedAt, expiresAt] = [1_000_000, 1_900_000]

it.each([
  [1_000_000, 900, 1],
  [1_450_000, 450, 0.5],
  [1_899_001, 1, 0.00111],
  [1_900_000, 0, 0],
  [9_000_000, 0, 0],
  // The page's clock was put back.
  [0, 900, 1],
])('at %d ms %d s are left', (now, leftSeconds, leftPart) => {
  const life = lifeOfToken({ receivedAt, expiresAt, now })
  expect(life.leftSeconds).toBe(leftSeconds)
  expect(life.leftPart).toBeCloseTo(leftPart, 4)
  expect(life.totalSeconds).toBe(900)
})

it('has no life where it was over at once', () => {
  expect(lifeOfToken({ receivedAt: 5, expiresAt: 5, now: 5 })).toEqual({
    totalSeconds: 0,
    leftSeconds: 0,
    leftPart: 0,
  })
})
