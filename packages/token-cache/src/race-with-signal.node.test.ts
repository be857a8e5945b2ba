import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { settle, watch } from '../test/virtual-world.js'
import { raceWithSignal } from './race-with-signal.js'

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length

describe('raceWithSignal', () => {
  it('follows the promise and removes its listener', async () => {
    const { signal } = new AbortController()
    await expect(raceWithSignal({ promise: Promise.resolve('token'), signal })).resolves.toBe('token')
    const error = new Error('refused')
    await expect(raceWithSignal({ promise: Promise.reject(error), signal })).rejects.toBe(error)
    await settle()
    expect(listeners(signal)).toBe(0)
  })

  it('rejects with the reason of the signal and leaves the promise to others', async () => {
    const controller = new AbortController()
    const { signal } = controller
    let resolve = (_: string) => {}
    const promise = new Promise<string>((fulfil) => {
      resolve = fulfil
    })
    const raced = watch(raceWithSignal({ promise, signal }))
    controller.abort('gone')
    await settle()
    expect(raced).toEqual({ state: 'rejected', reason: 'gone' })
    expect(listeners(signal)).toBe(0)
    resolve('token')
    await expect(promise).resolves.toBe('token')
    expect(raced).toEqual({ state: 'rejected', reason: 'gone' })
  })

  it('never listens to a signal that is already aborted', async () => {
    const signal = AbortSignal.abort('early')
    await expect(raceWithSignal({ promise: Promise.resolve('token'), signal })).rejects.toBe('early')
    expect(listeners(signal)).toBe(0)
  })
})
