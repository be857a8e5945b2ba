import { SandboxError } from './errors.js'

/** How the sandbox's clock differs from the real one: stopped at a moment, shifted, or neither. */
export type ClockSetting =
  | { readonly stoppedAt: number }
  | { readonly offsetMs: number }
  | Readonly<Record<never, never>>

export interface SandboxClock {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly set: (setting: ClockSetting) => void
}

/** A clock that can be stopped or shifted, so that expiry and skew can be tried without waiting. */
export const createClock = (realNow: () => number): SandboxClock => {
  let read = realNow
  return {
    now: () => read(),
    set: (setting) => {
      if ('stoppedAt' in setting) {
        const { stoppedAt } = setting
        if (!Number.isSafeInteger(stoppedAt)) throw badClock('"stoppedAt" must be epoch milliseconds')
        read = () => stoppedAt
      } else if ('offsetMs' in setting) {
        const { offsetMs } = setting
        if (!Number.isSafeInteger(offsetMs))
          throw badClock('"offsetMs" must be a whole number of milliseconds')
        read = () => realNow() + offsetMs
      } else if (Object.keys(setting).length === 0) {
        read = realNow
      } else {
        throw badClock('a clock is set by "stoppedAt" or "offsetMs", and put right by {}')
      }
    },
  }
}

const badClock = (message: string): SandboxError =>
  new SandboxError({ code: 'ERR_SANDBOX_CLOCK', detail: {}, message })
