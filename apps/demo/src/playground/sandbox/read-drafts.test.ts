import { describe, expect, it } from 'vitest'
import { readFault, readMoment, readOffset, writeOffset } from './read-drafts.js'

describe('the form of a fault', () => {
  const draft = { kind: 'reset', path: '', times: '', after: false } as const
  it.each([
    [draft, { kind: 'reset' }],
    [
      { ...draft, times: ' 2 ', path: '/qr/qr-mpm-refund', after: true },
      { kind: 'reset', times: 2, path: '/qr/qr-mpm-refund', after: true },
    ],
    [{ ...draft, times: '0' }, { problem: 'times' }],
    [{ ...draft, times: '1.5' }, { problem: 'times' }],
    [{ ...draft, times: '🙂' }, { problem: 'times' }],
    [{ ...draft, path: 'qr' }, { problem: 'path' }],
  ])('%j', (given, fault) => {
    expect(readFault(given)).toEqual(fault)
  })
})

describe('an offset', () => {
  it.each([
    ['7h', 25_200_000],
    ['+7h', 25_200_000],
    ['-90s', -90_000],
    ['- 1h 30m', -5_400_000],
    ['250 ms', 250],
    ['310', 310_000],
    ['1d', 86_400_000],
    ['0', 0],
    ['-0', 0],
  ])('%s', (text, offsetMs) => {
    expect(readOffset(text)).toEqual({ offsetMs })
  })

  it.each(['', '-', 'h', '7 hours', '1 2', '1e3', '🙂', '1'.repeat(100_000)])('%.20s is none', (text) => {
    expect(readOffset(text)).toBeUndefined()
  })
})

it('is written in its largest unit', () => {
  expect([-25_200_000, 5_400_000, -90_500, 86_400_000].map(writeOffset)).toEqual([
    '-7 h',
    '+90 m',
    '-90500 ms',
    '+1 d',
  ])
})

describe('a moment', () => {
  it('needs its zone', () => {
    expect(readMoment('2026-11-22T10:00:00+07:00')).toEqual({ stoppedAt: Date.UTC(2026, 10, 22, 3) })
    expect(readMoment(' 2026-11-22T03:00Z ')).toEqual({ stoppedAt: Date.UTC(2026, 10, 22, 3) })
    for (const text of ['', '2026-11-22', '2026-11-22T10:00:00', '2026-13-40T10:00:00Z', 'now'])
      expect(readMoment(text)).toBeUndefined()
  })
})
