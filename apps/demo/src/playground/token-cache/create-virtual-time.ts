/** Time that passes only while a run is played, and as fast as the machine computes. Milliseconds from 0. */
export interface VirtualTime {
  readonly now: () => number
  /** Calls back once; returns its cancellation. */
  readonly later: (ms: number, callback: () => void) => () => void
  /** Plays everything that is due up to `end`; `onStep` is called whenever the promises have come to rest. */
  readonly play: (end: number, onStep: () => void) => Promise<void>
}

interface Timer {
  readonly due: number
  readonly order: number
  readonly callback: () => void
}

export const createVirtualTime = (): VirtualTime => {
  let now = 0
  let order = 0
  const timers = new Set<Timer>()

  const next = (end: number): Timer | undefined => {
    let found: Timer | undefined
    for (const timer of timers) {
      if (timer.due > end) continue
      const isSooner =
        found === undefined || timer.due < found.due || (timer.due === found.due && timer.order < found.order)
      if (isSooner) found = timer
    }
    return found
  }

  return {
    now: () => now,
    later(ms, callback) {
      const timer = { due: now + Math.max(0, ms), order: order++, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async play(end, onStep) {
      const { rest, close } = openRest()
      try {
        for (;;) {
          await rest()
          onStep()
          const timer = next(end)
          if (timer === undefined) break
          timers.delete(timer)
          now = timer.due
          timer.callback()
        }
        now = end
        onStep()
      } finally {
        close()
      }
    },
  }
}

/** A message comes after every promise that is ready, and unlike a timer no page slows it down. */
const openRest = (): { readonly rest: () => Promise<void>; readonly close: () => void } => {
  const { port1, port2 } = new MessageChannel()
  return {
    rest: () =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve()
        port2.postMessage(undefined)
      }),
    close: () => {
      port1.onmessage = null
      port1.close()
      port2.close()
    },
  }
}
