import type { JsonObject } from './json.js'
import type { Service, Transaction } from './service.js'

/** What a service says about how to ask later. */
export interface InquiryPlan {
  /** The service to call. */
  readonly service: string
  readonly body: JsonObject
  /**
   * `repeat` where the provider has no status by the merchant's own reference: the same request again, which the
   * provider refuses as a duplicate if the first arrived. It creates what is not there yet, so `inquire` asks for leave.
   * Default: `status`, which changes nothing.
   */
  readonly how?: 'status' | 'repeat'
  /** States that say nothing about this call: a part refund leaves a payment `paid`. They are answered as `unknown`. */
  readonly undecided?: readonly Transaction[]
}

/**
 * A status request that is ready to be sent: plain data, so that it can wait in a queue or a database.
 *
 * It holds references and amounts, no credential.
 */
export interface Inquiry extends Required<Pick<InquiryPlan, 'service' | 'body' | 'how'>> {
  readonly provider: string
  readonly environment: string
  /** For whom the call was made: the client id. Another client of the same provider is refused, and never told `not-found`. */
  readonly account: string
  /** The call that it asks about. */
  readonly of: string
  readonly undecided?: readonly Transaction[]
}

/** Whether it asks by a service that only reads, or names what it is: the same call again, which wants leave. */
export const isHarmless = (
  { service, how = 'status' }: Pick<InquiryPlan, 'service' | 'how'>,
  { name, services }: { readonly name: string; readonly services: Readonly<Record<string, Service>> },
): boolean => {
  if (!Object.hasOwn(services, service)) return false
  return how === 'repeat' ? service === name : services[service]?.kind === 'read'
}
