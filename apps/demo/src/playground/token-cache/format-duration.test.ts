import { expect, it } from 'vitest'
import { formatDuration } from './format-duration.js'

const english = { locale: 'en', minutes: 'min', seconds: 's' } as const
const indonesian = { locale: 'id', minutes: 'mnt', seconds: 'dtk' } as const

it.each([
  [0, '0 s'],
  [120, '0.120 s'],
  [2_963.4, '2.963 s'],
  [9_999.6, '10.0 s'],
  [59_949, '59.9 s'],
  [59_951, '1 min'],
  [630_500, '10 min 31 s'],
  [3_600_000, '60 min'],
])('%s ms is %s', (ms, text) => {
  expect(formatDuration(ms, english)).toBe(text)
})

it('has a comma in Indonesian', () => {
  expect(formatDuration(2_963, indonesian)).toBe('2,963 dtk')
})
