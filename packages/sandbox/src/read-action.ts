import { SandboxError } from './errors.js'
import type { SandboxAction } from './service-desk.js'

/** Checks the shape of an action; whether it is possible is the desk's to say. @throws SandboxError `ERR_SANDBOX_ACTION` */
export const readAction = (given: unknown): SandboxAction => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw badAction(example, [])
  const { action, reference, amount, ...others } = given as Record<string, unknown>
  if (Object.keys(others).length > 0)
    throw badAction('An action must have no field but "action", "reference" and "amount"', [])
  if (typeof action !== 'string' || typeof reference !== 'string' || action === '' || reference === '')
    throw badAction(example, [])
  if (amount === undefined) return { action, reference }
  if (typeof amount !== 'string' || !/^\d{1,15}\.\d{2}$/.test(amount))
    throw badAction('"amount" must be text with two decimals, such as "10000.00"', [])
  return { action, reference, amount }
}

export const badAction = (message: string, allowed: readonly string[]): SandboxError =>
  new SandboxError({ code: 'ERR_SANDBOX_ACTION', detail: { allowed }, message })

const example = 'An action must be an object such as {"action":"pay","reference":"INV-1"}'
