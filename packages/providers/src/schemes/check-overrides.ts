import type { Outcome } from '../codes/classify.js'
import type { CodeOverride, CodeOverrides } from '../codes/code-overrides.js'
import { hint } from '../did-you-mean.js'
import { isJsonObject } from '../json.js'

// Typed by the interface, so that a new member cannot be forgotten here.
const members: Readonly<Record<keyof CodeOverride, true>> = {
  outcome: true,
  tokenRejected: true,
  english: true,
  indonesian: true,
  alreadyPaid: true,
}
const outcomes: Readonly<Record<Outcome, true>> = {
  success: true,
  pending: true,
  rejected: true,
  unknown: true,
}

/** @throws TypeError for a key that no code would find, and for a word that the client would not understand */
export const checkOverrides = (overrides: CodeOverrides): void => {
  if (!isJsonObject(overrides))
    throw new TypeError("snapReply takes an object by code, such as { '4031702': { english, indonesian } }")
  for (const [key, override] of Object.entries(overrides)) checkOverride(key, override)
}

const checkOverride = (key: string, override: unknown): void => {
  const name = `"${key.slice(0, 40)}"`
  if (!/^\d{3}(xx|[0-9A-Za-z]{2})[0-9A-Za-z]{2}$/.test(key) || /^\d{3}(XX|Xx|xX)/.test(key))
    throw new TypeError(`${name} is no key of snapReply: write 404xx18 (every service) or 4041718 (one)`)
  if (!isJsonObject(override))
    throw new TypeError(`snapReply's ${name} must be an object with ${Object.keys(members).join(', ')}`)
  const stranger = Object.keys(override).find((member) => !Object.hasOwn(members, member))
  if (stranger !== undefined)
    throw new TypeError(
      `snapReply's ${name} has an unknown member "${stranger.slice(0, 40)}"${hint(stranger, Object.keys(members))}`,
    )
  const { outcome, tokenRejected, english, indonesian } = override
  if (outcome !== undefined && !(typeof outcome === 'string' && Object.hasOwn(outcomes, outcome)))
    throw new TypeError(
      `The outcome of ${name} must be success, pending, rejected or unknown${hint(String(outcome), Object.keys(outcomes))}`,
    )
  if (tokenRejected !== undefined && typeof tokenRejected !== 'boolean')
    throw new TypeError(`The tokenRejected of ${name} must be true or false`)
  for (const [language, text] of Object.entries({ english, indonesian }))
    if (text !== undefined && (typeof text !== 'string' || text === ''))
      throw new TypeError(`The ${language} of ${name} must be a non-empty string`)
}
