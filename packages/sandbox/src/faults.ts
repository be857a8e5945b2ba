import { SandboxError } from './errors.js'

export type FaultKind =
  | 'unavailable'
  | 'html'
  | 'html-200'
  | 'truncated'
  | 'empty-token'
  | 'redirect'
  | 'oversized'
  | 'endless'
  | 'reset'
  | 'hang'

/** Tells a server that it has a connection to cut. */
export const faultHeader = 'x-sandbox-fault'

/** What can be made to go wrong: the kinds of answer that a network, a gateway or a bank on a bad day gives. */
const faults: Readonly<Record<FaultKind, (signal: AbortSignal) => Response | Promise<Response>>> = {
  unavailable: () => json(503, '{"error":"unavailable"}', { 'retry-after': '2' }),
  html: () => new Response('<!doctype html><title>502 Bad Gateway</title>', { status: 502, headers: html }),
  'html-200': () => new Response('<!doctype html><title>Maintenance</title>', { status: 200, headers: html }),
  truncated: () => json(200, '{"accessToken":"abc","access_tok'),
  'empty-token': () =>
    json(
      200,
      '{"accessToken":"","tokenType":"Bearer","access_token":"","token_type":"Bearer","expires_in":900}',
    ),
  redirect: () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:1/' } }),
  oversized: () => json(200, JSON.stringify({ accessToken: 'x'.repeat(10_000_000) })),
  endless: () => new Response(endless(), { status: 200, headers: { 'content-type': 'application/json' } }),
  reset: () => new Response(broken(), { status: 200, headers: { [faultHeader]: 'reset' } }),
  hang: (signal: AbortSignal) => hang(signal),
}

export const faultKinds = Object.keys(faults) as readonly FaultKind[]

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

export const playFault = (kind: FaultKind, signal: AbortSignal): Response | Promise<Response> =>
  faults[kind](signal)

/** Plays faults in order, each for its number of calls. */
export const createFaultQueue = (): FaultQueue => {
  let queue: { readonly kind: FaultKind; left: number }[] = []
  return {
    set: (given) => {
      queue = given.map(({ kind, times = Number.POSITIVE_INFINITY }) => {
        if (!faultKinds.includes(kind)) throw badFault(`A fault is one of ${faultKinds.join(', ')}`)
        if (times !== Number.POSITIVE_INFINITY && !(Number.isInteger(times) && times > 0))
          throw badFault('"times" must be a whole number above 0')
        return { kind, left: times }
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

const badFault = (message: string): SandboxError =>
  new SandboxError({ code: 'ERR_SANDBOX_FAULT', detail: { known: faultKinds }, message })

const html = { 'content-type': 'text/html; charset=utf-8' }

const json = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } })

const filler = new Uint8Array(16_384).fill(0x20)

/** White space before a JSON value, for as long as the other side reads. */
const endless = (): ReadableStream<Uint8Array> =>
  new ReadableStream({ pull: (controller) => controller.enqueue(filler.slice()) })

/** Some bytes, then a cut connection. */
const broken = (): ReadableStream<Uint8Array> => {
  let started = false
  return new ReadableStream({
    pull: (controller) => {
      if (started) controller.error(new Error('cut by the sandbox'))
      else controller.enqueue(new TextEncoder().encode('{"accessToken":'))
      started = true
    },
  })
}

/** No answer until the other side has gone. */
const hang = (signal: AbortSignal): Promise<Response> =>
  new Promise((resolve) => {
    const gone = (): void => resolve(new Response(null, { status: 504 }))
    if (signal.aborted) gone()
    else signal.addEventListener('abort', gone, { once: true })
  })
