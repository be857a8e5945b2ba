import { formatTimestamp } from '@x/snap-signature'
import { checkFields, textOf } from '../check-fields.js'
import { badAction } from '../read-action.js'
import { isObject, readJson } from '../read-json.js'
import type { ServiceDesk } from '../service-desk.js'
import { badRequest } from './answers.js'
import { openPermataBank } from './bank.js'
import { carryOut } from './carry-out.js'
import { passGate } from './pass-gate.js'
import { permataServices } from './services.js'

/** Permata's services. Nothing waits behind the gate, so two calls of one reference cannot both move money. */
export const openPermataDesk = (): ServiceDesk => {
  const bank = openPermataBank()
  return {
    answer: async (asked) => {
      const service = permataServices.find(({ path }) => path === asked.path)
      if (service === undefined) return undefined
      const passed = await passGate(asked)
      if ('refusal' in passed) return passed.refusal
      const { client } = passed
      const { name, request, fields, reference } = service
      const read = readJson(asked.body)
      if (read === undefined) return badRequest('The body must be a JSON object that names each member once')
      const problem = checkFields(fields, read.members)
      if (problem !== undefined)
        return badRequest(
          problem.kind === 'missing'
            ? `${problem.rule.name} is missing or empty`
            : `${problem.rule.name} must be text of the form ${problem.rule.form}`,
        )
      const members = read.members[request]
      if (!isObject(members)) return badRequest(`${request} must be an object`)
      const header = {
        wrapper: request.replace(/Rq$/, 'Rs'),
        timestamp: formatTimestamp(asked.now, { milliseconds: true }),
        custRefId: textOf(read.members, reference),
      }
      return carryOut[name](bank, { client, members, header, now: asked.now })
    },
    act: () => {
      throw badAction('A transfer of Permata is final when it is answered: nothing can be done to it', [])
    },
    transactions: bank.summaries,
  }
}
