import { decide } from '../src/decide.js'
import type { Instant } from '../src/freshness.js'
import { initialState, type State } from '../src/state.js'
import { rules } from './script.js'

const END = 1_800
const EVERY = 5
/** The token endpoint answers with 503 from one second to the other. */
const DOWN = { from: 1_330, to: 1_600 }

interface Life {
  readonly from: number
  readonly refresh: number
  readonly expiry: number
  readonly end: number
  until: number
}

/** Half an hour of calls, one every 5 s, decided by the real rules. */
function live() {
  let state: State = initialState(rules)
  const lives: Life[] = []
  const fetches: { at: number; works: boolean }[] = []
  const calls: { at: number; served: boolean }[] = []
  const at = (seconds: number): Instant => ({ wall: seconds * 1000, mono: seconds * 1000 })
  for (let now = 0; now <= END; now += EVERY) {
    const { state: asked, effects } = decide(state, { type: 'get', at: at(now), minValidityMs: 0 })
    state = asked
    let served = effects.some((effect) => effect.type === 'answer' && effect.from === 'token')
    for (const effect of effects) {
      if (effect.type !== 'fetch') continue
      const { flight } = effect
      const works = now < DOWN.from || now >= DOWN.to
      fetches.push({ at: now, works })
      const ended = { at: at(now + 0.3), flight, random: 0.5 }
      const version = `v${flight}`
      state = works
        ? decide(state, { type: 'minted', ...ended, version, lifetimeMs: 900_000 }).state
        : decide(state, { type: 'failed', ...ended, kind: 'transient' }).state
      const { token } = state
      const [last] = lives.slice(-1)
      if (works && token) {
        if (last) last.until = now
        const { refreshAgeMs, expiryAgeMs } = token
        lives.push({
          from: now,
          refresh: now + refreshAgeMs / 1000,
          expiry: now + expiryAgeMs / 1000,
          end: now + 900,
          until: END,
        })
        served = true
      }
    }
    calls.push({ at: now, served })
  }
  return { lives, fetches, calls }
}

const LEFT = 96
const SCALE = 640 / END
const x = (seconds: number) => (LEFT + Math.min(seconds, END) * SCALE).toFixed(1)
const bar = (kind: string, from: number, to: number, y: number, height: number) =>
  to > from
    ? `<rect class="${kind}" x="${x(from)}" y="${y}" width="${((Math.min(to, END) - from) * SCALE).toFixed(1)}" height="${height}"/>`
    : ''

/** The picture of tokens that follow each other: windows, renewal, failures, a hard end. */
export function drawLife(): string {
  const { lives, fetches, calls } = live()
  const tokens = lives.flatMap((life, index) => {
    const y = 54 + index * 22
    const label = `<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end">token ${index + 1}</text>`
    return [
      label,
      bar('fresh', life.from, Math.min(life.refresh, life.until), y, 15),
      bar('soft', life.refresh, Math.min(life.expiry, life.until), y, 15),
      bar('hard', life.expiry, Math.min(life.end, life.until), y, 15),
    ]
  })
  const row = 54 + lives.length * 22
  const marks = fetches.map(
    ({ at, works }) => `<circle class="${works ? 'works' : 'fails'}" cx="${x(at)}" cy="${row + 12}" r="4"/>`,
  )
  const stretches = calls.reduce<{ from: number; to: number; served: boolean }[]>((made, { at, served }) => {
    const last = made.at(-1)
    if (last?.served === served) last.to = at + EVERY
    else made.push({ from: at, to: at + EVERY, served })
    return made
  }, [])
  const answers = stretches.map(({ from, to, served }) =>
    bar(served ? 'served' : 'refused', from, to, row + 30, 10),
  )
  const minutes = Array.from({ length: 7 }, (_, index) => index * 5)
  const scale = minutes.map(
    (minute) =>
      `<text class="dim" x="${x(minute * 60)}" y="${row + 62}" text-anchor="middle">${minute} min</text>`,
  )
  const legend = [
    ['fresh', 'served'],
    ['soft', 'served, renewed behind'],
    ['hard', 'not served: could arrive too late'],
  ].map(
    ([kind, text], index) =>
      `<rect class="${kind}" x="${LEFT + index * 200}" y="10" width="12" height="12"/><text x="${LEFT + 18 + index * 200}" y="20">${text}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${row + 74}" width="760" height="${row + 74}" role="img" aria-label="Three tokens of 15 minutes: the first is renewed in its soft window; while the endpoint fails the second is served up to its hard end; then calls are refused until a fetch works.">
  <style>
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .dim { fill: #57606a }
  .fresh, .served { fill: #2da44e }
  .soft { fill: #d4a72c }
  .hard { fill: #8c959f }
  .refused { fill: #cf222e }
  .works { fill: #0969da }
  .fails { fill: none; stroke: #cf222e; stroke-width: 1.5 }
  .down { fill: #cf222e; opacity: .1 }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .dim { fill: #9198a1 } .works { fill: #4493f8 } }
  </style>
  ${legend.join('\n  ')}
  ${bar('down', DOWN.from, DOWN.to, 40, row + 2)}
  <text class="dim" x="${x(DOWN.from)}" y="36">endpoint down</text>
  ${[...tokens, ...marks].filter(Boolean).join('\n  ')}
  <text x="${LEFT - 8}" y="${row + 16}" text-anchor="end">fetches</text>
  <text x="${LEFT - 8}" y="${row + 40}" text-anchor="end">calls</text>
  ${answers.join('\n  ')}
  ${scale.join('\n  ')}
</svg>
`
}
