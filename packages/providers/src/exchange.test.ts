import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exchange } from './exchange.js'

const request = { url: 'https://bank.example/token', method: 'POST', headers: {}, body: '' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('exchange', () => {
  const never = (): Promise<Response> => new Promise(() => {})
  const options = { timeoutMs: 15_000, limitBytes: 10, signal: new AbortController().signal }

  it('leaves no timer behind, however it ends', async () => {
    await exchange(request, { ...options, fetch: async () => new Response('ok') })
    await exchange(request, { ...options, fetch: () => Promise.reject(new Error('no')) })
    await exchange(request, { ...options, fetch: async () => new Response('longer than the limit') })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no listener on the signal it was given', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    await exchange(request, { ...options, signal, fetch: async () => new Response('ok') })
    expect(added).toHaveBeenCalledTimes(1)
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })

  it('ends when its time is over, whatever fetch does', async () => {
    const ended = exchange(request, { ...options, fetch: never })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await ended).toEqual({ kind: 'timeout' })
  })

  it('ends at once when the caller leaves', async () => {
    const controller = new AbortController()
    const ended = exchange(request, { ...options, signal: controller.signal, fetch: never })
    controller.abort(new Error('closed'))
    expect(await ended).toEqual({ kind: 'aborted' })
  })

  it('stops the work it started', async () => {
    let inner: AbortSignal | null | undefined
    const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
      inner = init?.signal
      return never()
    }
    const ended = exchange(request, { ...options, fetch: fetch as typeof globalThis.fetch })
    await vi.advanceTimersByTimeAsync(15_000)
    await ended
    expect(inner?.aborted).toBe(true)
  })

  it('cancels a body that never comes', async () => {
    const cancelled = vi.fn()
    const body = new ReadableStream({ pull: () => new Promise(() => {}), cancel: cancelled })
    const ended = exchange(request, { ...options, fetch: async () => new Response(body) })
    await vi.advanceTimersByTimeAsync(15_000)
    await ended
    expect(cancelled).toHaveBeenCalledOnce()
  })

  it('reads a body of exactly the limit, and not a byte more', async () => {
    const body = (text: string) => ({ ...options, fetch: async () => new Response(text) })
    expect(await exchange(request, body('0123456789'))).toMatchObject({ response: { body: '0123456789' } })
    expect(await exchange(request, body('0123456789a'))).toEqual({ kind: 'too-large' })
  })
})
