/** Visible ASCII without spaces: anything else could not stand in a header, or would smuggle another one in. */
const headerSafe = /^[\x21-\x7e]{1,16384}$/

export const isUsableToken = (value: unknown): value is string =>
  typeof value === 'string' && headerSafe.test(value)

/** `Bearer` in any case, and `BearerToken`, which some gateways answer. */
export const isBearer = (value: unknown): boolean =>
  typeof value === 'string' && /^bearer(token)?$/i.test(value)

/**
 * Reads a lifetime in seconds: a number, or a string that wholly is a decimal number (SNAP prints `"900"`).
 *
 * Returns undefined where the answer names none, and NaN where what it names is no lifetime.
 */
export const readSeconds = (value: unknown): number | undefined => {
  if (value === undefined || value === null || value === '') return undefined
  const seconds =
    typeof value === 'number' ? value : typeof value === 'string' ? decimal(value.trim()) : Number.NaN
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : Number.NaN
}

const decimal = (text: string): number => (/^\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN)
