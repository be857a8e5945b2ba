import { isText } from './text.js'

/**
 * `expires_in` in seconds (0 or more), undefined where the server said nothing, or null where it said something else.
 *
 * Some servers write the number as text. A text that is not wholly a number is refused, because a token that seems
 * to live too long or for ever fails later, in the middle of a payment.
 */
export const readLifetime = (value: unknown): number | undefined | null => {
  const given = /str|num/.test(typeof value) ? `${value}`.trim() : (value ?? '')
  if (given === '') return undefined
  const seconds = isText(given, /^\d+(\.\d+)?(e[+-]?\d+)?$/i) ? Number(given) : Infinity
  return seconds < Infinity ? seconds : null
}
