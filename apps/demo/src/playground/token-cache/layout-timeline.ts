import type { Activity, Entry, FleetRun } from './fleet-run.js'
import { createTimeScale, type TimeScale } from './time-scale.js'

/** What a bar means; the style sheet has a class for each. */
export type BarKind =
  | `is-${Activity}`
  | 'is-call'
  | 'is-lease'
  | 'is-frozen'
  | 'is-fresh'
  | 'is-early'
  | 'is-soft'
  | 'is-hard'

export interface Bar {
  readonly kind: BarKind
  readonly x: number
  readonly width: number
  /** Of the process or token that it is about, if that is not its row. */
  readonly number: number
  /** Milliseconds. */
  readonly from: number
  readonly to: number
}

export interface Mark {
  readonly x: number
  readonly kind: 'event' | 'got' | 'killed'
  readonly entry: Entry
}

export interface Row {
  readonly key: string
  readonly about: 'provider' | 'store' | 'process' | 'token'
  readonly number: number
  /** Of its bars; what names the row stands above. */
  readonly y: number
  readonly bars: readonly Bar[]
  readonly marks: readonly Mark[]
  /** Where calls were answered from memory. */
  readonly dots: readonly number[]
}

export interface Timeline {
  readonly scale: TimeScale
  readonly rows: readonly Row[]
  /** Happened to all at once: the store freezes, the provider ends a token. */
  readonly lines: readonly Mark[]
  readonly height: number
}

export const barHeight = 18
const FIRST_ROW = 46
const ROW_PITCH = 42

/** A mark for each of these would hide the others: their bars tell enough. */
const withoutMark: ReadonlySet<Entry['type']> = new Set([
  'started',
  'no-token',
  'lease-taken',
  'lease-given-up',
])

/** Lays a run out for a drawing of this width, in the units of the drawing. */
export const layOutTimeline = (run: FleetRun, width: number): Timeline => {
  const { entries, endMs, providerCalls, leases, lanes, served, frozen, settings } = run
  const scale = createTimeScale({
    moments: entries.map(({ at }) => at),
    endMs,
    width,
    cutMs: Math.min(Math.max(settings.fetchMs * 0.6, 250), 1_500),
  })
  const { x } = scale
  const bar = (kind: BarKind, from: number, to: number, number = 0): readonly Bar[] => {
    const end = Math.min(to, endMs)
    return from < end ? [{ kind, x: x(from), width: x(end) - x(from), number, from, to: end }] : []
  }
  const mark = (entry: Entry): Mark => ({
    x: x(entry.at),
    kind: entry.type === 'killed' || entry.type === 'got' ? entry.type : 'event',
    entry,
  })
  const marksOf = (process: number): readonly Mark[] =>
    entries.filter((entry) => entry.process === process && !withoutMark.has(entry.type)).map(mark)

  const plain = { marks: [], dots: [] }
  const rows: Omit<Row, 'y'>[] = [
    {
      ...plain,
      key: 'provider',
      about: 'provider',
      number: 0,
      bars: providerCalls.flatMap(({ from, to, process }) => bar('is-call', from, to, process)),
    },
    {
      ...plain,
      key: 'store',
      about: 'store',
      number: 0,
      bars: [
        ...(frozen === undefined ? [] : bar('is-frozen', frozen.from, frozen.to)),
        ...leases.flatMap(({ from, until, process }) => bar('is-lease', from, until, process)),
      ],
    },
    ...lanes.map(
      (spans, index): Omit<Row, 'y'> => ({
        key: `process-${index + 1}`,
        about: 'process',
        number: index + 1,
        bars: spans
          .filter(({ activity }) => activity !== 'off')
          .flatMap(({ activity, from, to }) => bar(`is-${activity}`, from, to)),
        marks: marksOf(index + 1),
        dots: served
          .filter(({ process, from, to }) => process === index + 1 && from === to)
          .map(({ to }) => x(to)),
      }),
    ),
    ...providerCalls.map(
      ({ from, number }): Omit<Row, 'y'> => ({
        ...plain,
        key: `token-${number}`,
        about: 'token',
        number,
        bars: lifeBars(run, from, bar),
      }),
    ),
  ]
  return {
    scale,
    rows: rows.map((row, index) => ({ ...row, y: FIRST_ROW + index * ROW_PITCH })),
    lines: entries.filter(({ process }) => process === 0).map(mark),
    height: FIRST_ROW + rows.length * ROW_PITCH - (ROW_PITCH - barHeight) + 6,
  }
}

const lifeBars = (
  { windows: { renewalFrom, renewalBy, hardEnd, end } }: FleetRun,
  since: number,
  bar: (kind: BarKind, from: number, to: number) => readonly Bar[],
): readonly Bar[] => [
  ...bar('is-fresh', since, since + renewalFrom),
  ...bar('is-early', since + renewalFrom, since + renewalBy),
  ...bar('is-soft', since + renewalBy, since + hardEnd),
  ...bar('is-hard', since + hardEnd, since + end),
]
