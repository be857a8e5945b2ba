import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createSharedOutcome } from './shared-outcome.js'

function create() {
  const controller = new AbortController()
  const outcome = createSharedOutcome<string>()
  const listeners = () => getEventListeners(controller.signal, 'abort').length
  return { controller, outcome, listeners, followed: outcome.follow(controller.signal) }
}

describe('following an outcome', () => {
  it('ends with it, and leaves no listener behind', async () => {
    const { outcome, followed, listeners } = create()
    expect(listeners()).toBe(1)
    outcome.resolve('token')
    expect(listeners()).toBe(0)
    expect(await followed).toBe('token')
    expect(await outcome.promise).toBe('token')
  })

  it('ends with its rejection', async () => {
    const { outcome, followed, listeners } = create()
    const error = new Error('503')
    outcome.reject(error)
    await expect(followed).rejects.toBe(error)
    await expect(outcome.promise).rejects.toBe(error)
    expect(listeners()).toBe(0)
  })

  it('ends with the signal, for this caller only', async () => {
    const { controller, outcome, followed, listeners } = create()
    const other = outcome.follow(new AbortController().signal)
    controller.abort('gone')
    await expect(followed).rejects.toBe('gone')
    expect(listeners()).toBe(0)
    outcome.resolve('token')
    expect(await other).toBe('token')
  })

  it('never begins with a signal that has been aborted', async () => {
    const { controller, outcome, followed, listeners } = create()
    controller.abort('gone')
    await expect(followed).rejects.toBe('gone')
    await expect(outcome.follow(controller.signal)).rejects.toBe('gone')
    outcome.resolve('token')
    await expect(outcome.follow(controller.signal)).rejects.toBe('gone')
    expect(listeners()).toBe(0)
  })

  it('that is known already needs no listener', async () => {
    const { controller, outcome, listeners } = create()
    outcome.resolve('token')
    expect(await outcome.follow(controller.signal)).toBe('token')
    expect(listeners()).toBe(0)
  })
})
