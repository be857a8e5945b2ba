import { expect, it, vi } from 'vitest'

it('runs as it is shown', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await import('./qris-program.js')
    expect(log.mock.calls.slice(1)).toEqual([['paid'], ['unknown', 'unknown'], ['refunded']])
    expect(log.mock.calls[0]?.[0]).toMatch(/^000201/)
  } finally {
    log.mockRestore()
  }
})
