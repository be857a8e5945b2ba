import type { FleetRun } from './fleet-run.js'

/** What there is to count in a run. */
export interface Summary {
  readonly providerCalls: number
  readonly promisedCalls: number
  readonly gets: number
  /** Of those, answered at once. */
  readonly fromMemory: number
  readonly longestWaitMs: number
  /** The longest wait of a caller who asked when the fleet had had a token already. */
  readonly longestLaterWaitMs: number
  readonly refusedCalls: number
}

/** Counts what a run showed; nothing in it is known beforehand. */
export const summarise = (run: FleetRun): Summary => {
  const waits = run.served.map(({ from, to }) => to - from)
  const firstToken = Math.min(...run.served.map(({ to }) => to))
  const later = run.served.filter(({ from }) => from > firstToken).map(({ from, to }) => to - from)
  return {
    providerCalls: run.providerCalls.length,
    promisedCalls: run.promisedCalls,
    gets: waits.length,
    fromMemory: waits.filter((ms) => ms === 0).length,
    longestWaitMs: Math.max(0, ...waits),
    longestLaterWaitMs: Math.max(0, ...later),
    refusedCalls: run.refusedCalls,
  }
}
