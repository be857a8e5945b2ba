/** What a hub does with a client: both calls may reject. */
export interface ChannelClient {
  readonly subscribe: (channel: string) => Promise<unknown>
  readonly unsubscribe: (channel: string) => Promise<unknown>
  /** Before the first subscription, and after the last: for listeners on the connection. */
  readonly open: () => void
  readonly close: () => void
}

/** One subscription a channel, however many listen. */
export interface ChannelHub {
  /** Calls back when the subscription stands and at every message; returns the end of it. Never throws. */
  readonly listen: (channel: string, onMessage: () => void) => () => void
  readonly tell: (channel: string) => void
  /** After a reconnect: what was said in between was missed. */
  readonly renew: () => void
}

interface Subscription {
  readonly listeners: Set<() => void>
  standing: Promise<unknown>
}

/** Shares subscriptions. What fails costs those who wait some polling, so nothing here rejects or throws. */
export function createChannelHub(client: ChannelClient): ChannelHub {
  const subscriptions = new Map<string, Subscription>()

  function begin(channel: string): Promise<unknown> {
    return attempt(() => client.subscribe(channel))
  }

  function open(channel: string): Subscription {
    if (subscriptions.size === 0) attemptNow(client.open)
    const subscription: Subscription = { listeners: new Set(), standing: begin(channel) }
    subscriptions.set(channel, subscription)
    // The next one who listens tries again.
    subscription.standing.catch(() => forget(channel, subscription))
    return subscription
  }

  function forget(channel: string, subscription: Subscription): void {
    if (subscriptions.get(channel) !== subscription) return
    subscriptions.delete(channel)
    if (subscriptions.size === 0) attemptNow(client.close)
  }

  function end(channel: string, subscription: Subscription): void {
    forget(channel, subscription)
    // Not before it stands, and not if somebody has come back meanwhile.
    const leave = async () => {
      if (!subscriptions.has(channel)) await client.unsubscribe(channel)
    }
    subscription.standing.then(leave).catch(() => {})
  }

  return {
    listen(channel, onMessage) {
      const subscription = subscriptions.get(channel) ?? open(channel)
      const { listeners, standing } = subscription
      const listener = () => attemptNow(onMessage)
      listeners.add(listener)
      // Also for one who joins later: a message may have come after their last read and before this.
      standing.then(() => listeners.has(listener) && listener()).catch(() => {})
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) end(channel, subscription)
      }
    },
    tell(channel) {
      for (const listener of [...(subscriptions.get(channel)?.listeners ?? [])]) listener()
    },
    renew() {
      for (const [channel, subscription] of subscriptions) {
        subscription.standing = begin(channel)
        const tellAll = () => {
          for (const listener of [...subscription.listeners]) listener()
        }
        subscription.standing.then(tellAll).catch(() => forget(channel, subscription))
      }
    },
  }
}

/** Rejects also if `call` throws. */
async function attempt(call: () => Promise<unknown>): Promise<unknown> {
  return call()
}

function attemptNow(call: () => void): void {
  try {
    call()
  } catch {
    // A listener that throws is no reason for the others to miss the message, nor for the connection to break.
  }
}
