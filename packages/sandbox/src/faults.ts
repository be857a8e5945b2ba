import { broken, endless } from './fault-bodies.js'

export type FaultKind =
  | 'unavailable'
  | 'gateway-timeout'
  | 'html'
  | 'html-200'
  | 'truncated'
  | 'empty-token'
  | 'redirect'
  | 'oversized'
  | 'endless'
  | 'reset'
  | 'hang'

/** Marks an answer whose connection a server has to cut; a caller in the same process sees it. */
export const faultHeader = 'x-sandbox-fault'

/** What can be made to go wrong: the kinds of answer that a network, a gateway or a bank on a bad day gives. */
const faults: Readonly<Record<FaultKind, (signal: AbortSignal) => Response | Promise<Response>>> = {
  unavailable: () => json(503, '{"error":"unavailable"}', { 'retry-after': '2' }),
  'gateway-timeout': () =>
    new Response('<!doctype html><title>504 Gateway Time-out</title>', { status: 504, headers: html }),
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
  hang: (signal) => hang(signal),
}

export const faultKinds = Object.keys(faults) as readonly FaultKind[]

/** Rejects only for `hang`, with the signal's reason. */
export const playFault = (kind: FaultKind, signal: AbortSignal): Response | Promise<Response> =>
  faults[kind](signal)

const html = { 'content-type': 'text/html; charset=utf-8' }

const json = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } })

/** Like a fetch that no server answers: it ends when its caller gives up, with the caller's reason. */
const hang = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const giveUp = (): void => reject(signal.reason)
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })
