import { describe, expect, it, vi } from 'vitest'
import { type ChannelClient, createChannelHub } from './channel-hub.js'

/** Resolves after everything that is waiting on promises alone. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

function setUp(client: Partial<ChannelClient> = {}) {
  const calls: string[] = []
  const hub = createChannelHub({
    subscribe: async (channel) => calls.push(`subscribe ${channel}`),
    unsubscribe: async (channel) => calls.push(`unsubscribe ${channel}`),
    open: () => calls.push('open'),
    close: () => calls.push('close'),
    ...client,
  })
  return { hub, calls }
}

describe('createChannelHub', () => {
  it('subscribes for the first and unsubscribes after the last', async () => {
    const { hub, calls } = setUp()
    const ends = [hub.listen('a', () => {}), hub.listen('a', () => {}), hub.listen('b', () => {})]
    await settled()
    for (const end of ends) end()
    for (const end of ends) end()
    await settled()
    const inTheMiddle = ['subscribe a', 'subscribe b', 'close', 'unsubscribe a', 'unsubscribe b']
    expect(calls).toEqual(['open', ...inTheMiddle])
  })

  it('tells who joins a standing subscription, once', async () => {
    const { hub } = setUp()
    hub.listen('a', () => {})
    await settled()
    const late = vi.fn()
    hub.listen('a', late)
    expect(late).not.toHaveBeenCalled()
    await settled()
    expect(late).toHaveBeenCalledTimes(1)
  })

  it('tells nobody who has left before it stood', async () => {
    const { hub } = setUp()
    const left = vi.fn()
    hub.listen('a', left)()
    await settled()
    expect(left).not.toHaveBeenCalled()
  })

  it('tells the channel that is meant, and all whose neighbour throws', async () => {
    const { hub } = setUp()
    const [a, b] = [vi.fn(), vi.fn()]
    hub.listen('a', () => {
      throw new Error('from a listener')
    })
    hub.listen('a', a)
    hub.listen('b', b)
    await settled()
    hub.tell('a')
    hub.tell('c')
    hub.tell('__proto__')
    expect([a.mock.calls.length, b.mock.calls.length]).toEqual([2, 1])
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('refused'))],
    [
      'throws',
      () => {
        throw new Error('refused')
      },
    ],
  ])('survives a client whose subscribe %s, and tries again for the next', async (_, refuse) => {
    const subscribe = vi.fn<ChannelClient['subscribe']>().mockImplementationOnce(refuse).mockResolvedValue(1)
    const unsubscribe = vi.fn<ChannelClient['unsubscribe']>(refuse)
    const { hub, calls } = setUp({ subscribe, unsubscribe })
    const [first, second] = [vi.fn(), vi.fn()]
    const endFirst = hub.listen('a', first)
    await settled()
    expect(first).not.toHaveBeenCalled()
    const endSecond = hub.listen('a', second)
    endFirst()
    await settled()
    expect(second).toHaveBeenCalledTimes(1)
    expect(unsubscribe).not.toHaveBeenCalled()
    endSecond()
    await settled()
    expect(unsubscribe).toHaveBeenCalledTimes(1)
    expect(calls).toEqual(['open', 'close', 'open', 'close'])
  })

  it('survives a subscription that never stands', async () => {
    const { hub, calls } = setUp({ subscribe: () => new Promise(() => {}) })
    const onMessage = vi.fn()
    const end = hub.listen('a', onMessage)
    await settled()
    end()
    expect(onMessage).not.toHaveBeenCalled()
    expect(calls).toEqual(['open', 'close'])
  })

  it('subscribes again after a reconnect, tells all, and starts anew where that fails', async () => {
    const subscribe = vi.fn<ChannelClient['subscribe']>(async () => 1)
    const { hub } = setUp({ subscribe })
    const [a, b] = [vi.fn(), vi.fn()]
    hub.listen('a', a)
    hub.listen('b', b)
    await settled()
    subscribe.mockRejectedValueOnce(new Error('refused'))
    hub.renew()
    await settled()
    expect([a.mock.calls.length, b.mock.calls.length]).toEqual([1, 2])
    hub.listen('a', () => {})
    await settled()
    expect(subscribe.mock.calls.flat()).toEqual(['a', 'b', 'a', 'b', 'a'])
  })
})
