import type { FleetSettings } from './fleet-run.js'

/** What happens to a fleet, and when; milliseconds from its start. */
export interface Plan {
  readonly endMs: number
  /** How often each process needs a token, give or take a third. */
  readonly everyMs: number
  /** The one that fetches first is killed so long after it has asked. */
  readonly killAfterMs?: number
  readonly frozen?: { readonly from: number; readonly to: number }
  /** The provider ends every token that it has issued. */
  readonly endTokensAt?: number
  readonly clock?: { readonly process: number; readonly at: number; readonly byMs: number }
  /** Calls to the provider, by the design of the cache. */
  readonly promisedCalls: number
}

const HOUR_MS = 3_600_000
/** A lease, as the package's documentation has it; a run is long enough to see one lapse. */
const LEASE_MS = 3_000

export const planScenario = ({
  scenario,
  processes,
  lifetimeSeconds,
  fetchMs,
}: Omit<FleetSettings, 'seed'>): Plan => {
  const life = lifetimeSeconds * 1_000
  const seldom = life / 60
  switch (scenario) {
    case 'cold':
      return { endMs: fetchMs * 1.2 + 1_500, everyMs: 250, promisedCalls: 1 }
    case 'renewal':
      return { endMs: life * 0.85, everyMs: seldom, promisedCalls: 2 }
    case 'killed':
      return {
        endMs: fetchMs * 1.9 + LEASE_MS + 1_500,
        everyMs: 250,
        killAfterMs: fetchMs / 2,
        promisedCalls: 2,
      }
    case 'store-gone-token-kept':
      return {
        endMs: life * 0.94,
        everyMs: seldom,
        frozen: { from: life * 0.55, to: life * 0.83 },
        promisedCalls: 2,
      }
    case 'store-gone-no-token':
      return {
        endMs: fetchMs * 1.2 + 2_500,
        everyMs: 250,
        frozen: { from: 0, to: fetchMs * 1.2 + 2_500 },
        promisedCalls: processes,
      }
    case 'rejected':
      return {
        endMs: life * 0.3 + seldom * 3 + fetchMs * 1.2 + 1_000,
        everyMs: seldom,
        endTokensAt: life * 0.3,
        promisedCalls: 2,
      }
    case 'clock-forward':
    case 'clock-back':
      return {
        endMs: life * 0.3 + seldom * 3 + fetchMs * 1.2 + 1_000,
        everyMs: seldom,
        clock: { process: 2, at: life * 0.3, byMs: scenario === 'clock-forward' ? HOUR_MS : -HOUR_MS },
        promisedCalls: scenario === 'clock-forward' ? 2 : 1,
      }
  }
}
