import type { Step } from './step.js'

/** What to do after a step; the words stand with the view's. Undefined after a payer's doing. */
export type AdviceId =
  | 'made'
  | 'paid'
  | 'waiting'
  | 'refund-done'
  | 'refund-lost'
  | 'asked-refund'
  | 'payment-settles'
  | 'refund-seen'
  | 'make-lost'
  | 'duplicate'

/** `before` are the steps that led to it, oldest first. */
export const adviceOf = (step: Step, before: readonly Step[]): AdviceId | undefined => {
  const { action, facts } = step
  const worked = facts?.outcome === 'success'
  switch (action) {
    case 'pay':
      return undefined
    case 'make':
      return worked ? 'made' : 'make-lost'
    case 'repeat':
      return 'duplicate'
    case 'refund':
      return worked ? 'refund-done' : 'refund-lost'
    case 'ask-refund':
      return 'asked-refund'
    case 'inquire': {
      if (facts?.transaction !== 'refunded') return facts?.transaction === 'paid' ? 'paid' : 'waiting'
      const wasLost = before.some(({ action: done, wasCut }) => done === 'refund' && wasCut)
      return wasLost ? 'payment-settles' : 'refund-seen'
    }
  }
}
