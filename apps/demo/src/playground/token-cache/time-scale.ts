/** A stretch of the run and where it is drawn. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly x0: number
  readonly x1: number
  /** Nothing happens for long, so that it is drawn shorter than it was. */
  readonly isCut: boolean
}

/** Where a moment is drawn. */
export interface TimeScale {
  readonly x: (ms: number) => number
  readonly cuts: readonly {
    readonly from: number
    readonly to: number
    readonly x0: number
    readonly x1: number
  }[]
  readonly ticks: readonly { readonly at: number; readonly x: number }[]
}

/** A longer silence is cut short. More than a lease, whose wait is worth seeing in full. */
const QUIET_MS = 4_500
/** All silences together, as a multiple of what is drawn in full. */
const MOST_CUT = 1.2
const TICK_DISTANCE = 76
const STEPS_MS = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

/** Draws moments from left to right, with what is between them in proportion; long silences are cut to `cutMs` each, or less. */
export const createTimeScale = ({
  moments,
  endMs,
  width,
  cutMs,
}: {
  readonly moments: readonly number[]
  readonly endMs: number
  readonly width: number
  readonly cutMs: number
}): TimeScale => {
  const bounds = [...new Set([0, ...moments.filter((at) => at > 0 && at < endMs), endMs])].sort(
    (a, b) => a - b,
  )
  const gaps = bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? 0, to }))
  const isQuiet = ({ from, to }: { from: number; to: number }): boolean => to - from > QUIET_MS
  const lively = gaps.reduce((sum, gap) => sum + (isQuiet(gap) ? 0 : gap.to - gap.from), 0)
  const cuts = gaps.filter(isQuiet).length
  // Many silences would leave no room for what happens between them.
  const cut = Math.min(cutMs, Math.max(cutMs / 10, (lively * MOST_CUT) / Math.max(1, cuts)))
  const weigh = (gap: { from: number; to: number }): number => (isQuiet(gap) ? cut : gap.to - gap.from)
  const scale = width / gaps.reduce((sum, gap) => sum + weigh(gap), 0)
  const stretches: Stretch[] = []
  for (const { from, to } of gaps) {
    const x0 = stretches.at(-1)?.x1 ?? 0
    const last = stretches.at(-1)
    const isCut = isQuiet({ from, to })
    const x1 = x0 + weigh({ from, to }) * scale
    if (last !== undefined && !last.isCut && !isCut) stretches[stretches.length - 1] = { ...last, to, x1 }
    else stretches.push({ from, to, x0, x1, isCut })
  }

  const x = (ms: number): number => {
    const clamped = Math.min(Math.max(ms, 0), endMs)
    const at = stretches.find(({ to }) => clamped <= to)
    if (at === undefined) return width
    return at.x0 + ((clamped - at.from) / (at.to - at.from)) * (at.x1 - at.x0)
  }
  return { x, cuts: stretches.filter(({ isCut }) => isCut), ticks: ticksOf(stretches, scale) }
}

/** The beginning of each stretch, and round moments in those that are drawn in full, as far as there is room. */
const ticksOf = (stretches: readonly Stretch[], scale: number): TimeScale['ticks'] => {
  const step = STEPS_MS.find((ms) => ms * scale >= TICK_DISTANCE) ?? QUIET_MS
  const ticks: { at: number; x: number }[] = []
  const right = stretches.at(-1)?.x1 ?? 0
  const place = (at: number, x: number): void => {
    const last = ticks.at(-1)
    const hasRoom = (last === undefined || x - last.x >= TICK_DISTANCE) && x <= right - TICK_DISTANCE / 2
    if (hasRoom) ticks.push({ at, x })
  }
  for (const { from, to, x0, x1, isCut } of stretches) {
    place(from, x0)
    if (isCut) continue
    for (let at = Math.ceil((from + 1) / step) * step; at < to; at += step)
      place(at, x0 + ((at - from) / (to - from)) * (x1 - x0))
  }
  return ticks
}
