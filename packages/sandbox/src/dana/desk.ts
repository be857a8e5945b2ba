import type { Answer } from '../answer.js'
import { checkFields, textOf } from '../check-fields.js'
import { createExternalIds, jakartaDay } from '../external-ids.js'
import { readJson } from '../read-json.js'
import type { DeskContext, ServiceDesk, ServiceRequest } from '../service-desk.js'
import { act, summaryOf } from './act.js'
import { admit } from './admit.js'
import { carryOut } from './carry-out.js'
import { createOrderBook } from './orders.js'
import { refuserOf } from './refuse.js'
import { danaServices } from './services.js'

/** DANA's payment gateway. Nothing waits behind the gate, so two calls of one order see each other's work. */
export const openDanaDesk = ({ now }: DeskContext): ServiceDesk => {
  const book = createOrderBook()
  const externalIds = createExternalIds()
  let count = 0
  const nextNumber = (): string => {
    count += 1
    return jakartaDay(now()).replaceAll('-', '') + String(count).padStart(14, '0')
  }

  const answer = async (asked: ServiceRequest): Promise<Answer | undefined> => {
    const service = danaServices.find(({ path }) => path === asked.path)
    if (service === undefined) return undefined
    const { name, code, fields, note, source } = service
    const refuse = refuserOf(code, note)
    const admitted = await admit(asked, refuse)
    if ('refusal' in admitted) return admitted.refusal
    const { client, externalId } = admitted
    const { clientId, partnerId } = client
    // Before the body is looked at: a call that was signed has used its number, whatever becomes of it.
    if (!externalIds.use({ clientId, externalId, now: asked.now }))
      return refuse('conflict', { why: 'This X-EXTERNAL-ID was used before on this day in Jakarta' })
    const read = readJson(asked.body)
    if (read === undefined)
      return refuse('badRequest', { why: 'The body must be a JSON object that names each member once' })
    const { members } = read
    const problem = checkFields(fields, members)
    if (problem !== undefined) {
      const { name: about, form } = problem.rule
      return problem.kind === 'missing'
        ? refuse('missing', { about, why: `${about} is missing or empty` })
        : refuse('malformed', { about, why: `${about} must be text of the form ${form}` })
    }
    if (partnerId !== undefined && textOf(members, 'merchantId') !== partnerId)
      return refuse('invalidMerchant', { why: 'merchantId is not the registered partnerId' })
    const say =
      (status: number, responseMessage: string) =>
      (said: Readonly<Record<string, unknown>>): Answer => ({
        status,
        body: { responseCode: `${status}${code}00`, responseMessage, ...said },
        source,
      })
    return carryOut[name](book, {
      clientId,
      externalId,
      members,
      said: read.exact(),
      now: asked.now,
      origin: asked.url.origin,
      nextNumber,
      refuse,
      done: say(200, 'Successful'),
      inProgress: say(202, 'Request In Progress'),
    })
  }

  return {
    answer,
    act: (action) => act(book.list(), action, now()),
    transactions: () => book.list().map((order) => summaryOf(order, now())),
  }
}
