import type { Answer } from '../answer.js'
import { badAction } from '../read-action.js'
import type {
  DeskContext,
  SandboxAction,
  ServiceDesk,
  ServiceRequest,
  TransactionSummary,
} from '../service-desk.js'
import { admit } from './admit.js'
import { checkFields, fieldReader, isJsonObject, type JsonObject } from './check-fields.js'
import { openEwallets } from './ewallet.js'
import { dayOf } from './jakarta.js'
import { byAge, createNumbers } from './numbers.js'
import { openPayouts } from './payout.js'
import { openQris } from './qris.js'
import { refuserOf } from './refuse.js'
import type { Product, Service } from './service.js'
import { openVirtualAccounts } from './virtual-account.js'

/** NICEPAY's SNAP services: every check in the provider's order, then the product that owns the path. */
export const openNicepayDesk = ({ now }: DeskContext): ServiceDesk => {
  const numbers = createNumbers()
  const products: readonly Product[] = [openVirtualAccounts, openQris, openEwallets, openPayouts].map(
    (open) => open(numbers),
  )
  const services = new Map<string, Service>(
    products.flatMap((product) => product.services.map((service) => [service.path, service])),
  )
  const externalIds = new Set<string>()

  const answer = (asked: ServiceRequest): Answer | undefined => {
    const service = services.get(asked.path)
    if (service === undefined) return undefined
    const { code, source, fields, merchantField } = service
    const refuse = refuserOf(code)
    if (asked.method !== service.method)
      return {
        ...refuse('wrongMethod', { why: `This service takes ${service.method} only` }),
        headers: { allow: service.method },
      }
    const admitted = admit(asked, refuse)
    if ('refusal' in admitted) return admitted.refusal
    const { client, sentAt, externalId } = admitted
    const body = readJson(asked.body)
    if (body === undefined) return refuse('badRequest', { why: 'The body is not a JSON object' })
    const wrong = checkFields(fields, body, refuse)
    if (wrong) return wrong
    const read = fieldReader(body)
    const { clientId } = client
    if (merchantField !== undefined && read(merchantField) !== clientId)
      return refuse('unauthorized', {
        about: merchantField,
        why: `${merchantField} must be the X-PARTNER-ID`,
      })
    const used = JSON.stringify([clientId, dayOf(asked.now), externalId])
    if (externalIds.has(used))
      return refuse('conflict', { why: 'This merchant has used this X-EXTERNAL-ID today (Jakarta) before' })
    externalIds.add(used)
    const say = (status: number, responseMessage: string, said: JsonObject): Answer => ({
      status,
      body: { responseCode: `${status}${code}00`, responseMessage, ...said },
      source,
    })
    return service.answer({
      read,
      clientId,
      now: asked.now,
      sentAt,
      origin: asked.url.origin,
      refuse,
      done: (said) => say(200, 'Successful', said),
      inProgress: (said) => say(202, 'Request In Progress', said),
    })
  }

  const transactions = (): readonly TransactionSummary[] => {
    const at = now()
    return products
      .flatMap((product) => product.transactions(at))
      .sort((one, other) => byAge(one.providerReference, other.providerReference))
  }

  const act = (action: SandboxAction): TransactionSummary => {
    const { reference } = action
    const meant = transactions().filter(
      (candidate) => candidate.providerReference === reference || candidate.reference === reference,
    )
    const [found, ...others] = meant
    if (found === undefined) throw badAction('No transaction has this reference', [])
    if (others.length > 0)
      throw badAction(
        "Several transactions have this reference: give the provider's own, as transactions() lists it",
        [],
      )
    const { providerReference, amount, actions, state } = found
    for (const product of products) {
      const move = product.moves(providerReference, now()).get(action.action)
      if (move === undefined) continue
      if (action.amount !== undefined && action.amount !== amount)
        throw badAction(`The amount is ${amount}: it is taken as a whole`, actions)
      move()
      const after = transactions().find((candidate) => candidate.providerReference === providerReference)
      return after ?? found
    }
    throw badAction(
      `This transaction is ${state}; ${actions.length > 0 ? `possible: ${actions.join(', ')}` : 'nothing can be done to it'}`,
      actions,
    )
  }

  return { answer, act, transactions }
}

const readJson = (text: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
