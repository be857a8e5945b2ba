import type { ClockSetting, Fault, FaultKind } from '@x/sandbox'

/** The form of a fault, as typed. */
export interface FaultDraft {
  readonly kind: FaultKind
  readonly path: string
  /** Empty: until it is taken away. */
  readonly times: string
  readonly after: boolean
}

export type FaultProblem = 'path' | 'times'

/** Makes a fault of the form, or says which field is wrong. */
export const readFault = ({
  kind,
  path,
  times,
  after,
}: FaultDraft): Fault | { readonly problem: FaultProblem } => {
  const ending = path.trim()
  if (ending !== '' && !ending.startsWith('/')) return { problem: 'path' }
  const count = times.trim()
  if (count !== '' && !/^[1-9]\d{0,5}$/.test(count)) return { problem: 'times' }
  return {
    kind,
    ...(count !== '' && { times: Number(count) }),
    ...(ending !== '' && { path: ending }),
    ...(after && { after }),
  }
}

/** Reads an offset such as `7h`, `-90s`, `1h 30m`, `+250ms` or a bare number of seconds. */
export const readOffset = (text: string): ClockSetting | undefined => {
  const [, sign, rest] = /^\s*([+-]?)\s*(.+?)\s*$/.exec(text.toLowerCase()) ?? []
  if (rest === undefined || !/^(\d{1,9}\s*(ms|d|h|m|s)?\s*)+$/.test(rest)) return undefined
  const parts = [...rest.matchAll(/(\d{1,9})\s*(ms|d|h|m|s)?/g)]
  // Without a unit it is seconds, and then alone.
  if (parts.length > 1 && parts.some(([, , unit]) => unit === undefined)) return undefined
  const total = parts.reduce((sum, [, digits, unit]) => sum + Number(digits) * (unitMs[unit ?? 's'] ?? 0), 0)
  return { offsetMs: (sign === '-' ? -1 : 1) * total || 0 }
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Writes an offset in the largest unit that it is a whole number of. */
export const writeOffset = (ms: number): string => {
  const [unit, size] = Object.entries(unitMs).findLast(([, each]) => ms % each === 0) ?? ['ms', 1]
  return `${ms > 0 ? '+' : ''}${ms / size} ${unit}`
}

/** Reads a moment with its zone, such as `2026-11-22T10:00:00+07:00`. */
export const readMoment = (text: string): ClockSetting | undefined => {
  const trimmed = text.trim()
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(trimmed))
    return undefined
  const stoppedAt = Date.parse(trimmed)
  return Number.isNaN(stoppedAt) ? undefined : { stoppedAt }
}
