/**
 * `expires_in` in seconds (0 or more), undefined where the server said nothing, or `'invalid'`.
 *
 * Some servers write the number as text. A text that is not wholly a number is refused, because a token that seems
 * to live too long or for ever fails later, in the middle of a payment.
 */
export const readLifetime = (value: unknown): number | undefined | 'invalid' => {
  const given = typeof value === 'string' ? value.trim() : value
  if (given === undefined || given === null || given === '') return undefined
  if (typeof given === 'string' && !/^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(given)) return 'invalid'
  if (typeof given !== 'string' && typeof given !== 'number') return 'invalid'
  const seconds = Number(given)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : 'invalid'
}
