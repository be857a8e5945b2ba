/** One call as the sandbox saw it, with credentials masked. */
export interface RecordedCall {
  /** Counts from 1, over all that were recorded since the start or the last reset. */
  readonly number: number
  /** ISO 8601, by the sandbox's clock. */
  readonly at: string
  readonly method: string
  readonly path: string
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly body: string }
  /** None for the fault `hang`. */
  readonly response:
    | {
        readonly status: number
        readonly headers: Readonly<Record<string, string>>
        readonly body: string
      }
    | undefined
  /** Why it was refused. */
  readonly reason: string | undefined
  /** The fault that was played, if one was. */
  readonly fault: string | undefined
}

export interface CallRecorder {
  readonly add: (call: Omit<RecordedCall, 'number'>) => void
  readonly list: () => readonly RecordedCall[]
}

/** Keeps the newest calls and forgets the rest, so that a long test run does not fill the memory. */
export const createCallRecorder = (capacity: number): CallRecorder => {
  const calls: RecordedCall[] = []
  let count = 0
  return {
    add: (call) => {
      count += 1
      calls.push({ number: count, ...call })
      if (calls.length > capacity) calls.shift()
    },
    list: () => [...calls],
  }
}
