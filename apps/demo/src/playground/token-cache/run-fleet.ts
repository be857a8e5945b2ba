import { createDemoProvider } from './create-demo-provider.js'
import { createDemoStore } from './create-demo-store.js'
import { createProcess, processOf } from './create-process.js'
import { createRandom } from './create-random.js'
import { createVirtualTime } from './create-virtual-time.js'
import type { Activity, Entry, FleetRun, FleetSettings, Happening, Span } from './fleet-run.js'
import { measureWindows } from './measure-windows.js'
import { planScenario } from './plan-scenario.js'

/** Everybody starts within so many milliseconds, as after a deploy. */
const START_SPREAD_MS = 60

/** Plays a fleet of the real package over a simulated clock, store and provider: the seed decides everything. */
export const runFleet = async (settings: FleetSettings): Promise<FleetRun> => {
  const { processes: count, lifetimeSeconds, fetchMs, seed } = settings
  const plan = planScenario(settings)
  const time = createVirtualTime()
  const random = createRandom(seed)
  const entries: Entry[] = []
  const tell = (process: number, happening: Happening): void => {
    entries.push({ at: time.now(), process, ...happening })
  }

  const store = createDemoStore({ now: time.now })
  const provider = createDemoProvider({ time, random, fetchMs, lifetimeSeconds })
  const backlog: (() => void)[] = []
  let isFrozen = false

  let isKillDue = plan.killAfterMs !== undefined
  const processes = Array.from({ length: count }, (_, index) => {
    const number = index + 1
    const made = createProcess({
      number,
      time,
      random: createRandom(seed * 101 + number),
      store,
      isFrozen: () => isFrozen,
      whenThawed: (run) => void backlog.push(run),
      provider,
      everyMs: plan.everyMs,
      tell(happening) {
        tell(number, happening)
        if (!isKillDue || happening.type !== 'fetch-started') return
        isKillDue = false
        time.later(plan.killAfterMs ?? 0, made.kill)
      },
    })
    return made
  })

  for (const process of processes) time.later(random() * START_SPREAD_MS, process.start)
  if (plan.frozen !== undefined) {
    time.later(plan.frozen.from, () => {
      isFrozen = true
      tell(0, { type: 'store-frozen' })
    })
    if (plan.frozen.to < plan.endMs)
      time.later(plan.frozen.to, () => {
        isFrozen = false
        tell(0, { type: 'store-thawed' })
        for (const run of backlog.splice(0)) run()
      })
  }
  if (plan.endTokensAt !== undefined)
    time.later(plan.endTokensAt, () => tell(0, { type: 'token-ended', token: provider.endAll() }))
  const { clock } = plan
  if (clock !== undefined) time.later(clock.at, () => processes[clock.process - 1]?.setClock(clock.byMs))

  const lanes = processes.map(() => [] as { from: number; activity: Activity }[])
  await time.play(plan.endMs, () => {
    for (const [index, process] of processes.entries()) {
      const lane = lanes[index]
      const activity = process.activity()
      if (lane?.at(-1)?.activity !== activity) lane?.push({ from: time.now(), activity })
    }
  })

  const leases = store.leases().map(({ owner, ...stay }) => ({ ...stay, process: processOf(owner) }))
  for (const { process, until, end } of leases)
    if (end === 'lapsed') entries.push({ at: until, process, type: 'lease-lapsed' })
  entries.sort((one, other) => one.at - other.at)

  return {
    settings,
    endMs: plan.endMs,
    windows: await measureWindows(lifetimeSeconds * 1_000),
    entries,
    lanes: lanes.map((lane) => spansOf(lane, plan.endMs)),
    leases,
    providerCalls: provider.calls,
    served: processes.flatMap(({ served }) => served).sort((one, other) => one.from - other.from),
    refusedCalls: processes.reduce((sum, process) => sum + process.refusedCalls(), 0),
    frozen: plan.frozen,
    promisedCalls: plan.promisedCalls,
  }
}

const spansOf = (
  lane: readonly { readonly from: number; readonly activity: Activity }[],
  endMs: number,
): readonly Span[] =>
  lane
    .map(({ from, activity }, index) => ({ from, to: lane[index + 1]?.from ?? endMs, activity }))
    .filter(({ from, to }) => to > from)
