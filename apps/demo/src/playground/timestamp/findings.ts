import type { TimestampProblem } from '@x/snap-signature'
import { type DistanceName, distanceName } from './distance.js'
import { mend } from './mend.js'

/** Something to say of a timestamp that `parseTimestamp` takes: not every provider does. */
export type FormName = 'milliseconds' | 'zone-z' | 'other-zone'

export type FindingName = TimestampProblem | FormName | Exclude<DistanceName, 'fresh'>

/** A timestamp, read as far as it can be. */
export interface LensReading {
  /** Whether `parseTimestamp` takes the text as it is. */
  readonly isTaken: boolean
  /** Epoch milliseconds, of the text or of what it was meant to be. */
  readonly at: number | undefined
  /** What it was meant to be, in the layout of the standard; undefined where that cannot be told. */
  readonly text: string | undefined
  /** The worst first. */
  readonly findings: readonly FindingName[]
  readonly isFresh: boolean
}

/** Reads a timestamp and names each mistake in it. */
export const readLens = (given: string, reference: number): LensReading => {
  const { problems, text, at } = mend(given)
  if (text === undefined || at === undefined)
    return { isTaken: false, at: undefined, text: undefined, findings: problems, isFresh: false }
  const distance = distanceName({ text, at, reference })
  const isFresh = distance === 'fresh'
  return {
    isTaken: problems.length === 0,
    at,
    text,
    findings: [
      ...problems,
      ...(isFresh ? [] : [distance]),
      ...(problems.includes('epoch-number') ? [] : formsOf(text)),
    ],
    isFresh,
  }
}

const formsOf = (text: string): readonly FormName[] => {
  const zone = text.slice(text.includes('.') ? 23 : 19)
  return [
    ...(text.includes('.') ? (['milliseconds'] as const) : []),
    ...(zone === 'Z' ? (['zone-z'] as const) : zone === '+07:00' ? [] : (['other-zone'] as const)),
  ]
}
