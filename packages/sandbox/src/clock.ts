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

/** A clock that can be stopped or shifted, so that skew can be tried without waiting. */
export const createClock = (realNow: () => number): SandboxClock => {
  let read = realNow
  return {
    now: () => read(),
    set: (setting) => {
      const change = readChange(setting)
      if (change === undefined) {
        read = realNow
        return
      }
      const { field, value } = change
      const wanted = field === 'stoppedAt' ? () => value : () => realNow() + value
      if (!isWritable(wanted())) throw badClock('The clock must stay between the years 0000 and 9999')
      read = wanted
    },
  }
}

interface Change {
  readonly field: 'stoppedAt' | 'offsetMs'
  readonly value: number
}

const readChange = (setting: unknown): Change | undefined => {
  if (typeof setting !== 'object' || setting === null || Array.isArray(setting)) throw unknownSetting()
  const [first, ...others] = Object.entries(setting)
  if (first === undefined) return undefined
  const [field, value] = first
  if ((field !== 'stoppedAt' && field !== 'offsetMs') || others.length > 0) throw unknownSetting()
  if (!Number.isSafeInteger(value)) throw badClock(`"${field}" must be a whole number of milliseconds`)
  return { field, value }
}

/** A timestamp of these protocols has a year of four digits. */
const isWritable = (epochMs: number): boolean =>
  epochMs >= -62_167_219_200_000 && epochMs <= 253_402_300_799_999

const unknownSetting = (): SandboxError =>
  badClock('A clock setting must be {"stoppedAt":epochMs}, {"offsetMs":n} or {}, which puts it right')

const badClock = (message: string): SandboxError =>
  new SandboxError({ code: 'ERR_SANDBOX_CLOCK', detail: {}, message })
