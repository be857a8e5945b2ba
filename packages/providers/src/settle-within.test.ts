import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settleWithin } from './settle-within.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = new Promise<never>(() => {})

describe('settleWithin', () => {
  it('gives what the work gives, and leaves nothing behind', async () => {
    const { signal } = new AbortController()
    expect(await settleWithin(Promise.resolve(5), { timeoutMs: 10, signal })).toBe(5)
    await expect(settleWithin(Promise.reject(new Error('no')), { timeoutMs: 10, signal })).rejects.toThrow(
      'no',
    )
    expect(vi.getTimerCount()).toBe(0)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('ends when the time is over', async () => {
    const ended = settleWithin(never, { timeoutMs: 10, signal: undefined }).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(10)
    expect(await ended).toMatchObject({ code: 'TIMEOUT' })
  })

  it('ends when the caller leaves, or has left', async () => {
    const controller = new AbortController()
    const ended = settleWithin(never, { timeoutMs: 10, signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(ended).rejects.toThrow('enough')
    await expect(settleWithin(never, { timeoutMs: 10, signal: controller.signal })).rejects.toThrow('enough')
    expect(vi.getTimerCount()).toBe(0)
  })
})
