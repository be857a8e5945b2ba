import type { Answer } from '../answer.js'
import type { Refuse } from './refuse.js'

/** What happens at creation: QRIS, virtual account, e-wallet payment, registration of a payout. */
const atCreation = new Map([
  ['991305.00', 'doNotHonor'],
  ['991311.00', 'invalidAccount'],
  ['991500.00', 'generalError'],
  ['991504.00', 'timeout'],
] as const)

/** What happens when money goes out: a refund, the approval of a payout. */
const atOutgo = new Map([
  ['990202.00', 'inProgress'],
  ['990305.00', 'doNotHonor'],
  ['990311.00', 'invalidAccount'],
  ['990500.00', 'generalError'],
  ['990504.00', 'timeout'],
  ['990008.00', 'suspect'],
  ['990009.00', 'failsLater'],
] as const)

/** An amount that makes the answers take the other of two forms that are seen. */
export const inOtherForm = (value: string): boolean => value === '992000.00'

export type OutgoTrigger = 'inProgress' | 'suspect' | 'failsLater'

interface Triggered {
  /** The amount as it was sent. */
  readonly value: string
  readonly refuse: Refuse
}

export const createWithTriggers = ({ value, refuse }: Triggered, effect: () => Answer): Answer =>
  play(atCreation.get(value as never), refuse, effect)

export const payOutWithTriggers = (
  { value, refuse }: Triggered,
  effect: (trigger: OutgoTrigger | undefined) => Answer,
): Answer => {
  const trigger = atOutgo.get(value as never)
  if (trigger === 'inProgress' || trigger === 'suspect' || trigger === 'failsLater') return effect(trigger)
  return play(trigger, refuse, () => effect(undefined))
}

const play = (
  trigger: 'doNotHonor' | 'invalidAccount' | 'generalError' | 'timeout' | undefined,
  refuse: Refuse,
  effect: () => Answer,
): Answer => {
  if (trigger === undefined) return effect()
  if (trigger !== 'timeout')
    return refuse(trigger, { why: 'This amount is reserved for this answer; nothing was done' })
  const answer = effect()
  return answer.status < 300
    ? refuse('timeout', { why: 'This amount is reserved for this answer; it was done all the same' })
    : answer
}
