import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { assertTimeout, withDeadline } from './deadline.js'

const never = () => new Promise<never>(() => {})

describe('withDeadline', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('gives the result, and leaves neither timer nor listener', async () => {
    const { signal } = new AbortController()
    const result = withDeadline({ timeoutMs: 100, signal, work: async () => 'done' })
    expect(vi.getTimerCount()).toBe(1)
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    expect(await result).toBe('done')
    expect(vi.getTimerCount()).toBe(0)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('passes a failure on, and leaves neither timer nor listener', async () => {
    const { signal } = new AbortController()
    const failure = new Error('failed')
    const work = async () => Promise.reject(failure)
    await expect(withDeadline({ timeoutMs: 100, signal, work })).rejects.toBe(failure)
    expect(vi.getTimerCount()).toBe(0)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('ends work that ignores its signal when the time is over, not before', async () => {
    let inner: AbortSignal | undefined
    const settled = vi.fn()
    const result = withDeadline({
      timeoutMs: 100,
      signal: undefined,
      work: (signal) => {
        inner = signal
        return never()
      },
    }).catch((error: unknown) => {
      settled()
      return error
    })
    await vi.advanceTimersByTimeAsync(99)
    expect(settled).not.toHaveBeenCalled()
    expect(inner?.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await result).toMatchObject({
      code: 'ERR_OAUTH_TIMEOUT',
      detail: { retryable: true, timeoutMs: 100 },
    })
    expect(inner?.aborted).toBe(true)
  })

  it('rejects with the reason of the caller, aborts the work, and leaves neither timer nor listener', async () => {
    const caller = new AbortController()
    const reason = { any: 'value' }
    let inner: AbortSignal | undefined
    const work = (signal: AbortSignal) => {
      inner = signal
      return never()
    }
    const result = withDeadline({ timeoutMs: 100, signal: caller.signal, work })
    caller.abort(reason)
    await expect(result).rejects.toBe(reason)
    expect(inner?.aborted).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0)
  })

  it('starts nothing when the caller aborted before', async () => {
    const work = vi.fn(never)
    const reason = new Error('gone')
    await expect(withDeadline({ timeoutMs: 100, signal: AbortSignal.abort(reason), work })).rejects.toBe(
      reason,
    )
    expect(work).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('assertTimeout', () => {
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2_147_483_648])('refuses %d', (timeoutMs) => {
    expect(() => assertTimeout(timeoutMs)).toThrow(/^"timeoutMs" must be above 0/)
  })

  it('refuses text, and accepts the longest timer there is', () => {
    // @ts-expect-error as from an environment variable
    expect(() => assertTimeout('100')).toThrow(TypeError)
    expect(() => assertTimeout(2_147_483_647)).not.toThrow()
  })
})
