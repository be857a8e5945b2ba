import type { LeaseStay } from './create-demo-store.js'
import type { Windows } from './measure-windows.js'

export const scenarioIds = [
  'cold',
  'renewal',
  'killed',
  'store-gone-token-kept',
  'store-gone-no-token',
  'rejected',
  'clock-forward',
  'clock-back',
] as const

/** What the fleet lives through. */
export type ScenarioId = (typeof scenarioIds)[number]

export interface FleetSettings {
  readonly scenario: ScenarioId
  /** 2 to 6. */
  readonly processes: number
  readonly lifetimeSeconds: number
  /** How long the provider takes to issue a token. */
  readonly fetchMs: number
  /** A whole number: chance is drawn from it alone. */
  readonly seed: number
}

/** What was seen at a moment; the names of the package's events are kept. Durations are in milliseconds. */
export type Happening =
  | { readonly type: 'started'; readonly callers: number }
  | { readonly type: 'no-token' }
  | { readonly type: 'got'; readonly token: number; readonly waitedMs: number; readonly callers: number }
  | { readonly type: 'got-none'; readonly code: string }
  | { readonly type: 'lease-taken' | 'lease-renewed' | 'lease-lapsed' | 'lease-given-up' }
  | { readonly type: 'waiting'; readonly heldMs: number; readonly owner: number }
  | { readonly type: 'fetch-started'; readonly behind: boolean }
  | { readonly type: 'fetched'; readonly token: number; readonly tookMs: number }
  | { readonly type: 'fetch-failed' }
  | { readonly type: 'shared'; readonly token: number }
  | { readonly type: 'adopted'; readonly token: number; readonly remainingMs: number }
  | { readonly type: 'overtaken' | 'lease-lost' | 'unreadable' }
  | {
      readonly type: 'rejected'
      readonly token: number
      readonly verdict: 'renewed' | 'kept' | 'paused'
    }
  | { readonly type: 'store-failed'; readonly operation: string; readonly problem: string }
  | { readonly type: 'store-paused'; readonly ms: number }
  | { readonly type: 'store-back' }
  | { readonly type: 'clock-jump'; readonly byMs: number }
  | { readonly type: 'killed' }
  | { readonly type: 'store-frozen' | 'store-thawed' }
  | { readonly type: 'token-ended'; readonly token: number }
  | { readonly type: 'clock-set'; readonly byMs: number }

/** `process` counts from 1; 0 is the world: the store, the provider. */
export type Entry = { readonly at: number; readonly process: number } & Happening

/** What a process is busy with, as far as its callers feel it. */
export type Activity = 'off' | 'none' | 'asking' | 'waiting' | 'fetching' | 'renewing' | 'serving' | 'killed'

export interface Span {
  readonly from: number
  readonly to: number
  readonly activity: Activity
}

/** A caller who wanted a token. */
export interface Served {
  readonly process: number
  readonly from: number
  readonly to: number
  readonly token: number
}

/** A request at the provider's token endpoint. */
export interface ProviderCall {
  readonly process: number
  readonly from: number
  /** When the provider issued it, whoever was still there to take it. */
  readonly to: number
  /** Of the token; counts from 1. */
  readonly number: number
}

export interface FleetRun {
  readonly settings: FleetSettings
  readonly endMs: number
  readonly windows: Windows
  readonly entries: readonly Entry[]
  /** By process, the first at 0. */
  readonly lanes: readonly (readonly Span[])[]
  readonly leases: readonly (Omit<LeaseStay, 'owner'> & { readonly process: number })[]
  readonly providerCalls: readonly ProviderCall[]
  readonly served: readonly Served[]
  /** Calls that the provider's API refused because of their token. */
  readonly refusedCalls: number
  readonly frozen: { readonly from: number; readonly to: number } | undefined
  /** How many calls to the provider the design promises here. */
  readonly promisedCalls: number
}
