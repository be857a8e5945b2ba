/** Follows a promise until it settles or the signal aborts; leaves no listener behind, and the promise untouched. */
export function raceWithSignal<T>({
  promise,
  signal,
}: {
  promise: Promise<T>
  signal: AbortSignal
}): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) {
      leave()
      return
    }
    const stopListening = () => signal.removeEventListener('abort', leave)
    signal.addEventListener('abort', leave, { once: true })
    promise.then(resolve, reject).then(stopListening)
  })
}
