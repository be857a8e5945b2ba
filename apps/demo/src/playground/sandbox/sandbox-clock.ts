import type { ClockSetting } from '@x/sandbox'

/** What is known of a sandbox's clock: what was set from here, and what it answered. */
export type KnownClock =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'real' }
  | { readonly kind: 'shifted'; readonly offsetMs: number }
  | { readonly kind: 'stopped'; readonly at: number }

/** What a setting makes of the clock, once the sandbox has taken it. */
export const clockAfter = (setting: ClockSetting): KnownClock => {
  if ('stoppedAt' in setting) return { kind: 'stopped', at: setting.stoppedAt }
  if (!('offsetMs' in setting) || setting.offsetMs === 0) return { kind: 'real' }
  return { kind: 'shifted', offsetMs: setting.offsetMs }
}

/** Epoch milliseconds of the sandbox at this moment, if it is known. */
export const readSandboxClock = (clock: KnownClock, now: number): number | undefined => {
  if (clock.kind === 'unknown') return undefined
  if (clock.kind === 'stopped') return clock.at
  return clock.kind === 'shifted' ? now + clock.offsetMs : now
}
