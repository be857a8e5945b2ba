import { decide } from '../src/decide.js'
import { type Effect, type Event, initialState, type Rules, type State } from '../src/state.js'

/** Seconds after the start, by both clocks. */
export const at = (seconds: number) => ({
  wall: 1_800_000_000_000 + seconds * 1000,
  mono: 7_000 + seconds * 1000,
})

export const rules: Rules = {
  rotation: 'unknown',
  joins: true,
  hasStore: false,
  coordinates: false,
  flightLimitMs: 30_000,
}

type Changes<T extends Event['type']> = Partial<Event & { type: T }>

export const get = (seconds: number, minValidityMs = 0): Event => ({
  type: 'get',
  at: at(seconds),
  minValidityMs,
})

export const minted = (seconds: number, changes: Changes<'minted'> = {}): Event => ({
  type: 'minted',
  at: at(seconds),
  flight: 1,
  version: `v${changes.flight ?? 1}`,
  lifetimeMs: 900_000,
  random: 0,
  ...changes,
})

export const found = (seconds: number, changes: Changes<'found'> = {}): Event => ({
  type: 'found',
  at: at(seconds),
  flight: 1,
  version: 'shared',
  ageMs: 0,
  lifetimeMs: 900_000,
  random: 0,
  ...changes,
})

export const missed = (seconds: number, flight: number): Event => ({
  type: 'missed',
  at: at(seconds),
  flight,
})

export const granted = (seconds: number, flight = 1): Event => ({
  type: 'granted',
  at: at(seconds),
  flight,
})

export const unavailable = (seconds: number, flight = 1): Event => ({
  type: 'unavailable',
  at: at(seconds),
  flight,
})

export const committed = (
  seconds: number,
  result: 'written' | 'overtaken' | 'unavailable' = 'written',
  flight = 1,
): Event => ({ type: 'committed', at: at(seconds), flight, result })

export const failed = (seconds: number, flight: number, changes: Changes<'failed'> = {}): Event => ({
  type: 'failed',
  at: at(seconds),
  flight,
  random: 1,
  kind: 'transient',
  ...changes,
})

export const rejected = (seconds: number, version: string, random = 0): Event => ({
  type: 'rejected',
  at: at(seconds),
  version,
  random,
})

export const confirmed = (seconds: number, version: string): Event => ({
  type: 'confirmed',
  at: at(seconds),
  version,
})

/** Feeds the events one after the other; returns the last state, and the last effects in short. */
export function run(events: readonly Event[], changes: Partial<Rules> = {}) {
  let state: State = initialState({ ...rules, ...changes })
  let effects: readonly Effect[] = []
  for (const event of events) ({ state, effects } = decide(state, event))
  return { state, effects: effects.map(short) }
}

export function short(effect: Effect): string {
  switch (effect.type) {
    case 'answer':
      return `answer from ${effect.from}`
    case 'keep':
    case 'publish':
      return `${effect.type} ${effect.token.version}`
    case 'lock':
      return `lock ${effect.flight}${effect.replacing === undefined ? '' : ` replacing ${effect.replacing}`}`
    case 'commit':
      return `commit ${effect.token.version} of ${effect.flight}`
    case 'drop':
    case 'trust':
      return effect.type
    case 'settle':
      return effect.with === 'outcome'
        ? `settle ${effect.flight}`
        : `settle ${effect.flight} with ${effect.with}`
    case 'forget':
      return `forget ${effect.version}`
    case 'verdict':
      return effect.verdict
    default:
      return `${effect.type} ${effect.flight}`
  }
}
