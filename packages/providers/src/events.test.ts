import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { tell } from './events.js'

describe('tell', () => {
  it('hears nothing of a listener that throws, rejects, or returns something odd', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    onTestFinished(() => void process.off('unhandledRejection', unhandled))
    const listeners: ((event: string) => unknown)[] = [
      () => {
        throw new Error('no')
      },
      () => Promise.reject(new Error('no')),
      () => ({
        // biome-ignore lint/suspicious/noThenProperty: a promise of another realm looks like this.
        then: (_: unknown, reject: (reason: Error) => void) => reject(new Error('no')),
      }),
      () => 5,
    ]
    for (const listener of listeners) expect(tell(listener, () => 'event')).toBeUndefined()
    tell(
      () => {},
      () => {
        throw new Error('an event that cannot be made')
      },
    )
    await new Promise(setImmediate)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('makes no event for nobody', () => {
    const make = vi.fn(() => 'event')
    tell(undefined, make)
    expect(make).not.toHaveBeenCalled()
  })
})
