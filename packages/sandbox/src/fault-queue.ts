import { SandboxError } from './errors.js'
import { type FaultKind, faultKinds } from './faults.js'

/** A fault, and for how many calls it stays; without `times`, until it is taken away. */
export interface Fault {
  readonly kind: FaultKind
  readonly times?: number
}

export interface FaultQueue {
  /** The fault of this call, if one is due. */
  readonly next: () => FaultKind | undefined
  readonly set: (faults: readonly Fault[]) => void
}

/** Plays faults in order, each for its number of calls. */
export const createFaultQueue = (): FaultQueue => {
  let queue: { readonly kind: FaultKind; left: number }[] = []
  return {
    set: (given) => {
      if (!Array.isArray(given)) throw badFault(`Faults must be a list, such as ${example}`)
      queue = given.map((fault: unknown) => {
        const { kind, times } = readFault(fault)
        return { kind, left: times ?? Number.POSITIVE_INFINITY }
      })
    },
    next: () => {
      const first = queue[0]
      if (first === undefined) return undefined
      first.left -= 1
      if (first.left === 0) queue.shift()
      return first.kind
    },
  }
}

const example = '[{"kind":"html","times":1}]; [] takes them away'

const readFault = (given: unknown): Fault => {
  if (typeof given !== 'object' || given === null)
    throw badFault(`Each fault must be an object, as in ${example}`)
  const { kind, times, ...others } = given as Record<string, unknown>
  if (Object.keys(others).length > 0) throw badFault('A fault must have no field but "kind" and "times"')
  const known = faultKinds.find((name) => name === kind)
  if (known === undefined) throw badFault(`A fault's "kind" is one of ${faultKinds.join(', ')}`)
  if (times === undefined) return { kind: known }
  if (typeof times !== 'number' || !Number.isSafeInteger(times) || times < 1)
    throw badFault('"times" must be a whole number above 0')
  return { kind: known, times }
}

const badFault = (message: string): SandboxError =>
  new SandboxError({ code: 'ERR_SANDBOX_FAULT', detail: { known: faultKinds }, message })
