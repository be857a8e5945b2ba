import { badAction } from './read-action.js'
import type { ServiceDesk } from './service-desk.js'

/** The desk of a provider that answers for tokens alone. */
export const noServices = (): ServiceDesk => ({
  answer: () => undefined,
  act: () => {
    throw badAction('This provider has no transactions here', [])
  },
  transactions: () => [],
})
