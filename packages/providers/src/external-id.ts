import { refuseUnknownOptions } from './refuse-unknown-options.js'

/** Which X-EXTERNAL-ID a provider takes. */
export interface ExternalIdRule {
  readonly alphabet: 'digits' | 'letters-and-digits' | 'visible'
  /** How long ours are; with digits, 32 are 106 bits. */
  readonly length: number
  /** The longest that the provider takes. */
  readonly maximum: number
}

// Typed by the interface, so that a new member cannot be forgotten here.
const members: Readonly<Record<keyof ExternalIdRule, true>> = { alphabet: true, length: true, maximum: true }

const digits = '0123456789'
const alphabets = {
  digits,
  'letters-and-digits': `${digits}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`,
  visible: `${digits}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`,
}
const patterns = { digits: /^\d+$/, 'letters-and-digits': /^[\dA-Za-z]+$/, visible: /^[\x21-\x7e]+$/ }
const words = {
  digits: 'digits',
  'letters-and-digits': 'letters and digits',
  visible: 'visible ASCII characters',
}

/** @throws TypeError for a rule by which no id could be made, when a profile is written */
export const checkExternalIdRule = (rule: ExternalIdRule): void => {
  refuseUnknownOptions('externalId', rule, Object.keys(members))
  const { alphabet, length, maximum } = rule
  if (!Object.hasOwn(alphabets, alphabet))
    throw new TypeError(`"externalId.alphabet" must be digits, letters-and-digits or visible`)
  if (!Number.isInteger(maximum) || maximum < 1)
    throw new TypeError('"externalId.maximum" must be a whole number of characters')
  if (!Number.isInteger(length) || length < 1 || length > maximum)
    throw new TypeError('"externalId.length" must be a whole number from 1 to "maximum"')
}

/** An id that nobody guesses and no two processes share: from the platform's secure random source. */
export const makeExternalId = ({ alphabet, length }: ExternalIdRule): string => {
  const characters = alphabets[alphabet]
  // Bytes above the last whole multiple would make some characters likelier than others.
  const limit = 256 - (256 % characters.length)
  let id = ''
  while (id.length < length) {
    const byte = randomByte()
    if (byte < limit) id += characters[byte % characters.length]
  }
  return id
}

/** Asking the platform costs the same for 2 KiB as for one id, and each byte is used once. */
const pool = new Uint8Array(2_048)
let next = pool.length

const randomByte = (): number => {
  if (next === pool.length) {
    crypto.getRandomValues(pool)
    next = 0
  }
  const byte = pool[next] as number
  next += 1
  return byte
}

/** @throws TypeError that says what the provider takes */
export const checkExternalId = (id: unknown, { alphabet, maximum }: ExternalIdRule): string => {
  if (typeof id !== 'string' || id.length > maximum || !patterns[alphabet].test(id))
    throw new TypeError(`"externalId" must be 1 to ${maximum} ${words[alphabet]}`)
  return id
}
