import type { SetTimer } from './with-deadline.js'

/** Somebody waits, and others ring. */
export interface Bell {
  readonly ring: () => void
  readonly hasRung: () => boolean
  /** Resolves when it rings, after `ms`, or at once if it has rung since the last wait. */
  readonly wait: (ms: number) => Promise<void>
  readonly end: () => void
}

/** Makes a bell that the signal rings too. */
export function createBell({ setTimer, signal }: { setTimer: SetTimer; signal: AbortSignal }): Bell {
  let hasRung = false
  let isNew = false
  let wake = (): void => {}

  const onAbort = (): void => {
    isNew = true
    wake()
  }
  signal.addEventListener('abort', onAbort)

  return {
    ring() {
      hasRung = true
      isNew = true
      wake()
    },
    hasRung: () => hasRung,
    async wait(ms) {
      if (!isNew) {
        let cancel = (): void => {}
        await new Promise<void>((resolve) => {
          wake = resolve
          cancel = setTimer(resolve, ms)
        })
        cancel()
      }
      isNew = false
    },
    end: () => signal.removeEventListener('abort', onAbort),
  }
}
