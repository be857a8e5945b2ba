import { hint } from './did-you-mean.js'
import { isJsonObject } from './json.js'

/** @throws TypeError for what is no object, and for a name that nobody reads */
export const refuseUnknownOptions = (who: string, given: unknown, known: readonly string[]): void => {
  if (!isJsonObject(given)) throw new TypeError(`${who} takes an object with ${known.join(', ')}`)
  const stranger = Object.keys(given).find((name) => !known.includes(name))
  if (stranger !== undefined) throw new TypeError(unknownOption(who, stranger, known))
}

/** A sentence for a name that nobody reads. */
export const unknownOption = (who: string, name: string, known: readonly string[]): string =>
  `${who} has no option "${name.slice(0, 40)}"${hint(name, known)}`
