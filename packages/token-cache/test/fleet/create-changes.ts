export interface Changes {
  /** Something has changed: those who wait look again. */
  readonly notify: () => void
  /** Resolves once `isSo` holds; rejects with `what` after 10 s. */
  readonly until: (isSo: () => boolean, what: string, withinMs?: number) => Promise<void>
}

/** Waiting for a condition without looking at it on a timer. */
export function createChanges(): Changes {
  const waiting = new Set<() => void>()
  return {
    notify: () => {
      for (const look of [...waiting]) look()
    },
    until: (isSo, what, withinMs = 10_000) =>
      new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
          waiting.delete(look)
          clearTimeout(timer)
          settle()
        }
        const look = (): void => {
          if (isSo()) end(resolve)
        }
        const timer = setTimeout(
          () => end(() => reject(new Error(`waited ${withinMs} ms for ${what}`))),
          withinMs,
        )
        waiting.add(look)
        look()
      }),
  }
}
