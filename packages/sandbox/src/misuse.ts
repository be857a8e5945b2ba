/** The `TypeError` for a wrong argument. A string is never repeated: it may be a secret in the wrong place. */
export const misuse = (field: string, expected: string, value: unknown): TypeError =>
  new TypeError(`"${field}" must be ${expected}, got ${kindOf(value)}`)

export const requireObject = (field: string, value: unknown): void => {
  if (typeof value !== 'object' || value === null) throw misuse(field, 'an object', value)
}

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
