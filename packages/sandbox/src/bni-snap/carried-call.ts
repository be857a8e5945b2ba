import type { RegisteredClient } from '../clients.js'

/** A call that passed every check that needs no account. */
export interface CarriedCall {
  readonly client: RegisteredClient
  /** Two digits. */
  readonly service: string
  readonly externalId: string
  readonly members: Readonly<Record<string, unknown>>
  readonly now: number
}
