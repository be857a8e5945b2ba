import { SandboxError } from './errors.js'
import { type FaultKind, faultKinds } from './faults.js'

/** What is to go wrong, where, and how often. */
export interface Fault {
  readonly kind: FaultKind
  /** For how many calls it stays; without, until it is taken away. */
  readonly times?: number
  /** What the path ends in, such as `/qr/qr-mpm-refund`; without, it plays on every call, the token call too. */
  readonly path?: string
  /** The service does its work first, and its answer is lost; without, the call never reaches the service. */
  readonly after?: boolean
}

/** What is to go wrong with one call. */
export type DueFault = Pick<Fault, 'kind' | 'after'>

export interface FaultQueue {
  /** The fault of the call to this path, if one is due. */
  readonly next: (path: string) => DueFault | undefined
  readonly set: (faults: readonly Fault[]) => void
}

/** Plays faults in order, each for its number of calls; one for another path is passed over and kept. */
export const createFaultQueue = (): FaultQueue => {
  let queue: { readonly fault: Fault; left: number }[] = []
  return {
    set: (given) => {
      if (!Array.isArray(given)) throw badFault(`Faults must be a list, such as ${example}`)
      queue = given.map((entry: unknown) => {
        const fault = readFault(entry)
        return { fault, left: fault.times ?? Number.POSITIVE_INFINITY }
      })
    },
    next: (path) => {
      const due = queue.find(({ fault }) => path.endsWith(fault.path ?? ''))
      if (due === undefined) return undefined
      due.left -= 1
      if (due.left === 0) queue = queue.filter((entry) => entry !== due)
      return due.fault
    },
  }
}

const example = '[{"kind":"html","times":1}]; [] takes them away'

const readFault = (given: unknown): Fault => {
  if (typeof given !== 'object' || given === null)
    throw badFault(`Each fault must be an object, as in ${example}`)
  const { kind, times, path, after, ...others } = given as Record<string, unknown>
  if (Object.keys(others).length > 0)
    throw badFault('A fault must have no field but "kind", "times", "path" and "after"')
  const known = faultKinds.find((name) => name === kind)
  if (known === undefined) throw badFault(`A fault's "kind" is one of ${faultKinds.join(', ')}`)
  if (times !== undefined && (typeof times !== 'number' || !Number.isSafeInteger(times) || times < 1))
    throw badFault('"times" must be a whole number above 0')
  if (path !== undefined && (typeof path !== 'string' || !path.startsWith('/')))
    throw badFault('"path" must begin with a slash: it is what the path of the call ends in')
  if (after !== undefined && typeof after !== 'boolean') throw badFault('"after" must be true or false')
  return {
    kind: known,
    ...(times !== undefined && { times }),
    ...(path !== undefined && { path }),
    ...(after !== undefined && { after }),
  }
}

const badFault = (message: string): SandboxError =>
  new SandboxError({ code: 'ERR_SANDBOX_FAULT', detail: { known: faultKinds }, message })
