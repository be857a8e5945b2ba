import { describe, expect, it } from 'vitest'
import { measureWindows } from './measure-windows.js'

describe('the windows of a token, tried out', () => {
  // The figures of the package's README, and its shares of shorter lives: 20 % up to 300 s, half as much again by
  // chance; 5 % from 1 s to 30 s.
  it.each([
    { seconds: 900, windows: [630, 720, 870, 900] },
    { seconds: 300, windows: [210, 240, 285, 300] },
    { seconds: 60, windows: [42, 48, 57, 60] },
  ])('$seconds s', async ({ seconds, windows }) => {
    const { renewalFrom, renewalBy, hardEnd, end } = await measureWindows(seconds * 1_000)
    expect([renewalFrom, renewalBy, hardEnd, end].map((ms) => Math.round(ms / 100) / 10)).toEqual(windows)
  })
})
